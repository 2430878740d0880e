import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { AuditLog, newId, platformDomain } from '@parvis/platform/server';
import { auditDomain } from './audit.domain.ts';

const READ = `query ($actor: ID, $since: DateTime, $before: DateTime, $first: Int, $after: String) {
  auditLog(area: ENGAGEMENT, actor: $actor, since: $since, before: $before, first: $first, after: $after) {
    edges { node { id number at action line actor { id displayName } } } pageInfo { hasNextPage endCursor }
  }
}`;
const ACTORS = '{ auditActors(area: ENGAGEMENT) { displayName } }';

interface Read {
  auditLog: { edges: { node: { number: number; at: string; action: string; line: string; actor: { displayName: string } | null } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

let api: TestApi;
let council: PersonEntity, karim: PersonEntity, zoe: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, auditDomain]);
  council = await aPerson().named('Hervé Kerbrat').being('works-council').save(api.manager);
  karim = await aPerson().named('Karim Benjelloun').being('hr').save(api.manager);
  zoe = await aPerson().named('Zoé Aubert').save(api.manager);
  const log = api.app.get(AuditLog);
  const question = { from: '2026-03-01', to: '2026-03-31' };
  await log.write({ area: 'engagement', action: 'engagement.read', actorId: karim.id, details: { questions: [{ ...question, department: 'Production' }] } });
  await log.write({ area: 'identity', action: 'identity.signed-in', actorId: karim.id, details: {} });
  await log.write({ area: 'engagement', action: 'engagement.refused', actorId: zoe.id, details: { questions: [question] } });
  await log.write({ area: 'engagement', action: 'engagement.read', actorId: newId(), details: { questions: [question] } });
});
afterAll(() => api.stop());

const read = async (variables = {}) => (await api.as(council).send<Read>(READ, variables)).auditLog;
const numbers = async (variables = {}) => (await read(variables)).edges.map(({ node }) => node.number);
const download = async (person: PersonEntity | null, area = 'engagement') =>
  fetch(`${api.url}/audit-files/${area}.jsonl`, { headers: { cookie: person ? await api.cookieOf(person.id) : '' } });

