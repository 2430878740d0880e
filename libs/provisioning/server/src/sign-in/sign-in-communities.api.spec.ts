import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { PeopleMerge, SignIn, type AssertedPerson, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId, Transactions } from '@parvis/platform/server';
import { provisioningAndBelow, ScimTestApi } from '../testing/scim-test-api.ts';

const [environment, pages] = ['https://idp.example', 'https://lyon.example'];
const MAP = 'mutation ($providerId: ID!, $communities: [SignInCommunityInput!]!) { mapSignInGroups(providerId: $providerId, communities: $communities) { key groups community { id } } }';
const JOIN = 'mutation ($id: ID!) { joinCommunity(id: $id) { id } }';
const LEAVE = 'mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }';
const ADD = 'mutation ($communityId: ID!, $personId: ID!) { addCommunityMember(communityId: $communityId, personId: $personId) { id } }';

let api: TestApi;
let it_: PersonEntity;
let animator: PersonEntity;
let count = 0;

beforeAll(async () => {
  process.env['SAML_COMMUNITIES'] = 'quality-team=Quality by name; night=Twice; cn=day,ou=groups,dc=corp=Quality by name';
  api = await TestApi.start(provisioningAndBelow);
  delete process.env['SAML_COMMUNITIES'];
  it_ = await aPerson().being('it').save(api.manager);
  animator = await aPerson().save(api.manager);
});
afterAll(() => api.stop());

async function aProvider(): Promise<{ id: string; issuer: string }> {
  count += 1;
  const [id, issuer] = [newId(), `${pages}/${count}`];
  await api.manager.query(
    `INSERT INTO identity_provider (id, name, entity_id, metadata, metadata_read_at, is_enabled, mail_domains, accepts_unsolicited, shares_identifiers, clock_tolerance_seconds, attributes, role_groups, admitted_groups, created_at, updated_at)
     VALUES ($1, 'Lyon', $2, '', now(), true, '{}', false, true, 90, '{}', '{}', '{}', now(), now())`,
    [id, issuer],
  );
  return { id, issuer };
}
const somebody = (): string => `someone-${(count += 1)}`;
/** Signs in, and says who that is. */
async function signIn(identifier: string, issuer: string, groups: string[] | null): Promise<string> {
  const nothing = { email: null, givenName: null, surname: null, displayName: null, department: null, title: null, manager: null, roles: [] };
  const asserted: AssertedPerson = { ...nothing, account: { issuer, subject: identifier, isAttribute: true, nameId: null, sharesIdentifiers: true }, groups };
  await api.app.get(SignIn, { strict: false }).signIn(asserted, { issuer, nameId: identifier, nameIdFormat: null, sessionIndex: null, notOnOrAfter: null });
  const [person] = await api.manager.query('SELECT id FROM person WHERE identifier = $1', [identifier]);
  return person.id;
}
const map = (providerId: string, communities: { communityId: string; groups: string[] }[], person = it_) =>
  api.confirmed(person).send<{ mapSignInGroups: object[] }>(MAP, { providerId, communities });
const inside = async (communityId: string): Promise<string[]> => (await api.manager.query('SELECT person_id AS id FROM membership WHERE community_id = $1', [communityId])).map(({ id }: { id: string }) => id);
const isIn = async (communityId: string, personId: string): Promise<boolean> => (await inside(communityId)).includes(personId);
const open = () => aCommunity().animatedBy(animator).save(api.manager);

/** A community in which the group « quality » of an identity provider gives a place. */
async function aMapping() {
  const [provider, community] = [await aProvider(), await open()];
  await map(provider.id, [{ communityId: community.id, groups: ['Quality'] }]);
  return { ...provider, community };
}

