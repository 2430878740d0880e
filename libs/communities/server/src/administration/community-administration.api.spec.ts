import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId, platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '@parvis/people/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';

const LIST = `query ($search: String, $state: AdministeredCommunityState, $first: Int, $after: String) {
  administeredCommunities(search: $search, state: $state, first: $first, after: $after) { totalCount edges { node { id name state visibility memberCount lastActivityOn animators { id } } } pageInfo { endCursor hasNextPage } }
}`;
const HIDDEN = '{ hiddenCommunityCount }';
const ARCHIVE = 'mutation ($id: ID!, $isArchived: Boolean!) { setCommunityArchived(id: $id, isArchived: $isArchived) { id archivedAt } }';

interface List {
  administeredCommunities: { totalCount: number; edges: { node: { id: string; name: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

let api: TestApi;
let it_: PersonEntity, animator: PersonEntity, gone: PersonEntity;
let secretId: string, closedId: string;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [it_, animator, gone] = [await aPerson().being('it').save(api.manager), await aPerson().save(api.manager), await aPerson().gone().save(api.manager)];
  await aCommunity().named('Atelier 100 %').animatedBy(animator).save(api.manager);
  closedId = (await aCommunity().named('Banc').being('closed').animatedBy(animator).save(api.manager)).id;
  await aCommunity().named('Cave').being('secret').animatedBy(gone).with(animator).save(api.manager);
  await aCommunity().named('Dortoir').archived().animatedBy(animator).save(api.manager);
  const old = await aCommunity().named('Écurie').animatedBy(animator).save(api.manager);
  await api.manager.query(`UPDATE community SET created_at = now() - interval '91 days', sort_name = 'ecurie' WHERE id = $1`, [old.id]);
  secretId = (await aCommunity().named('Forge').being('secret').animatedBy(animator).save(api.manager)).id;
});
afterAll(() => api.stop());

const list = async (variables = {}, by = it_) => (await api.confirmed(by).send<List>(LIST, variables)).administeredCommunities;
const names = async (variables = {}) => (await list(variables)).edges.map(({ node }) => node.name);

describe('communities as IT looks after them', () => {
  it('are told by name with how they are; of a secret one that is animated nothing but that there is one', async () => {
    expect((await list()).edges.map(({ node }) => node)).toMatchObject([
      { name: 'Atelier 100 %', state: 'ALIVE', memberCount: 1, lastActivityOn: null, animators: [{ id: animator.id }] },
      { name: 'Banc', state: 'ALIVE', visibility: 'CLOSED' },
      { name: 'Cave', state: 'ORPHANED', memberCount: 2, animators: [] },
      { name: 'Dortoir', state: 'ARCHIVED' },
      { name: 'Écurie', state: 'ASLEEP' },
    ]);
    expect(await api.confirmed(it_).send(HIDDEN)).toEqual({ hiddenCommunityCount: 1 });
  });

  it('are found by part of a name and by state, page by page', async () => {
    expect(await names({ search: 'ECU' })).toEqual(['Écurie']);
    expect(await names({ search: '0 %' })).toEqual(['Atelier 100 %']);
    expect(await names({ search: '_' })).toEqual([]);
    expect(await names({ search: 'forge' })).toEqual([]);
    expect(await names({ state: 'ORPHANED' })).toEqual(['Cave']);
    const first = await list({ first: 2 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([5, true]);
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Cave', 'Dortoir']);
    await expect(list({ search: 'x'.repeat(101) })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
  });

  it('are for IT who has lately said again who they are', async () => {
    for (const person of [animator, await aPerson().being('hr').save(api.manager), await aPerson().being('moderator').save(api.manager)]) {
      await expect(list({}, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(api.confirmed(person).send(HIDDEN)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(api.confirmed(person).send(ARCHIVE, { id: closedId, isArchived: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    for (const [query, variables] of [[LIST, {}], [HIDDEN, {}], [ARCHIVE, { id: closedId, isArchived: true }]] as const) {
      await expect(api.as(it_).send(query, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    }
  });

  it('are put to rest and woken, which their history and the audit log tell', async () => {
    for (const isArchived of [true, true, false]) await api.confirmed(it_).send(ARCHIVE, { id: closedId, isArchived });
    const changes: { kind: string }[] = await api.manager.query('SELECT kind FROM community_change WHERE community_id = $1 ORDER BY id', [closedId]);
    expect(changes.map(({ kind }) => kind)).toEqual(['archived', 'restored']);
    const entries: { action: string }[] = await api.manager.query(`SELECT action FROM audit_entry WHERE details ->> 'community' = $1 ORDER BY number`, [closedId]);
    expect(entries.map(({ action }) => action)).toEqual(['configuration.community-archived', 'configuration.community-restored']);
    for (const id of [secretId, newId()]) await expect(api.confirmed(it_).send(ARCHIVE, { id, isArchived: true })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.confirmed(it_).send(ARCHIVE, { id: '17', isArchived: true })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });

  it('cost the same however many there are', async () => {
    const cost = async () => (await api.statementsOf(() => list({ first: 50 }))).length;
    const before = await cost();
    for (let i = 0; i < 5; i += 1) await aCommunity().named(`Zone ${i}`).animatedBy(animator).save(api.manager);
    expect(await cost()).toBe(before);
  });
});
