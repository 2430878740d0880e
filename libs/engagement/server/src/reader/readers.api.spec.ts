import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi, webOperation } from '@parvis/identity/server/testing';
import { verifyAudit } from '@parvis/platform/server';
import { engagementAndBelow } from '../testing/domains.ts';

const READ = 'query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { people } }';
const march = { from: '2026-03-01', to: '2026-03-31' };

let api: TestApi;
let hr: PersonEntity;
let before: number;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
  hr = await aPerson().being('hr').in('Ressources humaines').save(api.manager);
});
beforeEach(async () => {
  [{ before }] = await api.manager.query('SELECT coalesce(max(number), 0)::int AS before FROM audit_entry');
});
afterAll(() => api.stop());

/** What the log tells since the test began. */
const written = (): Promise<object[]> => api.manager.query('SELECT area, action, actor_id AS actor, details FROM audit_entry WHERE number > $1 ORDER BY number', [before]);

describe('a question about the network', () => {
  it('is in the audit log, with who asked, the period and the department', async () => {
    await api.as(hr).send(READ, march);
    await api.as(hr).send(READ, { ...march, department: 'Ressources humaines' });
    const entry = (question: object) => ({ area: 'engagement', action: 'engagement.read', actor: hr.id, details: { questions: [question] } });
    expect(await written()).toEqual([entry(march), entry({ ...march, department: 'Ressources humaines' })]);
    expect(await verifyAudit(api.dataSource)).toMatchObject({ fault: null });
  });

  it('is one entry with the others of the page, by one statement', async () => {
    const periods = { comparedFrom: '2026-01-29', comparedTo: '2026-02-28', yearFrom: '2025-04-01' };
    const statements = await api.statementsOf(() => api.as(hr).send(webOperation('Engagement'), { ...march, ...periods, department: null }));
    expect(statements.filter((sql) => sql.includes('audit_entry'))).toHaveLength(1);
    expect(await written()).toMatchObject([
      { actor: hr.id, details: { questions: [march, { from: '2026-01-29', to: '2026-02-28' }, { from: '2025-04-01', to: '2026-03-31', byMonth: true }, { about: 'pulse' }] } },
    ]);
  });

  it('is one entry for a monthly report, with the periods that it compares', async () => {
    const periods = { beforeFrom: '2026-02-01', beforeTo: '2026-02-28', earlierFrom: '2025-03-01', earlierTo: '2025-03-31', yearFrom: '2025-04-01' };
    await api.as(hr).send(webOperation('EngagementReport'), { ...march, ...periods });
    const questions = [march, { from: '2026-02-01', to: '2026-02-28' }, { from: '2025-03-01', to: '2025-03-31' }, { from: '2025-04-01', to: '2026-03-31', byMonth: true }];
    expect(await written()).toMatchObject([{ action: 'engagement.read', actor: hr.id, details: { questions } }]);
  });

  it('is written once when it is asked twice', async () => {
    await api.as(hr).send(`{ a: engagement(from: "2026-03-01", to: "2026-03-31") { people } b: engagement(from: "2026-03-01", to: "2026-03-31") { minGroup } }`);
    expect(await written()).toMatchObject([{ details: { questions: [march] } }]);
  });

  it('is written as refused when anybody else asks, who learns no more than that', async () => {
    for (const role of roles.filter((other) => other !== 'hr')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.as(somebody).send(READ, { ...march, department: 'x'.repeat(5_000) })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const [entry, ...more] = (await written()).slice(-1);
      expect([entry, more]).toEqual([{ area: 'engagement', action: 'engagement.refused', actor: somebody.id, details: { questions: [{ ...march, department: `${'x'.repeat(119)}…` }] } }, []]);
    }
    expect(await written()).toHaveLength(roles.length - 1);
    await expect(api.anonymous().send(READ, march)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await written()).toHaveLength(roles.length - 1);
  });

  it('that makes no sense is not written', async () => {
    await expect(api.as(hr).send(READ, { from: march.to, to: march.from })).rejects.toMatchObject({ code: 'ENGAGEMENT_PERIOD_REVERSED' });
    expect(await written()).toEqual([]);
  });

  it('gets no answer when it cannot be written', async () => {
    await api.manager.query('ALTER TABLE audit_entry RENAME TO audit_entry_away');
    await expect(api.as(hr).send(READ, march)).rejects.toMatchObject({ code: 'INTERNAL' });
    await api.manager.query('ALTER TABLE audit_entry_away RENAME TO audit_entry');
    await expect(api.as(hr).send(READ, march)).resolves.toBeTruthy();
  });
});
