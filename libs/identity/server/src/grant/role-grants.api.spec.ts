import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayMs, Jobs, platformDomain, Transactions } from '@parvis/platform/server';
import { Departures } from '../departure/departures.ts';
import { identityDomain } from '../identity.domain.ts';
import { PeopleMerge } from '../matching/people-merge.ts';
import { DirectoryRoles } from '../person/directory-roles.ts';
import type { PersonEntity } from '../person/person.entity.ts';
import { aPerson, TestApi } from '../testing/index.ts';
import { endGrant } from './role-grants.service.ts';

const GIVE = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { heldRoles { role sources } grants { id role departments state reason endsAt needsAnother grantedBy { id } } } }';
const SECOND = 'mutation ($id: ID!) { secondRoleGrant(id: $id) { heldRoles { role } grants { id state secondedBy { id } } } }';
const END = 'mutation ($id: ID!) { endRoleGrant(id: $id) { heldRoles { role } grants { id state } } }';
const WAITING = '{ waitingRoleGrants { id state person { id } needsAnother } }';

interface Given {
  heldRoles: { role: string; sources: string[] }[];
  grants: { id: string; state: string; needsAnother: boolean; departments: string[] | null }[];
}

let api: TestApi;
let it_: PersonEntity, second: PersonEntity, painter: PersonEntity, auditor: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain]);
  it_ = await aPerson().named('Ivan It').in('Systems').being('it').save(api.manager);
  second = await aPerson().named('Irma It').in('Systems').being('it').save(api.manager);
  auditor = await aPerson().named('Ada Auditor').in('Works').being('auditor').save(api.manager);
  painter = await aPerson().named('Pablo Painter').in('Paint').save(api.manager);
});
afterAll(() => api.stop());

let count = 0;
const somebody = (department = 'Works') => {
  count += 1;
  return aPerson().named(`Sam Somebody ${count}`).in(department).save(api.manager);
};
const give = (viewer: PersonEntity, person: PersonEntity, wish: Record<string, unknown>) =>
  api.confirmed(viewer).send<{ grantRole: Given }>(GIVE, { input: { personId: person.id, reason: 'On call', typedName: person.displayName, ...wish } }).then(({ grantRole }) => grantRole);
const end = (viewer: PersonEntity, id: string) => api.confirmed(viewer).send<{ endRoleGrant: Given }>(END, { id }).then(({ endRoleGrant }) => endRoleGrant);
const agree = (viewer: PersonEntity, id: string) => api.confirmed(viewer).send<{ secondRoleGrant: Given }>(SECOND, { id }).then(({ secondRoleGrant }) => secondRoleGrant);
const rolesOf = async (person: PersonEntity): Promise<string[]> => (await api.manager.query('SELECT roles FROM person WHERE id = $1', [person.id]))[0].roles;
const logged = async (person: PersonEntity): Promise<string[]> =>
  (await api.manager.query(`SELECT action FROM audit_entry WHERE area = 'role' AND details ->> 'person' = $1 ORDER BY number`, [person.id])).map(({ action }: { action: string }) => action);
const only = (given: Given) => given.grants[0] as Given['grants'][number];
async function aDelegate(...departments: string[]): Promise<PersonEntity> {
  const person = await somebody(departments[0]);
  await give(it_, person, { role: 'IT', departments });
  return person;
}

