import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, platformDomain } from '@parvis/platform/server';
import type { PersonEntity } from '../person/person.entity.ts';
import { identityDomain } from '../identity.domain.ts';
import { aPerson, TestApi } from '../testing/index.ts';

const LIST = `query ($search: String, $department: String, $role: Role, $state: PersonState, $first: Int! = 50, $after: String) {
  administeredPeople(search: $search, department: $department, role: $role, state: $state, first: $first, after: $after) { totalCount edges { node { id state person { displayName } } } pageInfo { endCursor hasNextPage } }
}`;
const ONE = 'query ($id: ID!) { administeredPerson(id: $id) { id identifier state sessionCount isDepartureDecidedElsewhere aliases { identifier toldBy } doubts { id } heldRoles { role sources } accounts { issuer lastUsedOn } } }';
const END = 'mutation ($id: ID!) { endSessionsOf(personId: $id) { sessionCount } }';
const LEFT = 'mutation ($input: MarkAsLeftInput!) { markAsLeft(input: $input) { state leftAt } }';
const BACK = 'mutation ($id: ID!) { markAsReturned(personId: $id) { state heldRoles { role } } }';

interface List {
  administeredPeople: { totalCount: number; edges: { node: { id: string; state: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

let api: TestApi;
let it_: PersonEntity, other: PersonEntity, delegate: PersonEntity, welder: PersonEntity, painter: PersonEntity, gone: PersonEntity, auditor: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain]);
  const { manager } = api;
  it_ = await aPerson().named('Ivan It').in('Systems').being('it').save(manager);
  other = await aPerson().named('Irma It').in('Works').being('it').save(manager);
  delegate = await aPerson().named('Dora Delegate').in('Works').save(manager);
  welder = await aPerson().named('Élise Welder').in('Works').with({ identifier: 'W-4711', email: 'elise.welder@corp.example' }).save(manager);
  painter = await aPerson().named('Pablo Painter').in('Paint').save(manager);
  gone = await aPerson().named('Greta Gone').in('Works').gone().save(manager);
  auditor = await aPerson().named('Ada Auditor').in('Works').being('auditor').save(manager);
  await manager.query(`INSERT INTO role_grant (id, person_id, role, departments, reason, granted_at, effective_at) VALUES ($1, $2, 'it', '{Works}', 'Site', now(), now())`, [newId(), delegate.id]);
  await manager.query(`INSERT INTO account (issuer, subject, is_attribute, person_id, created_at, last_used_on) VALUES ('https://idp.example', 'ivan', true, $1, now(), '2026-03-02')`, [it_.id]);
});
afterAll(() => api.stop());

const list = async (viewer: PersonEntity, variables = {}) => (await api.confirmed(viewer).send<List>(LIST, variables)).administeredPeople;
const idsOf = async (viewer: PersonEntity, variables = {}) => (await list(viewer, variables)).edges.map(({ node }) => node.id);
const one = (viewer: PersonEntity, person: PersonEntity) => api.confirmed(viewer).send<{ administeredPerson: Record<string, unknown> | null }>(ONE, { id: person.id }).then(({ administeredPerson }) => administeredPerson);
const entries = (action: string, person: PersonEntity) => api.manager.query('SELECT actor_id AS actor, area, details FROM audit_entry WHERE action = $1 AND details ->> $2 = $3', [action, 'person', person.id]);

