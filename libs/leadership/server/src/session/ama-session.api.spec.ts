import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { testDomains } from '../testing/domains.ts';
import { anAmaSession } from '../testing/index.ts';
import type { AmaState } from './ama-state.ts';

const SESSION = 'id title description state opensAt startsAt endsAt host { id } cohosts { id } community { id } questionCounts { open answered } viewerCanAsk viewerIsHost viewerCanChange';
const PLAN = `mutation ($input: PlanAmaSessionInput!) { planAmaSession(input: $input) { ${SESSION} } }`;
const CHANGE = `mutation ($input: ChangeAmaSessionInput!) { changeAmaSession(input: $input) { ${SESSION} } }`;
const CANCEL = 'mutation ($id: ID!) { cancelAmaSession(id: $id) { state } }';
const ONE = `query ($id: ID!) { amaSession(id: $id) { ${SESSION} } }`;
const LIST = `query ($period: AmaPeriod!, $first: Int! = 20, $after: String) { amaSessions(period: $period, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

interface List {
  amaSessions: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let api: TestApi;
let host: PersonEntity, other: PersonEntity, employee: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  host = await aPerson().being('executive').save(api.manager);
  other = await aPerson().being('executive').save(api.manager);
  [employee] = (await people(api.manager, 1)) as [PersonEntity];
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const plan = (change = {}) => ({ key: randomUUID(), title: 'Where are we going?', description: 'Two years ahead.', opensAt: inHours(-1), startsAt: inHours(24), endsAt: inHours(25), ...change });
const planned = async (change = {}) => (await api.as(host).send<{ planAmaSession: { id: string } }>(PLAN, { input: plan(change) })).planAmaSession;
const idsOf = ({ amaSessions }: List): string[] => amaSessions.edges.map(({ node }) => node.id);

describe('planning a session', () => {
  it('is for executives: to the company, with another executive beside', async () => {
    await expect(api.as(host).send(PLAN, { input: plan({ cohostIds: [other.id, other.id] }) })).resolves.toMatchObject({
      planAmaSession: { title: 'Where are we going?', state: 'COLLECTING', host: { id: host.id }, cohosts: [{ id: other.id }], community: null, questionCounts: { open: 0, answered: 0 }, viewerCanAsk: true, viewerIsHost: true, viewerCanChange: true },
    });
    await expect(api.as(employee).send(PLAN, { input: plan() })).rejects.toMatchObject({ code: 'AMA_ONLY_EXECUTIVES' });
    await expect(api.anonymous().send(PLAN, { input: plan() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('makes one session of two tries with the same key, even at once', async () => {
    const input = plan();
    const [first, second] = await Promise.all([api.as(host).send(PLAN, { input }), api.as(host).send(PLAN, { input })]);
    expect(second).toEqual(first);
    expect(await api.manager.query('SELECT 1 FROM ama_session WHERE key = $1', [input.key])).toHaveLength(1);
  });

  it('in a community is for its members, and the co-hosts must be able to read there', async () => {
    const closed = await aCommunity().being('closed').with(host).save(api.manager);
    await expect(planned({ communityId: closed.id })).resolves.toMatchObject({ community: { id: closed.id } });
    await expect(planned({ communityId: closed.id, cohostIds: [other.id] })).rejects.toMatchObject({ code: 'AMA_COHOST_INVALID', field: 'cohostIds' });
    await expect(api.as(other).send(PLAN, { input: plan({ communityId: closed.id }) })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
  });

  it.each([
    ['no title', { title: '  ' }, 'TEXT_REQUIRED', 'title'],
    ['a title too long', { title: 'x'.repeat(151) }, 'TEXT_TOO_LONG', 'title'],
    ['a description too long', { description: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG', 'description'],
    ['questions that open after the start', { opensAt: inHours(25) }, 'AMA_TIMES_INVALID', 'opensAt'],
    ['an end before the start', { endsAt: inHours(23) }, 'AMA_TIMES_INVALID', 'endsAt'],
    ['an end in the past', { opensAt: inHours(-3), startsAt: inHours(-2), endsAt: inHours(-1) }, 'AMA_TIMES_INVALID', 'endsAt'],
    ['a key that is none', { key: 'mine' }, 'ID_INVALID', 'key'],
    ['a start that is no time', { startsAt: 'tomorrow' }, 'BAD_USER_INPUT', undefined],
    ['somebody unknown beside', { cohostIds: [randomUUID()] }, 'AMA_COHOST_INVALID', 'cohostIds'],
    ['a crowd beside', { cohostIds: Array.from({ length: 6 }, () => randomUUID()) }, 'AMA_COHOST_INVALID', 'cohostIds'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(planned(change)).rejects.toMatchObject({ code, field });
  });

  it('refuses somebody who is no executive, or who left, beside', async () => {
    const gone = await aPerson().being('executive').gone().save(api.manager);
    for (const { id } of [employee, gone]) await expect(planned({ cohostIds: [id] })).rejects.toMatchObject({ code: 'AMA_COHOST_INVALID' });
    const { executives } = await api.as(employee).send<{ executives: { id: string }[] }>('{ executives { id } }');
    expect(executives.map(({ id }) => id)).toEqual(expect.arrayContaining([host.id, other.id]));
    for (const { id } of [employee, gone]) expect(executives.map((executive) => executive.id)).not.toContain(id);
  });
});

describe('changing a session', () => {
  const change = (id: string, more = {}) => {
    const { key: _key, ...input } = plan({ title: 'Elsewhere', ...more });
    return { input: { id, ...input } };
  };

  it('is for its host, until it is over', async () => {
    const session = await anAmaSession(host).with(other).being('live').save(api.manager);
    await expect(api.as(host).send(CHANGE, change(session.id, { cohostIds: [] }))).resolves.toMatchObject({ changeAmaSession: { title: 'Elsewhere', cohosts: [], state: 'COLLECTING' } });
    for (const person of [other, employee]) await expect(api.as(person).send(CHANGE, change(session.id))).rejects.toMatchObject({ code: 'AMA_NOT_HOST' });
    await expect(api.as(host).send(CHANGE, change(session.id, { endsAt: inHours(-1) }))).rejects.toMatchObject({ code: 'AMA_TIMES_INVALID' });
    await expect(api.as(host).send(CHANGE, change('17'))).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.as(host).send(CHANGE, change(randomUUID()))).rejects.toMatchObject({ code: 'AMA_SESSION_NOT_FOUND' });
  });

  it.each<AmaState>(['over', 'cancelled'])('is refused when it is %s, and so is calling it off', async (state) => {
    const session = await anAmaSession(host).being(state).save(api.manager);
    await expect(api.as(host).send(CHANGE, change(session.id))).rejects.toMatchObject({ code: 'AMA_SESSION_CLOSED' });
    await expect(api.as(host).send(CANCEL, { id: session.id })).rejects.toMatchObject({ code: 'AMA_SESSION_CLOSED' });
  });

  it('can be calling it off, by the host alone', async () => {
    const { id } = await anAmaSession(host).save(api.manager);
    await expect(api.as(employee).send(CANCEL, { id })).rejects.toMatchObject({ code: 'AMA_NOT_HOST' });
    await expect(api.as(host).send(CANCEL, { id })).resolves.toEqual({ cancelAmaSession: { state: 'CANCELLED' } });
    await expect(api.as(employee).send(ONE, { id })).resolves.toMatchObject({ amaSession: { state: 'CANCELLED', viewerCanAsk: false } });
  });
});

describe('seeing sessions', () => {
  it('of a closed community is for its members: in lists, by address and in the calendar', async () => {
    const closed = await aCommunity().being('closed').with(host, employee).save(api.manager);
    const [stranger] = (await people(api.manager, 1)) as [PersonEntity];
    const { id } = await anAmaSession(host).in(closed).save(api.manager);
    const calendar = async (person: PersonEntity) => fetch(`${api.url}/calendar/ama/${id}.ics`, { headers: { cookie: await api.cookieOf(person.id) } });

    await expect(api.as(employee).send(ONE, { id })).resolves.toMatchObject({ amaSession: { id, viewerCanAsk: true, viewerIsHost: false, viewerCanChange: false } });
    expect(idsOf(await api.as(employee).send<List>(LIST, { period: 'CURRENT' }))).toContain(id);
    const file = await (await calendar(employee)).text();
    expect(file).toMatch(/BEGIN:VEVENT[^]*SUMMARY:Ask me anything/);

    await expect(api.as(stranger).send(ONE, { id })).resolves.toEqual({ amaSession: null });
    expect(idsOf(await api.as(stranger).send<List>(LIST, { period: 'CURRENT' }))).not.toContain(id);
    expect((await calendar(stranger)).status).toBe(404);
    expect((await fetch(`${api.url}/calendar/ama/${id}.ics`)).status).toBe(401);
    await expect(api.as(stranger).send(CANCEL, { id })).rejects.toMatchObject({ code: 'AMA_SESSION_NOT_FOUND' });
  });

  it('tells calendars by a number that grows that its times were changed, or that it was called off, and nothing else', async () => {
    const { id, title, description, opensAt, startsAt, endsAt } = await anAmaSession(host).save(api.manager);
    const plan = { title, description, opensAt, startsAt, endsAt, cohostIds: [] };
    const later = (time: Date) => new Date(time.getTime() + 3_600_000);
    const change = (changed: object) => api.as(host).send(CHANGE, { input: { id, ...plan, ...changed } });
    const file = async () => (await fetch(`${api.url}/calendar/ama/${id}.ics`, { headers: { cookie: await api.cookieOf(employee.id) } })).text();

    expect(await file()).toMatch(/^SEQUENCE:0\r?$/m);
    await change({ title: 'Another name' });
    expect(await file()).toMatch(/^SEQUENCE:0\r?$/m);
    await change({ endsAt: later(endsAt) });
    expect(await file()).toMatch(/^SEQUENCE:1\r?$/m);
    await change({ startsAt: later(startsAt), endsAt: later(later(endsAt)) });
    expect(await file()).toMatch(/^SEQUENCE:2\r?$/m);
    await api.as(host).send(CANCEL, { id });
    expect(await file()).toMatch(/^SEQUENCE:3\r?$/m);
  });

  it('lists current ones soonest first and past ones latest first, page by page', async () => {
    await api.manager.query('TRUNCATE ama_session CASCADE');
    const saved = (state: AmaState) => anAmaSession(host).being(state).save(api.manager);
    const [announced, collecting, live, over, older] = [await saved('announced'), await saved('collecting'), await saved('live'), await saved('over'), await saved('over')];
    await api.manager.query(`UPDATE ama_session SET opens_at = opens_at - interval '9 days', starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days' WHERE id = $1`, [older.id]);
    const cancelled = await anAmaSession(host).being('cancelled').save(api.manager);
    await api.manager.query(`UPDATE ama_session SET starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' WHERE id = $1`, [cancelled.id]);
    const whole = [live.id, collecting.id, cancelled.id, announced.id];
    const read = (variables: object) => api.as(employee).send<List>(LIST, { period: 'CURRENT', ...variables });

    expect(idsOf(await read({}))).toEqual(whole);
    const first = await read({ first: 3 });
    const rest = await read({ first: 3, after: first.amaSessions.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(whole);
    expect(idsOf(await read({ period: 'PAST' }))).toEqual([over.id, older.id]);
    const latest = await read({ period: 'PAST', first: 1 });
    expect(idsOf(await read({ period: 'PAST', after: latest.amaSessions.pageInfo.endCursor }))).toEqual([older.id]);
    await expect(read({ after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