describe('a role that is given by hand', () => {
  it('is theirs at once, with who gave it, why and until when, and goes when it is ended', async () => {
    const person = await somebody();
    const until = new Date(Date.now() + 5 * dayMs).toISOString();
    const given = await give(it_, person, { role: 'MODERATOR', until, reason: ' Replaces Zoé ' });
    expect(given).toMatchObject({ heldRoles: [{ role: 'MODERATOR', sources: ['BY_HAND'] }], grants: [{ role: 'MODERATOR', departments: null, state: 'LIVE', reason: 'Replaces Zoé', endsAt: until, grantedBy: { id: it_.id } }] });
    expect(await rolesOf(person)).toEqual(['employee', 'moderator']);
    await expect(end(it_, only(given).id)).resolves.toMatchObject({ heldRoles: [], grants: [{ state: 'OVER' }] });
    expect(await rolesOf(person)).toEqual(['employee']);
    await expect(end(it_, only(given).id)).rejects.toMatchObject({ code: 'ROLE_GRANT_NOT_FOUND' });
    expect(await logged(person)).toEqual(['role.granted', 'role.ended']);
  });

  it('asks for the name, a reason, and an end that makes sense', async () => {
    const person = await somebody();
    const wish = { role: 'HR' };
    await expect(give(it_, person, { ...wish, typedName: 'Sam' })).rejects.toMatchObject({ code: 'NAME_TYPED_DIFFERS', field: 'typedName' });
    await expect(give(it_, person, { ...wish, reason: ' ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'reason' });
    for (const days of [-1, 3_000]) await expect(give(it_, person, { ...wish, until: new Date(Date.now() + days * dayMs) })).rejects.toMatchObject({ code: 'GRANT_END_INVALID', field: 'until' });
    await expect(give(it_, person, { role: 'EMPLOYEE' })).rejects.toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    await expect(give(it_, person, { ...wish, departments: ['Works'] })).rejects.toMatchObject({ code: 'ROLE_KNOWS_NO_SCOPE' });
    await expect(give(it_, person, { role: 'IT', departments: [] })).rejects.toMatchObject({ code: 'DEPARTMENT_UNKNOWN' });
    await expect(give(it_, person, { role: 'IT', departments: ['Nowhere'] })).rejects.toMatchObject({ code: 'DEPARTMENT_UNKNOWN' });
    await expect(give(it_, it_, wish)).rejects.toMatchObject({ code: 'ADMINISTRATION_OWN' });
    await expect(give(it_, await aPerson().gone().save(api.manager), wish)).rejects.toMatchObject({ code: 'PERSON_HAS_LEFT' });
    for (const viewer of [person, auditor]) await expect(give(viewer, painter, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(give(it_, person, wish)).resolves.toBeDefined();
    await expect(give(it_, person, wish)).rejects.toMatchObject({ code: 'ROLE_HELD' });
  });

  it('ends by itself when its time has come, but not for the last one who administers the company', async () => {
    const person = await somebody();
    const given = await give(it_, person, { role: 'HR', until: new Date(Date.now() + dayMs) });
    const { id } = only(given);
    await api.app.get(Jobs).run(endGrant, { grantId: id });
    expect(await rolesOf(person)).toContain('hr');
    const over = (grantId: string) => api.manager.query(`UPDATE role_grant SET ends_at = now() - interval '1 minute' WHERE id = $1`, [grantId]);
    await over(id);
    await api.app.get(Jobs).run(endGrant, { grantId: id });
    expect(await rolesOf(person)).toEqual(['employee']);

    const alone = await somebody();
    const { id: last } = only(await give(it_, alone, { role: 'IT', until: new Date(Date.now() + dayMs) }));
    await over(last);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = ANY($1)', [[it_.id, second.id]]);
    await api.app.get(Jobs).run(endGrant, { grantId: last });
    expect(await rolesOf(alone)).toContain('it');
    await expect(end(alone, last)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    await api.manager.query('UPDATE person SET deactivated_at = NULL WHERE id = ANY($1)', [[it_.id, second.id]]);
    await end(it_, last);
    expect(await logged(alone)).toEqual(['role.granted', 'role.kept', 'role.ended']);
  });

  it('stands beside what groups give: each goes by itself', async () => {
    const person = await somebody();
    const { id } = only(await give(it_, person, { role: 'HR' }));
    const tell = (roles: 'hr'[]) => api.app.get(Transactions).run((tx) => api.app.get(DirectoryRoles, { strict: false }).tell(tx, [{ personId: person.id, roles }]));
    await tell(['hr']);
    await tell([]);
    expect(await rolesOf(person)).toContain('hr');
    await tell(['hr']);
    await end(it_, id);
    expect(await rolesOf(person)).toContain('hr');
    await tell([]);
    expect(await rolesOf(person)).toEqual(['employee']);
  });

  it('is theirs again within 90 days of leaving, and not later', async () => {
    const person = await somebody();
    await give(it_, person, { role: 'HR' });
    const departures = api.app.get(Departures, { strict: false });
    const run = (work: 'leave' | 'comeBack') => api.app.get(Transactions).run((tx) => departures[work](tx, person.id));
    await run('leave');
    await run('comeBack');
    expect(await rolesOf(person)).toContain('hr');
    await run('leave');
    await api.manager.query(`UPDATE person SET deactivated_at = now() - interval '91 days' WHERE id = $1`, [person.id]);
    await run('comeBack');
    expect(await rolesOf(person)).toEqual(['employee']);
    expect(await api.manager.query('SELECT 1 FROM role_grant WHERE person_id = $1 AND ended_at IS NULL', [person.id])).toEqual([]);
  });

  it('goes with two people who become one', async () => {
    const [newcomer, known] = [await somebody(), await somebody()];
    await give(it_, newcomer, { role: 'HR' });
    await api.app.get(Transactions).run((tx) => api.app.get(PeopleMerge, { strict: false }).merge(tx, { fromId: newcomer.id, intoId: known.id }));
    expect(await rolesOf(known)).toEqual(['employee', 'hr']);
  });
});

describe('a role that watches over IT', () => {
  it('needs two of IT to be given, and two to be ended', async () => {
    const person = await somebody();
    const { id, ...waiting } = only(await give(it_, person, { role: 'AUDITOR' }));
    expect(waiting).toMatchObject({ state: 'WAITING', needsAnother: true });
    expect(await rolesOf(person)).toEqual(['employee']);
    expect(await api.confirmed(second).send(WAITING)).toEqual({ waitingRoleGrants: [{ id, state: 'WAITING', person: { id: person.id }, needsAnother: false }] });
    await expect(agree(it_, id)).rejects.toMatchObject({ code: 'ROLE_GRANT_NEEDS_ANOTHER' });
    await expect(agree(await aDelegate('Works'), id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(agree(second, id)).resolves.toMatchObject({ heldRoles: [{ role: 'AUDITOR' }], grants: [{ state: 'LIVE', secondedBy: { id: second.id } }] });
    await expect(end(it_, id)).resolves.toMatchObject({ heldRoles: [{ role: 'AUDITOR' }], grants: [{ state: 'ENDING' }] });
    await expect(end(it_, id)).rejects.toMatchObject({ code: 'ROLE_GRANT_NEEDS_ANOTHER' });
    await expect(end(second, id)).resolves.toMatchObject({ heldRoles: [] });
    expect(await logged(person)).toEqual(['role.proposed', 'role.granted', 'role.end-asked', 'role.ended']);
  });

  it('is declined by one', async () => {
    const person = await somebody();
    const { id } = only(await give(it_, person, { role: 'WORKS_COUNCIL' }));
    await expect(end(it_, id)).resolves.toMatchObject({ grants: [{ state: 'OVER' }] });
    expect(await logged(person)).toEqual(['role.proposed', 'role.declined']);
  });

  it('is not for whoever is watched', async () => {
    await expect(give(it_, second, { role: 'AUDITOR' })).rejects.toMatchObject({ code: 'ROLE_APART', params: { held: 'it' } });
    await expect(give(it_, auditor, { role: 'IT' })).rejects.toMatchObject({ code: 'ROLE_APART', params: { held: 'auditor' } });
    await expect(give(it_, await aDelegate('Works'), { role: 'AUDITOR' })).rejects.toMatchObject({ code: 'ROLE_APART' });
    const council = await aPerson().being('works-council').save(api.manager);
    await expect(give(it_, council, { role: 'HR' })).rejects.toMatchObject({ code: 'ROLE_APART' });
    await expect(give(it_, council, { role: 'MODERATOR' })).resolves.toBeDefined();
  });
});

describe('whoever administers departments alone', () => {
  it('gives IT for these to whoever works there, and nothing else', async () => {
    await somebody('Store');
    const delegate = await aDelegate('Works', 'Store');
    const person = await somebody();
    await expect(give(delegate, person, { role: 'MODERATOR' })).rejects.toMatchObject({ code: 'ROLE_BEYOND_REACH', field: 'role' });
    await expect(give(delegate, person, { role: 'IT' })).rejects.toMatchObject({ code: 'ROLE_BEYOND_REACH', field: 'departments' });
    await expect(give(delegate, person, { role: 'IT', departments: ['Works', 'Paint'] })).rejects.toMatchObject({ code: 'ROLE_BEYOND_REACH', field: 'departments' });
    await expect(give(delegate, painter, { role: 'IT', departments: ['Works'] })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    const given = await give(delegate, person, { role: 'IT', departments: ['Works'] });
    expect(given).toMatchObject({ heldRoles: [], grants: [{ departments: ['Works'], state: 'LIVE' }] });
    // No domain takes them for IT.
    expect(await rolesOf(person)).toEqual(['employee']);
    await expect(end(person, only(given).id)).resolves.toMatchObject({ grants: [{ state: 'OVER' }] });
    expect(await api.confirmed(delegate).send(WAITING)).toEqual({ waitingRoleGrants: [] });
  });

  it('does not reach who administers more, nor ends what goes further', async () => {
    const [delegate, wider] = [await aDelegate('Works'), await somebody()];
    const { id } = only(await give(it_, wider, { role: 'IT', departments: ['Works', 'Paint'] }));
    await expect(end(delegate, id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    const person = await somebody();
    const { id: moderator } = only(await give(it_, person, { role: 'MODERATOR' }));
    await expect(end(delegate, moderator)).rejects.toMatchObject({ code: 'ROLE_BEYOND_REACH' });
    await expect(end(wider, moderator)).rejects.toMatchObject({ code: 'ROLE_BEYOND_REACH' });
    await expect(end(it_, moderator)).resolves.toBeDefined();
  });

  it('administers nobody any more once their time is over', async () => {
    const delegate = await aDelegate('Works');
    const see = () => api.confirmed(delegate).send('{ administeredPeople { totalCount } }');
    await expect(see()).resolves.toBeDefined();
    await api.manager.query(`UPDATE role_grant SET ends_at = now() WHERE person_id = $1`, [delegate.id]);
    await expect(see()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
