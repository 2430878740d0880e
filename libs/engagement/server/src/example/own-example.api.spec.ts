import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPost } from '@parvis/feed/server/testing';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { dayMs, daysAgo } from '@parvis/platform/server';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';

interface Own {
  example: Record<string, number | null> | null;
}
const PARTS = `example { days written replyShare replyMedianMinutes communities delegatedShare }`;
const READ = `{ ownFigures { ${PARTS} } }`;
const nothing = { days: 30, written: 0, replyShare: null, replyMedianMinutes: null, communities: 0, delegatedShare: null };

let api: TestApi;
let network: Network;
let lead: PersonEntity, peer: PersonEntity, delegate: PersonEntity, employee: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person CASCADE');
  network = new Network(api.manager);
  [lead, peer] = [await told().being('executive').save(api.manager), await told().being('executive').save(api.manager)];
  [delegate, employee] = [await told().save(api.manager), await told().save(api.manager)];
});

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });

const read = async (viewer: PersonEntity): Promise<Own | null> => (await api.as(viewer).send<{ ownFigures: Own | null }>(READ)).ownFigures;
const dayAgo = (days: number): string => daysAgo(days).toISOString().slice(0, 10);

/** Within 30 days: three comments, a post and one by the delegate; two of the comments reply to somebody who is no executive, after 30 and 90 minutes. */
async function write(): Promise<void> {
  const [ran, joined] = [await aCommunity().animatedBy(lead).save(api.manager), await aCommunity().with(lead, employee).save(api.manager)];
  await aPost().by(lead).in(ran).writtenAt(daysAgo(4)).save(api.manager);
  await aPost().by(lead).in(joined).through(delegate).writtenAt(daysAgo(3)).save(api.manager);
  await network.comment(lead, peer, dayAgo(3));
  for (const time of ['12:30:00Z', '13:30:00Z']) await network.answer(lead, await network.question(employee, dayAgo(2)), dayAgo(2), time);
  // Neither counts: too long ago, and of another.
  await network.comment(lead, employee, dayAgo(30));
  await network.comment(peer, employee, dayAgo(2));
}
const written = { days: 30, written: 5, replyShare: 0.4, replyMedianMinutes: 30, communities: 1, delegatedShare: 0.2 };

describe('the example of an executive', () => {
  it('is told to that executive, of the last 30 days, as the group is counted', async () => {
    expect(await read(lead)).toEqual({ example: nothing });
    await write();
    expect(await read(lead)).toEqual({ example: written });
  });

  it('is the same once its days have been rolled up, which keep as many acts of the group', async () => {
    await write();
    await rollUp(api.dataSource);
    expect(await read(lead)).toEqual({ example: written });
    const acts: { examples: unknown[] }[] = await api.manager.query(`SELECT examples FROM engagement_day WHERE day > $1`, [new Date(Date.now() - 30 * dayMs).toISOString().slice(0, 10)]);
    // The group holds the comment of the peer besides.
    expect(acts.flatMap(({ examples }) => examples).length).toBe(written.written + 1);
  });

  it('begins with the day on which they became one', async () => {
    const promoted = await told().save(api.manager);
    await network.comment(promoted, employee, dayAgo(2));
    await api.manager.query(`UPDATE engagement_standing SET noted_on = noted_on - 1 WHERE person_id = $1`, [promoted.id]);
    await api.manager.query(`UPDATE person SET roles = '{employee,executive}' WHERE id = $1`, [promoted.id]);
    expect(await read(promoted)).toEqual({ example: nothing });
    await network.comment(promoted, employee, dayAgo(0));
    expect((await read(promoted))?.example).toMatchObject({ written: 1, replyShare: 1 });
  });

  it('is off with their other figures, and reads no event then', async () => {
    await write();
    await api.as(lead).send(`mutation { setOwnFigures(areWanted: false) { ${PARTS} } }`);
    const statements = await api.statementsOf(async () => expect(await read(lead)).toBeNull());
    expect(statements.filter((sql) => sql.includes('engagement_'))).toEqual([]);
    expect(await api.as(lead).send(`mutation { setOwnFigures(areWanted: true) { ${PARTS} } }`)).toEqual({ setOwnFigures: { example: written } });
  });
});

describe('the example of another', () => {
  it.each(roles.filter((role) => role !== 'executive'))('is told to nobody of role %s', async (role) => {
    await write();
    const reader = await told().being(role).save(api.manager);
    await api.manager.update('person', lead.id, { managerId: reader.id });
    expect(await read(reader)).toEqual({ example: null });
    expect(await read(lead)).toEqual({ example: written });
  });

  it('is told neither to another executive, who reads their own, nor to the delegate who writes for them', async () => {
    await write();
    await api.as(lead).send(`mutation ($personId: ID!) { declareDelegation(personId: $personId) { id } }`, { personId: delegate.id });
    expect(await read(peer)).toEqual({ example: { ...nothing, written: 1, replyShare: 1, replyMedianMinutes: expect.any(Number), delegatedShare: 0 } });
    expect(await read(delegate)).toEqual({ example: null });
    await expect(api.anonymous().send(READ)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('cannot be asked for: no field that leads there takes a person, and no other does', async () => {
    interface Field {
      name: string;
      args: { name: string }[];
      type: { name: string | null; ofType: { name: string | null } | null };
    }
    const { __schema } = await api.as(lead).send<{ __schema: { types: { name: string; fields: Field[] | null }[] } }>('{ __schema { types { name fields { name args { name } type { name ofType { name } } } } } }');
    const leading = (to: string) => __schema.types.flatMap(({ name, fields }) => (fields ?? []).filter(({ type }) => (type.name ?? type.ofType?.name) === to).map((field) => ({ path: `${name}.${field.name}`, args: field.args.map((one) => one.name) })));
    expect(leading('OwnExample')).toEqual([{ path: 'OwnFigures.example', args: [] }]);
    expect(leading('OwnFigures')).toEqual([{ path: 'Mutation.setOwnFigures', args: ['areWanted'] }, { path: 'Query.ownFigures', args: [] }]);
  });
});