describe('people, for those who administer them', () => {
  it('are found by parts of a name, an address or an identifier, by department, role and state', async () => {
    expect((await list(it_)).totalCount).toBe(7);
    expect(await idsOf(it_, { search: 'elise' })).toEqual([welder.id]);
    expect(await idsOf(it_, { search: 'weld ELI' })).toEqual([welder.id]);
    expect(await idsOf(it_, { search: 'w-4711' })).toEqual([welder.id]);
    expect(await idsOf(it_, { search: 'welder@corp' })).toEqual([welder.id]);
    expect(await idsOf(it_, { search: '100%_\\' })).toEqual([]);
    expect(await idsOf(it_, { department: 'Paint' })).toEqual([painter.id]);
    expect(await idsOf(it_, { role: 'IT' })).toEqual([other.id, it_.id]);
    expect(await idsOf(it_, { state: 'LEFT' })).toEqual([gone.id]);
    expect(await idsOf(it_, { state: 'PRESENT' })).toEqual([it_.id]);
    expect(await idsOf(it_, { state: 'NEVER_CAME', department: 'Paint' })).toEqual([painter.id]);
  });

  it('are read on from where a page ended', async () => {
    const whole = await idsOf(it_);
    const first = await list(it_, { first: 3 });
    const next = await list(it_, { first: 4, after: first.pageInfo.endCursor });
    expect([...first.edges, ...next.edges].map(({ node }) => node.id)).toEqual(whole);
    expect(next.pageInfo.hasNextPage).toBe(false);
    await expect(list(it_, { after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('cost the same however many there are', async () => {
    const cost = async () => (await api.statementsOf(() => list(it_))).length;
    const before = await cost();
    for (let i = 0; i < 5; i += 1) await aPerson().in('Store').save(api.manager);
    expect(await cost()).toBe(before);
  });

  it('are those of their departments for a delegate, without those who have a say over the company', async () => {
    expect(new Set(await idsOf(delegate))).toEqual(new Set([delegate.id, welder.id, gone.id]));
    expect((await list(delegate)).totalCount).toBe(3);
    expect(await idsOf(delegate, { department: 'Paint' })).toEqual([]);
    expect(await one(delegate, welder)).toMatchObject({ id: welder.id });
    for (const person of [painter, other, auditor]) expect(await one(delegate, person)).toBeNull();
    const { administrationAccess } = await api.confirmed(delegate).send<{ administrationAccess: object }>('{ administrationAccess { isConfirmed departments } }');
    expect(administrationAccess).toEqual({ isConfirmed: true, departments: ['Works'] });
    // The other pages of administration are not theirs.
    await expect(api.confirmed(delegate).send('{ identityProviders { id } }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are for whoever has just said again who they are, and for nobody else', async () => {
    await expect(api.confirmed(painter).send(LIST)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.confirmed(auditor).send(ONE, { id: welder.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.as(it_).send(LIST)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.as(delegate).send(LIST)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.anonymous().send(LIST)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are told with their accounts, identifiers, doubts and who gives their roles', async () => {
    await api.manager.query(`INSERT INTO person_alias VALUES ('ewelder', $1, 'scim')`, [welder.id]);
    await api.manager.query(`INSERT INTO match_decision VALUES ($1, $2, $3, 'same-mail', now(), NULL)`, [newId(), welder.id, painter.id]);
    await api.cookieOf(welder.id);
    expect(await one(it_, welder)).toMatchObject({ identifier: 'W-4711', aliases: [{ identifier: 'ewelder', toldBy: 'SCIM' }], doubts: [{ id: painter.id }], sessionCount: 1, state: 'NEVER_CAME', heldRoles: [] });
    expect(await one(it_, it_)).toMatchObject({ state: 'PRESENT', accounts: [{ issuer: 'https://idp.example', lastUsedOn: '2026-03-02' }], heldRoles: [{ role: 'IT', sources: ['SIGN_IN'] }] });
    await expect(api.confirmed(it_).send(ONE, { id: 'x' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});

describe('what is done with somebody', () => {
  it('ends their sessions, and is in the log', async () => {
    const cookie = await api.cookieOf(welder.id);
    await expect(api.confirmed(delegate).send(END, { id: painter.id })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(api.as(it_).send(END, { id: welder.id })).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    await expect(api.confirmed(delegate).send(END, { id: welder.id })).resolves.toEqual({ endSessionsOf: { sessionCount: 0 } });
    expect((await fetch(`${api.url}/auth/session`, { headers: { cookie } })).status).toBe(401);
    expect(await entries('people.sessions-ended', welder)).toEqual([{ actor: delegate.id, area: 'people', details: { person: welder.id, count: 1 } }]);
  });

  it('lets them leave and come back, once their name was typed', async () => {
    const leaver = await aPerson().named('Léa Leaver').in('Works').being('moderator').save(api.manager);
    const leave = (viewer: PersonEntity, person: PersonEntity, typedName: string) => api.confirmed(viewer).send(LEFT, { input: { personId: person.id, typedName } });
    await expect(leave(it_, leaver, 'Lea')).rejects.toMatchObject({ code: 'NAME_TYPED_DIFFERS', field: 'typedName' });
    await expect(leave(delegate, painter, 'Pablo Painter')).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(leave(it_, it_, 'Ivan It')).rejects.toMatchObject({ code: 'ADMINISTRATION_OWN' });
    await expect(leave(it_, leaver, ' léa leaver ')).resolves.toMatchObject({ markAsLeft: { state: 'LEFT' } });
    await expect(api.confirmed(delegate).send(BACK, { id: leaver.id })).resolves.toEqual({ markAsReturned: { state: 'NEVER_CAME', heldRoles: [{ role: 'MODERATOR' }] } });
    expect(await entries('people.left', leaver)).toMatchObject([{ actor: it_.id }]);
    expect(await entries('people.returned', leaver)).toMatchObject([{ actor: delegate.id }]);
  });
});
