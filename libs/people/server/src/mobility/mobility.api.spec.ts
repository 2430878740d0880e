import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

const SET = `mutation ($wish: String) { setMobility(wish: $wish) { mobility { wish } } }`;
const READ = `query ($id: ID!) { person(id: $id) { mobility { wish } } }`;
const LIST = `query ($first: Int! = 20, $after: String) { openToMobility(first: $first, after: $after) { edges { node { wish person { displayName } } } pageInfo { hasNextPage endCursor } } }`;

interface List {
  openToMobility: { edges: { node: { wish: string; person: { displayName: string } } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null;
}

let api: TestApi;
let owner: PersonEntity, hr: PersonEntity, boss: PersonEntity, headOfHr: PersonEntity, colleague: PersonEntity, executive: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query(`DELETE FROM mobility`);
  executive = await aPerson().named('Ella Executive').being('executive').save(api.manager);
  headOfHr = await aPerson().named('Hope Head').being('hr').reportingTo(executive).save(api.manager);
  boss = await aPerson().named('Bo Boss').reportingTo(headOfHr).save(api.manager);
  owner = await aPerson().named('Olga Owner').reportingTo(boss).save(api.manager);
  hr = await aPerson().named('Hugh Human').being('hr').reportingTo(headOfHr).save(api.manager);
  colleague = await aPerson().named('Cole League').being('it', 'moderator').reportingTo(boss).save(api.manager);
});

const tell = (wish: string | null, person = owner) => api.as(person).send(SET, { wish });
const seenBy = async (reader: PersonEntity) => (await api.as(reader).send<{ person: { mobility: { wish: string } | null } }>(READ, { id: owner.id })).person.mobility;
const listOf = async (reader: PersonEntity, variables = {}) => (await api.as(reader).send<List>(LIST, variables)).openToMobility;
const namesFor = async (reader: PersonEntity) => (await listOf(reader))?.edges.map(({ node }) => node.person.displayName) ?? null;

describe('openness to another position', () => {
  it('is known to HR once the person says so, and to nobody else; never to those above, even of HR', async () => {
    const everybody = { owner, hr, boss, headOfHr, executive, colleague };
    const seen = async () => Object.fromEntries(await Promise.all(Object.entries(everybody).map(async ([name, reader]) => [name, await seenBy(reader)])));
    const unseen = { owner: null, hr: null, boss: null, headOfHr: null, executive: null, colleague: null };
    expect(await seen()).toEqual(unseen);
    await tell(' Data, in Nantes ');
    expect(await seen()).toEqual({ ...unseen, owner: { wish: 'Data, in Nantes' }, hr: { wish: 'Data, in Nantes' } });
    await tell(null);
    expect(await seen()).toEqual(unseen);
  });

  it('is taken back by saying nothing too', async () => {
    await tell('Data');
    await expect(api.as(owner).send('mutation { setMobility { mobility { wish } } }')).resolves.toEqual({ setMobility: { mobility: null } });
  });

  it('follows the chain as it is now, through those who left, and survives a circle', async () => {
    await tell('');
    expect(await seenBy(headOfHr)).toBeNull();
    await api.manager.query(`UPDATE person SET deactivated_at = now() WHERE id = $1`, [boss.id]);
    expect(await seenBy(headOfHr)).toBeNull();
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = $2`, [colleague.id, owner.id]);
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = $2`, [owner.id, colleague.id]);
    expect([await seenBy(headOfHr), await seenBy(hr)]).toEqual([{ wish: '' }, { wish: '' }]);
  });

  it('goes with the role', async () => {
    await tell('x');
    expect(await seenBy(hr)).toEqual({ wish: 'x' });
    await api.manager.query(`UPDATE person SET roles = '{employee}' WHERE id = $1`, [hr.id]);
    expect([await seenBy(hr), await listOf(hr)]).toEqual([null, null]);
  });

  it('emits no event by which others could notice', async () => {
    await api.settled();
    const [before] = await api.manager.query(`SELECT count(*) FROM outbox_event`);
    await tell('x');
    await api.settled();
    expect(await api.manager.query(`SELECT count(*) FROM outbox_event`)).toEqual([before]);
  });

  it('is refused when it is too long, and what was said stays', async () => {
    await tell('x');
    await expect(tell('x'.repeat(401))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'wish' });
    await expect(api.anonymous().send(SET, { wish: 'x' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await seenBy(owner)).toEqual({ wish: 'x' });
  });
});

describe('the list of those who are open to it', () => {
  it('is for HR alone, without those whom the reader stands above, who left, or oneself', async () => {
    await tell('x');
    await tell('y', hr);
    const gone = await aPerson().named('Gone Girl').save(api.manager);
    await tell('z', gone);
    await api.manager.query(`UPDATE person SET deactivated_at = now() WHERE id = $1`, [gone.id]);
    expect(await namesFor(hr)).toEqual(['Olga Owner']);
    expect(await namesFor(headOfHr)).toEqual([]);
    for (const reader of [owner, boss, executive, colleague]) expect(await listOf(reader)).toBeNull();
    await expect(api.anonymous().send(LIST)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('goes newest first, page by page, in as many statements as for one', async () => {
    for (let i = 0; i < 5; i += 1) await tell(`${i}`, await aPerson().named(`Person ${i}`).save(api.manager));
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: List['openToMobility'] = await listOf(hr, { first: 2, after });
      pages.push(...(page?.edges.map(({ node }) => node.wish) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(['4', '3', '2', '1', '0']);
    expect(await api.statementsOf(() => listOf(hr, { first: 1 }))).toHaveLength(2);
    expect(await api.statementsOf(() => listOf(hr, { first: 5 }))).toHaveLength(2);
    await expect(listOf(hr, { after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
