import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { aPerson } from '@parvis/identity/server/testing';
import type { JsonObject } from '../schema/attribute.ts';
import { ScimTestApi } from '../testing/scim-test-api.ts';

let scim: ScimTestApi;
let count = 0;
beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());

async function aUser(): Promise<string> {
  count += 1;
  return (await scim.done('POST', '/Users', { userName: `member${count}`, externalId: `member-${count}` })).id;
}
const users = (number: number) => Promise.all(Array.from({ length: number }, aUser));
const aGroup = (displayName: string, ...ids: string[]) => scim.done('POST', '/Groups', { displayName, members: ids.map((value) => ({ value })) });
const patch = (id: string, ...Operations: object[]) => scim.ask('PATCH', `/Groups/${id}`, { Operations });
const membersOf = async (id: string): Promise<string[]> => (((await scim.done('GET', `/Groups/${id}`))['members'] ?? []) as JsonObject[]).map(({ value }) => String(value)).sort();
const rolesOf = async (id: string): Promise<string[]> => (await scim.api.manager.query('SELECT roles FROM person WHERE id = $1', [id]))[0].roles;

describe('a group', () => {
  it('is added with its members, and shown with them on both sides', async () => {
    const [one, two] = (await users(2)) as [string, string];
    const group = await aGroup('Works', one, two, one);
    expect(group).toMatchObject({ displayName: 'Works', members: expect.arrayContaining([expect.objectContaining({ value: one, type: 'User', $ref: `http://localhost:3000/scim/v2/Users/${one}` })]) });
    expect((await scim.done('GET', `/Users/${two}`))['groups']).toEqual([{ value: group.id, display: 'Works', $ref: `http://localhost:3000/scim/v2/Groups/${group.id}` }]);
    expect(await scim.done('GET', `/Groups/${group.id}?excludedAttributes=members`)).not.toHaveProperty('members');
    expect(await scim.found(`groups.value eq "${group.id}" and id eq "${one}"`)).toHaveLength(1);
  });

  it.each<[string, (id: string) => object, number]>([
    ['Entra ID adds', (id) => ({ op: 'Add', path: 'members', value: [{ value: id }] }), 2],
    ['Okta adds', (id) => ({ op: 'add', path: 'members', value: [{ value: id, display: 'x' }] }), 2],
    ['no path adds', (id) => ({ op: 'add', value: { members: [{ value: id }] } }), 2],
    ['Okta replaces', (id) => ({ op: 'replace', value: { id: 'x', members: [{ value: id }] } }), 1],
  ])('takes members: %s', async (_who, operation, size) => {
    const [one, two] = (await users(2)) as [string, string];
    const { id } = await aGroup('Works', one);
    expect((await patch(id, operation(two))).status).toBe(200);
    expect(await membersOf(id)).toEqual([one, two].slice(2 - size).sort());
  });

  it.each<[string, (id: string) => object]>([
    ['Entra ID by its value', (id) => ({ op: 'Remove', path: 'members', value: [{ value: id }] })],
    ['Entra ID by a filter', (id) => ({ op: 'Remove', path: `members[value eq "${id}"]` })],
    ['Okta by a filter', (id) => ({ op: 'remove', path: `members[value eq "${id.toLowerCase()}"]` })],
  ])('lets members go: %s', async (_who, operation) => {
    const [one, two] = (await users(2)) as [string, string];
    const { id } = await aGroup('Works', one, two);
    await patch(id, operation(one));
    expect(await membersOf(id)).toEqual([two]);
    expect((await patch(id, operation(one))).headers.get('etag')).toBe('W/"2"');
  });

  it('is renamed, listed, versioned and deleted', async () => {
    const { id } = await aGroup('Sales');
    await patch(id, { op: 'Replace', path: 'displayName', value: 'Sales & co' });
    const { Resources } = await scim.done('GET', `/Groups?filter=${encodeURIComponent('displayName eq "sales & CO"')}&excludedAttributes=members`);
    expect(Resources).toEqual([expect.objectContaining({ id, displayName: 'Sales & co' })]);
    expect((await scim.ask('DELETE', `/Groups/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(412);
    expect((await scim.ask('DELETE', `/Groups/${id}`)).status).toBe(204);
    expect((await scim.ask('GET', `/Groups/${id}`)).status).toBe(404);
  });

  it('is refused with whoever is no user, without a name, and twice', async () => {
    const create = async (body: object) => {
      const { status, body: said } = await scim.ask('POST', '/Groups', body);
      return [status, said['scimType']];
    };
    expect(await create({ displayName: 'X', members: [{ value: scim.it.id }] })).toEqual([400, 'invalidValue']);
    expect(await create({ displayName: 'X', members: [{ value: 'nobody' }] })).toEqual([400, 'invalidValue']);
    expect(await create({ members: [] })).toEqual([400, 'invalidValue']);
    expect(await create({ displayName: 'X', externalId: 'once' })).toEqual([201, undefined]);
    expect(await create({ displayName: 'Y', externalId: 'once' })).toEqual([409, 'uniqueness']);
  });

  it('has its members again who come back', async () => {
    const [one] = (await users(1)) as [string];
    const { id } = await aGroup('Works', one);
    const { userName, externalId } = await scim.done('GET', `/Users/${one}`);
    await scim.ask('DELETE', `/Users/${one}`);
    expect(await membersOf(id)).toEqual([]);
    await scim.done('POST', '/Users', { userName, externalId });
    expect(await membersOf(id)).toEqual([one]);
  });
});

describe('the roles of a group', () => {
  it('are given and taken at once, whatever sign-in gave', async () => {
    const person = await aPerson().being('it', 'hr').save(scim.api.manager);
    await scim.done('POST', '/Users', { userName: person.identifier });
    const { id } = await aGroup('Moderators', person.id);
    expect(await rolesOf(person.id)).toEqual(['employee', 'hr', 'it', 'moderator']);
    const it = await aGroup('IT', person.id);
    await patch(it.id, { op: 'remove', path: `members[value eq "${person.id}"]` });
    expect(await rolesOf(person.id)).toEqual(['employee', 'hr', 'moderator']);
    await patch(id, { op: 'replace', path: 'displayName', value: 'Gardeners' });
    expect(await rolesOf(person.id)).toEqual(['employee', 'hr']);
    await patch(id, { op: 'replace', path: 'displayName', value: 'executives' });
    expect(await rolesOf(person.id)).toEqual(['employee', 'executive', 'hr']);
    await scim.ask('DELETE', `/Groups/${id}`);
    expect(await rolesOf(person.id)).toEqual(['employee', 'hr']);
    const told = await scim.api.manager.query(`SELECT details -> 'roles' AS roles FROM audit_entry WHERE action = 'provisioning.roles-changed' AND details ->> 'person' = $1 ORDER BY number`, [person.id]);
    expect(told.map(({ roles }: { roles: string[] }) => roles)).toEqual([['employee', 'hr', 'it', 'moderator'], ['employee', 'hr', 'moderator'], ['employee', 'hr'], ['employee', 'executive', 'hr'], ['employee', 'hr']]);
  });

  it('stay as long as one of the groups gives them', async () => {
    const [one] = (await users(1)) as [string];
    const [first, second] = [await aGroup('hr', one), await aGroup('HR', one)];
    await scim.ask('DELETE', `/Groups/${first.id}`);
    expect(await rolesOf(one)).toEqual(['employee', 'hr']);
    await scim.ask('DELETE', `/Groups/${second.id}`);
    expect(await rolesOf(one)).toEqual(['employee']);
  });
});

describe('the community of a group', () => {
  const MAP = 'mutation ($groupId: ID!, $communityId: ID) { mapScimGroup(groupId: $groupId, communityId: $communityId) { name memberCount roles community { id } } }';
  const map = (groupId: string, communityId: string | null, person = scim.it) => scim.api.confirmed(person).send(MAP, { groupId, communityId });
  const inside = async (communityId: string): Promise<string[]> => (await scim.api.manager.query('SELECT person_id AS id FROM membership WHERE community_id = $1', [communityId])).map(({ id }: { id: string }) => id).sort();

  it('has whoever is in the group, as long as they are, and whoever came by themselves', async () => {
    const [one, two, three] = (await users(3)) as [string, string, string];
    const animator = await aPerson().save(scim.api.manager);
    const community = await aCommunity().animatedBy(animator).with({ id: two }).save(scim.api.manager);
    const { id } = await aGroup('Newcomers', one, two);
    expect(await map(id, community.id)).toEqual({ mapScimGroup: { name: 'Newcomers', memberCount: 2, roles: [], community: { id: community.id } } });
    expect(await inside(community.id)).toEqual([animator.id, one, two].sort());
    await patch(id, { op: 'add', path: 'members', value: [{ value: three }] }, { op: 'remove', path: `members[value eq "${one}"]` });
    expect(await inside(community.id)).toEqual([animator.id, two, three].sort());
    await map(id, null);
    expect(await inside(community.id)).toEqual([animator.id, two].sort());
  });

  it('is open: who is in another one is not IT’s to say', async () => {
    const { id } = await aGroup('Curious');
    for (const visibility of ['closed', 'secret'] as const) {
      const community = await aCommunity().being(visibility).animatedBy(scim.it).save(scim.api.manager);
      await expect(map(id, community.id)).rejects.toMatchObject({ code: 'SCIM_COMMUNITY_NOT_OPEN' });
    }
    await expect(map(id, (await aCommunity().save(scim.api.manager)).id, await aPerson().being('hr', 'executive', 'moderator').save(scim.api.manager))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(map(scim.it.id, null)).rejects.toMatchObject({ code: 'SCIM_GROUP_NOT_FOUND' });
    await expect(map('x', null)).rejects.toMatchObject({ code: 'ID_INVALID' });
  });

  it('takes nobody in once it is closed', async () => {
    const [one] = (await users(1)) as [string];
    const community = await aCommunity().animatedBy(scim.it).save(scim.api.manager);
    const { id } = await aGroup('Late');
    await map(id, community.id);
    await scim.api.manager.query(`UPDATE community SET visibility = 'closed' WHERE id = $1`, [community.id]);
    await patch(id, { op: 'add', path: 'members', value: [{ value: one }] });
    expect(await inside(community.id)).toEqual([scim.it.id]);
  });
});