describe('the other parts of the log', () => {
  const LOG = 'query ($area: AuditArea!, $reference: String) { auditLog(area: $area, reference: $reference) { edges { node { action line } } } }';
  const AREAS = '{ auditAreas }';

  it.each([
    ['it', ['PROVISIONING', 'SIGN_IN', 'CONFIGURATION', 'ROLE', 'PEOPLE']],
    ['auditor', ['PROVISIONING', 'SIGN_IN', 'SESSION', 'CONFIGURATION', 'ROLE', 'PEOPLE', 'BREAK_GLASS']],
    ['works-council', ['ENGAGEMENT', 'BREAK_GLASS']],
    ['hr', []],
    ['executive', []],
    ['moderator', []],
  ] as const)('are told to %s: %j', async (role, readable) => {
    const somebody = await aPerson().being(role).save(api.manager);
    expect(await api.as(somebody).send(AREAS)).toEqual({ auditAreas: readable });
    for (const area of ['ENGAGEMENT', 'PROVISIONING', 'SIGN_IN', 'SESSION', 'CONFIGURATION', 'ROLE', 'PEOPLE', 'BREAK_GLASS']) {
      const answer = api.as(somebody).send(LOG, { area });
      if ((readable as readonly string[]).includes(area)) await expect(answer).resolves.toBeDefined();
      else await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('find a refusal by the reference that its page showed', async () => {
    const log = api.app.get(AuditLog);
    for (const reference of ['K7QX2M9P', 'ZZZZ2222']) await log.write({ area: 'sign-in', action: 'sign-in.refused', actorId: null, details: { reference, reason: 'audience', detail: '' } });
    const it_ = await aPerson().being('it').save(api.manager);
    const { auditLog } = await api.as(it_).send<Read>(LOG, { area: 'SIGN_IN', reference: ' k7qx2m9p ' });
    expect(auditLog.edges.map(({ node }) => JSON.parse(node.line).details.reference)).toEqual(['K7QX2M9P']);
  });
});

describe('who read the indicators', () => {
  it('is told to the works council: who, when and what, the newest first, of that area alone', async () => {
    const { edges } = await read();
    expect(edges.map(({ node }) => [node.number, node.action, node.actor?.displayName ?? null])).toEqual([
      [4, 'engagement.read', null],
      [3, 'engagement.refused', 'Zoé Aubert'],
      [1, 'engagement.read', 'Karim Benjelloun'],
    ]);
    expect(JSON.parse(edges[2]?.node.line ?? '')).toMatchObject({ actor: karim.id, number: 1, at: edges[2]?.node.at, details: { questions: [{ department: 'Production' }] } });
  });

  it('is told page by page, of one person, of a time', async () => {
    const { pageInfo } = await read({ first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect(await numbers({ first: 2, after: pageInfo.endCursor })).toEqual([1]);
    expect(await numbers({ actor: zoe.id })).toEqual([3]);
    const third = (await read()).edges[1]?.node.at;
    const [{ at: last }] = await api.manager.query('SELECT max(at) + interval \'1 second\' AS at FROM audit_entry');
    expect(await numbers({ since: last })).toEqual([]);
    expect(await numbers({ before: last })).toEqual([4, 3, 1]);
    expect(await numbers({ since: third })).toContain(3);
    expect(await numbers({ before: third })).not.toContain(3);
  });

  it('is told by few statements, however long the page is', async () => {
    expect(await api.statementsOf(() => read())).toHaveLength(2);
  });

  it('names those whom one may choose among', async () => {
    expect(await api.as(council).send(ACTORS)).toEqual({ auditActors: [{ displayName: 'Zoé Aubert' }, { displayName: 'Karim Benjelloun' }] });
  });

  it('can be taken away as lines, each with its hash', async () => {
    const answer = await download(council);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200, 'application/jsonl; charset=utf-8', expect.stringMatching(/^attachment; filename="parvis-audit-engagement-\d{4}-\d\d-\d\d\.jsonl"$/),
    ]);
    const lines = (await answer.text()).trim().split('\n').map((line) => JSON.parse(line) as { number: number; hash: string });
    expect(lines.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(lines.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect((await download(council, 'identity')).status).toBe(403);
  });

  it.each(roles.filter((role) => role !== 'works-council'))('is told to nobody who is %s', async (role) => {
    const somebody = await aPerson().being(role).save(api.manager);
    await expect(api.as(somebody).send(READ)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(somebody).send(ACTORS)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const answer = await download(somebody);
    expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('hash')]);
    expect((await download(council)).status).toBe(200);
  });

  it('is told to nobody who is not signed in', async () => {
    await expect(api.anonymous().send(READ)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await download(null)).status).toBe(401);
  });

  it('has parts that are read by others: provisioning by IT, which does not read this one', async () => {
    const it = await aPerson().being('it').save(api.manager);
    const ofProvisioning = READ.replace('ENGAGEMENT', 'PROVISIONING');
    await api.app.get(AuditLog).write({ area: 'provisioning', action: 'provisioning.user-left', actorId: null, details: { person: zoe.id } });
    const { auditLog } = await api.as(it).send<Read>(ofProvisioning);
    expect(auditLog.edges.map(({ node }) => node.action)).toEqual(['provisioning.user-left']);
    await expect(api.as(it).send(READ)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(council).send(ofProvisioning)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['ID_INVALID', { actor: 'karim' }],
    ['CURSOR_INVALID', { after: 'nowhere' }],
    ['PAGE_TOO_LARGE', { first: 51 }],
  ])('answers %s to what makes no sense', async (code, variables) => {
    await expect(api.as(council).send(READ, variables)).rejects.toMatchObject({ code });
  });
});