describe('a group that an identity provider tells', () => {
  it('gives a place at every sign-in, the first included, and takes it when it is gone', async () => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, ['quality', 'others']);
    expect(await isIn(community.id, person)).toBe(true);
    await signIn(name, issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(true);
    await signIn(name, issuer, ['others']);
    expect(await isIn(community.id, person)).toBe(false);
    await signIn(name, issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(true);
  });

  it('gives nothing by another identity provider, and takes what the former gave', async () => {
    const { issuer, community } = await aMapping();
    const other = await aProvider();
    const name = somebody();
    const person = await signIn(name, issuer, ['quality']);
    await signIn(name, other.issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(false);
  });

  it('says nothing where a link stands in place of the groups', async () => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, ['quality']);
    await signIn(name, issuer, null);
    expect(await isIn(community.id, person)).toBe(true);
  });

  it('never takes the place of whoever came by themselves', async () => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, []);
    await api.as({ id: person }).send(JOIN, { id: community.id });
    await signIn(name, issuer, ['quality']);
    await signIn(name, issuer, []);
    expect(await isIn(community.id, person)).toBe(true);
  });

  it.each<[string, (communityId: string, personId: string) => Promise<unknown>]>([
    ['an animator added besides', (communityId, personId) => api.as(animator).send(ADD, { communityId, personId })],
    ['animates', (communityId, personId) => api.as(animator).send('mutation ($communityId: ID!, $personId: ID!) { setCommunityRole(communityId: $communityId, personId: $personId, role: ANIMATOR) { id } }', { communityId, personId })],
    ['left and came back by themselves', async (id, personId) => {
      await api.as({ id: personId }).send(LEAVE, { id });
      await api.as({ id: personId }).send(JOIN, { id });
    }],
  ])('never takes the place of whoever %s', async (_who, becomeTheirs) => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, ['quality']);
    await becomeTheirs(community.id, person);
    await signIn(name, issuer, ['quality']);
    await signIn(name, issuer, []);
    expect(await isIn(community.id, person)).toBe(true);
  });

  it('does not bring back whoever left, as long as it lasts', async () => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, ['quality']);
    await api.as({ id: person }).send(LEAVE, { id: community.id });
    await signIn(name, issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(false);
    await signIn(name, issuer, []);
    await signIn(name, issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(true);
  });

  it('takes nobody into a community that is closed or at rest by then', async () => {
    for (const change of [`visibility = 'closed'`, `visibility = 'secret'`, 'archived_at = now()']) {
      const { issuer, community } = await aMapping();
      await api.manager.query(`UPDATE community SET ${change} WHERE id = $1`, [community.id]);
      expect(await isIn(community.id, await signIn(somebody(), issuer, ['quality']))).toBe(false);
    }
  });

  it('brings nobody in who has left the company', async () => {
    const { issuer, community } = await aMapping();
    const name = somebody();
    const person = await signIn(name, issuer, []);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [person]);
    await signIn(name, issuer, ['quality']);
    expect(await isIn(community.id, person)).toBe(false);
  });

  it('is followed where its community was merged into another', async () => {
    const { issuer, community } = await aMapping();
    const [into, name] = [await open(), somebody()];
    const person = await signIn(name, issuer, ['quality']);
    const input = { fromId: community.id, intoId: into.id, confirmedContentCount: 0 };
    await api.as(animator).send('mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }', { input });
    await api.settled();
    await signIn(name, issuer, ['quality']);
    expect(await isIn(into.id, person)).toBe(true);
    await signIn(name, issuer, []);
    expect(await isIn(into.id, person)).toBe(false);
  });
});

describe('a place that the directory and sign-in give', () => {
  it('stays as long as one of them does', async () => {
    const { issuer, community } = await aMapping();
    const scim = await ScimTestApi.of(api, it_);
    const name = somebody();
    const { id } = await scim.done('POST', '/Users', { userName: name });
    const group = await scim.done('POST', '/Groups', { displayName: 'Quality', members: [{ value: id }] });
    await api.confirmed(it_).send('mutation ($groupId: ID!, $communityId: ID) { mapScimGroup(groupId: $groupId, communityId: $communityId) { id } }', { groupId: group.id, communityId: community.id });
    await signIn(name, issuer, ['quality']);
    await signIn(name, issuer, []);
    expect(await isIn(community.id, id)).toBe(true);
    await signIn(name, issuer, ['quality']);
    await scim.done('DELETE', `/Groups/${group.id}`);
    expect(await isIn(community.id, id)).toBe(true);
    await signIn(name, issuer, []);
    expect(await isIn(community.id, id)).toBe(false);
  });
});

