import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rollUp } from '@parvis/engagement/server';
import { aPost } from '@parvis/feed/server/testing';
import { people, TestApi } from '@parvis/identity/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { domains } from '../domains.ts';
import { runCommand } from '../testing/command.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(domains);
  const [writer, other] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  // Of the HR file, so that they have been there always.
  await api.manager.query(`UPDATE person SET owners = '{"surname": "hr"}'`);
  // Two days ago and before, whatever the hour.
  for (const days of [2, 9]) await aPost().by(writer).mentioning(other).writtenAt(new Date(Date.now() - days * 86_400_000)).save(api.manager);
  await rollUp(api.dataSource);
}, 60_000);
afterAll(() => api.stop());

const run = (...parameters: string[]) => runCommand('engagement-rebuild', parameters, (api.dataSource.options as { url?: string }).url);

describe('npm run engagement:rebuild', () => {
  it('makes the same figures from the events', async () => {
    expect(await run()).toMatchObject({ code: 0, out: '2 days made anew: the figures are the same.\n' });
  });

  it('tells the days whose figures were others, which are right then', async () => {
    const [{ day }]: [{ day: string }] = await api.manager.query(`UPDATE engagement_day SET contributions = '' WHERE day = (SELECT min(day) FROM engagement_day) RETURNING day::text`).then(([rows]) => rows);
    expect(await run()).toMatchObject({ code: 1, out: `DIFFERENT ${day}\n2 days made anew: 1 had other figures.\n` });
    expect(await run()).toMatchObject({ code: 0 });
  });

  it('takes no parameters but the one that explains it', async () => {
    expect(await run('2026')).toMatchObject({ code: 1, err: expect.stringContaining('It takes no parameters.') });
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run engagement:rebuild') });
  });
});
