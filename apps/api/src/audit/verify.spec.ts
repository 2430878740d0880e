import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi } from '@parvis/identity/server/testing';
import { AuditLog } from '@parvis/platform/server';
import { testDatabase } from '@parvis/platform/server/testing';
import { domains } from '../domains.ts';
import { runCommand } from '../testing/command.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(domains);
}, 60_000);
afterAll(() => api.stop());

const run = (parameters: string[] = [], url = (api.dataSource.options as { url?: string }).url) => runCommand('audit-verify', parameters, url);

describe('the check of the audit log from the command line', () => {
  it('says that nothing is wrong and what to note down, and later what was changed or taken away', async () => {
    expect(await run()).toMatchObject({ code: 0, out: '0 entries: none was changed, none is missing.\n' });
    const log = api.app.get(AuditLog);
    for (const action of ['test.one', 'test.two', 'test.three']) await log.write({ area: 'test', action, actorId: null, details: {} });
    const { code, out } = await run();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^3 entries: none was changed, none is missing\.\nNote down 3:[0-9a-f]{64}\n$/) });
    const noted = /3:\w+/.exec(out)?.[0] ?? '';
    expect((await run([noted])).out).toContain('and what was noted down is there.');

    await api.manager.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await api.manager.query('DELETE FROM audit_entry WHERE number = 3');
    expect(await run([noted])).toMatchObject({ code: 1, out: 'BROKEN Entry 3 was noted down, and is there no more: the end of the log was taken away.\n' });
    await api.manager.query(`UPDATE audit_entry SET action = 'test.other' WHERE number = 2`);
    expect(await run()).toMatchObject({ code: 1, out: 'BROKEN Entry 2 was changed after it was written.\n' });
  }, 60_000);

  it('does nothing with what is no entry, nor where there is no log', async () => {
    expect(await run(['3'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('"3" is no entry') });
    const bare = await testDatabase('template0');
    expect(await run([], bare.url)).toMatchObject({ code: 1, out: '', err: 'This database has no audit log yet: start Parvis once.\n' });
    await bare.drop();
  });
});