describe('two people who turn out to be one', () => {
  it.each([['the newcomer’s', true], ['that of whoever was known before', false]])('keep a place that was their own, %s', async (_whose, isNewcomers) => {
    const { issuer, community } = await aMapping();
    const [given, own] = [somebody(), somebody()];
    const [givenId, ownId] = [await signIn(given, issuer, ['quality']), await signIn(own, issuer, [])];
    await api.as({ id: ownId }).send(JOIN, { id: community.id });
    const [fromId, intoId, kept] = isNewcomers ? [ownId, givenId, given] : [givenId, ownId, own];
    await api.app.get(Transactions).run((tx) => api.app.get(PeopleMerge, { strict: false }).merge(tx, { fromId, intoId }));
    await signIn(kept, issuer, ['quality']);
    await signIn(kept, issuer, []);
    expect(await isIn(community.id, intoId)).toBe(true);
  });
});

describe('which groups give a place', () => {
  it('is said by IT for an identity provider of the pages, in the audit log', async () => {
    const { id, issuer } = await aProvider();
    const [one, two] = [await open(), await open()];
    const told = [{ communityId: one.id, groups: [' CN=Quality,OU=Groups ', 'quality', 'QUALITY'] }, { communityId: two.id, groups: [] }];
    expect(await map(id, told)).toEqual({ mapSignInGroups: [{ key: one.id, groups: ['cn=quality,ou=groups', 'quality'], community: { id: one.id } }] });
    await map(id, told);
    const entries = await api.manager.query(`SELECT actor_id, details FROM audit_entry WHERE action = 'configuration.identity-provider-communities' AND details ->> 'provider' = $1`, [issuer]);
    expect(entries).toEqual([{ actor_id: it_.id, details: { provider: issuer, communities: [one.id] } }]);
    expect(await map(id, [])).toEqual({ mapSignInGroups: [] });
  });

  it('is said of open communities alone, by somebody of IT', async () => {
    const { id } = await aProvider();
    const community = await open();
    const one = { communityId: community.id, groups: ['quality'] };
    const told = [one];
    for (const visibility of ['closed', 'secret'] as const) {
      const shut = await aCommunity().being(visibility).animatedBy(it_).save(api.manager);
      await expect(map(id, [{ communityId: shut.id, groups: ['quality'] }])).rejects.toMatchObject({ code: 'SCIM_COMMUNITY_NOT_OPEN' });
    }
    await expect(map(id, told, await aPerson().being('hr', 'executive', 'moderator').save(api.manager))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(MAP, { providerId: id, communities: told })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(map(newId(), told)).rejects.toMatchObject({ code: 'SIGN_IN_PROVIDER_NOT_FOUND' });
    await expect(map('9f86d081884c', told)).rejects.toMatchObject({ code: 'SIGN_IN_PROVIDER_NOT_FOUND' });
    await expect(map(id, [{ communityId: 'x', groups: [] }])).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(map(id, Array.from({ length: 51 }, () => one))).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS' });
    // One that is closed afterwards does not keep IT from changing the others.
    await map(id, told);
    await api.manager.query(`UPDATE community SET visibility = 'closed' WHERE id = $1`, [community.id]);
    expect((await map(id, [...told, { communityId: (await open()).id, groups: ['night'] }])).mapSignInGroups).toHaveLength(2);
  });

  it('is said by SAML_COMMUNITIES for those of the environment, by a name that one open community has', async () => {
    const quality = await aCommunity().named('Quality by name').animatedBy(animator).save(api.manager);
    const twice = await Promise.all([0, 1].map(() => aCommunity().named('Twice').animatedBy(animator).save(api.manager)));
    const name = somebody();
    const person = await signIn(name, environment, ['quality-team', 'night']);
    expect(await isIn(quality.id, person)).toBe(true);
    for (const { id } of twice) expect(await isIn(id, person)).toBe(false);
    const day = await signIn(somebody(), environment, ['cn=day,ou=groups,dc=corp', 'day']);
    expect(await isIn(quality.id, day)).toBe(true);
    await signIn(name, environment, []);
    expect(await isIn(quality.id, person)).toBe(false);
  });
});
