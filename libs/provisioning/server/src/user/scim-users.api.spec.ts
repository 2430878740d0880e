import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonDirectory, type PersonEntity } from '@parvis/identity/server';
import { aPerson } from '@parvis/identity/server/testing';
import { importPeople } from '@parvis/people/server';
import { Transactions } from '@parvis/platform/server';
import fc from 'fast-check';
import type { JsonObject } from '../schema/attribute.ts';
import { enterpriseId } from '../schema/user.schema.ts';
import { ScimTestApi } from '../testing/scim-test-api.ts';

let scim: ScimTestApi;
let count = 0;

beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());

/** An account that nobody has yet. */
function anAccount(told: JsonObject = {}): JsonObject {
  count += 1;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterpriseId],
    userName: `ada.${count}@corp.example`,
    externalId: `ext-${count}`,
    name: { givenName: 'Ada', familyName: 'Byron' },
    emails: [{ value: `ada.${count}@corp.example`, type: 'work', primary: true }],
    active: true,
    ...told,
  };
}
const create = (told: JsonObject = {}) => scim.done('POST', '/Users', anAccount(told));
const personOf = async (id: string): Promise<PersonEntity & { owners: Record<string, string> }> => {
  const [row] = await scim.api.manager.query(`SELECT *, deactivated_at AS "deactivatedAt", display_name AS "displayName", given_name AS "givenName", manager_id AS "managerId" FROM person WHERE id = $1`, [id]);
  return row;
};
const actions = async (personId: string): Promise<string[]> =>
  (await scim.api.manager.query(`SELECT action FROM audit_entry WHERE details ->> 'person' = $1 ORDER BY number`, [personId])).map(({ action }: { action: string }) => action);

describe('an account', () => {
  it('is added, with its address, its tag and its person', async () => {
    const { status, headers, body } = await scim.ask('POST', '/Users', anAccount({ title: 'Engineer', [enterpriseId]: { department: 'Works', employeeNumber: 'e-1' }, shoeSize: 44 }));
    expect([status, headers.get('content-type')]).toEqual([201, 'application/scim+json; charset=utf-8']);
    expect(headers.get('location')).toBe(`http://localhost:3000/scim/v2/Users/${String(body['id'])}`);
    expect(headers.get('etag')).toBe('W/"1"');
    expect(body).toMatchObject({ active: true, title: 'Engineer', name: { familyName: 'Byron' }, [enterpriseId]: { department: 'Works' }, meta: { resourceType: 'User', version: 'W/"1"' } });
    expect(body).not.toHaveProperty('shoeSize');
    const person = await personOf(String(body['id']));
    expect(person).toMatchObject({ identifier: 'e-1', surname: 'Byron', displayName: 'Ada Byron', title: 'Engineer', department: 'Works', deactivatedAt: null, roles: ['employee'] });
    expect(person.owners).toMatchObject({ title: 'scim', surname: 'scim', department: 'scim' });
    expect(await actions(person.id)).toEqual(['provisioning.user-added']);
  });

  it('is not added twice: name, external identifier and person each belong to one', async () => {
    const account = anAccount({ [enterpriseId]: { employeeNumber: 'e-2' } });
    await scim.done('POST', '/Users', account);
    const again = async (told: JsonObject) => {
      const { status, body } = await scim.ask('POST', '/Users', anAccount(told));
      return [status, body['scimType']];
    };
    expect(await again({ userName: String(account['userName']).toUpperCase() })).toEqual([409, 'uniqueness']);
    expect(await again({ externalId: account['externalId'] as string })).toEqual([409, 'uniqueness']);
    expect(await again({ [enterpriseId]: { employeeNumber: 'e-2' } })).toEqual([409, 'uniqueness']);
    expect(await again({})).toEqual([201, undefined]);
  });

  it('is added once when it is sent twice at once', async () => {
    const account = anAccount();
    const answers = await Promise.all([1, 2, 3].map(() => scim.ask('POST', '/Users', account)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each<[string, JsonObject | string, number, string]>([
    ['without a name', { displayName: 'Ada' }, 400, 'invalidValue'],
    ['with an address in place of an object', { userName: 'x', name: 'Ada' }, 400, 'invalidValue'],
    ['with a name that is too long', { userName: 'x'.repeat(257) }, 400, 'invalidValue'],
    ['that is no object', '[]', 400, 'invalidSyntax'],
    ['that is no JSON', '{', 400, 'invalidSyntax'],
  ])('is refused %s', async (_what, body, status, scimType) => {
    expect(await scim.ask('POST', '/Users', body)).toMatchObject({ status, body: { status: String(status), scimType, schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] } });
  });

  it('may have long names in any script', async () => {
    const long = (from: number) => Array.from({ length: 256 }, (_, at) => String.fromCodePoint(0x20000 + ((from + at * 7_919) % 40_000))).join('');
    const [userName, externalId, employeeNumber, familyName, givenName, department, title, value] = Array.from({ length: 8 }, (_, at) => long(at * 131)) as [string, string, string, string, string, string, string, string];
    const { id } = await create({ userName, externalId, name: { familyName, givenName }, title, emails: [{ value }], [enterpriseId]: { employeeNumber, department } });
    expect(await personOf(id)).toMatchObject({ identifier: employeeNumber, surname: familyName, title });
  });

  it('is read whole or in parts', async () => {
    const { id } = await create({ title: 'Engineer', [enterpriseId]: { department: 'Works' } });
    const read = async (query: string) => Object.keys((await scim.done('GET', `/Users/${id}?${query}`)) as object).sort();
    expect(await read('attributes=title,name.familyName')).toEqual(['id', 'name', 'schemas', 'title']);
    expect(await read(`attributes=${enterpriseId}:department`)).toEqual(['id', 'schemas', enterpriseId]);
    expect(await read('excludedAttributes=emails,meta,name,id')).not.toEqual(expect.arrayContaining(['emails']));
    expect(await read('excludedAttributes=emails,id')).toEqual(expect.arrayContaining(['id', 'title']));
    expect((await scim.ask('GET', '/Users/nobody')).status).toBe(404);
    expect((await scim.ask('GET', `/Users/${scim.it.id}`)).status).toBe(404);
  });

  it('changes only in the version that is meant', async () => {
    const { id } = await create();
    const put = (title: string, tag: string) => scim.ask('PUT', `/Users/${id}`, anAccount({ title }), { 'if-match': tag });
    expect((await put('One', 'W/"1"')).headers.get('etag')).toBe('W/"2"');
    expect(await put('Two', 'W/"1"')).toMatchObject({ status: 412, body: { status: '412' } });
    expect((await put('Three', '"2"')).status).toBe(200);
    expect((await scim.ask('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"2"' })).status).toBe(412);
    expect((await scim.ask('GET', `/Users/${id}`, undefined, { 'if-none-match': 'W/"3"', 'cache-control': 'max-age=0' })).status).toBe(304);
    expect((await scim.ask('DELETE', `/Users/${id}`, undefined, { 'if-match': '*' })).status).toBe(204);
  });

  it('keeps its version when nothing changes', async () => {
    const account = anAccount();
    const { id } = await scim.done('POST', '/Users', account);
    await scim.done('PUT', `/Users/${id}`, account);
    const { headers } = await scim.patch(id, { op: 'replace', value: { active: true } });
    expect(headers.get('etag')).toBe('W/"1"');
    expect(await actions(id)).toEqual(['provisioning.user-added']);
  });
});

describe('what it tells of its person', () => {
  it('is taken over by each change, and forgotten with it', async () => {
    const boss = await create();
    const { id } = await create({ title: 'Clerk', displayName: 'Dr Ada', [enterpriseId]: { department: 'Works', manager: { value: boss.id } } });
    expect(await personOf(id)).toMatchObject({ title: 'Clerk', displayName: 'Dr Ada', managerId: boss.id });
    const { body } = await scim.patch(id, { op: 'Replace', path: 'title', value: 'Engineer' }, { op: 'Remove', path: `${enterpriseId}:department` }, { op: 'Replace', path: 'name.familyName', value: 'Lovelace' });
    expect(body).toMatchObject({ title: 'Engineer', [enterpriseId]: { manager: { value: boss.id, displayName: 'Ada Byron', $ref: `http://localhost:3000/scim/v2/Users/${boss.id}` } } });
    expect(await personOf(id)).toMatchObject({ title: 'Engineer', department: null, surname: 'Lovelace', displayName: 'Dr Ada' });
    await scim.patch(id, { op: 'remove', path: 'displayName' }, { op: 'remove', path: `${enterpriseId}:manager` });
    const person = await personOf(id);
    expect(person).toMatchObject({ displayName: 'Ada Lovelace', managerId: null });
    expect(Object.keys(person.owners).sort()).toEqual(['email', 'givenName', 'surname', 'title']);
    const [{ details }] = await scim.api.manager.query(`SELECT details FROM audit_entry WHERE action = 'provisioning.user-changed' AND details ->> 'person' = $1 ORDER BY number LIMIT 1`, [id]);
    expect(details).toMatchObject({ fields: ['department', 'name', 'title'], token: 'Directory' });
  });

  it('stands behind HR, before the person, and shows who keeps what', async () => {
    const { id } = await create({ title: 'Clerk', [enterpriseId]: { department: 'Works' } });
    await scim.api.manager.query(`UPDATE person SET title = 'Head', owners = owners || '{"title": "hr"}' WHERE id = $1`, [id]);
    await scim.patch(id, { op: 'replace', path: 'title', value: 'Intern' }, { op: 'replace', path: `${enterpriseId}:department`, value: 'Sales' });
    expect(await personOf(id)).toMatchObject({ title: 'Head', department: 'Sales' });
    await scim.patch(id, { op: 'remove', path: 'title' });
    expect(await personOf(id)).toMatchObject({ title: 'Head' });
    const { person } = await scim.api.as({ id }).send<{ person: { fieldOwners: object[] } }>('query ($id: ID!) { person(id: $id) { fieldOwners { field owner } } }', { id });
    expect(person.fieldOwners).toEqual(expect.arrayContaining([{ field: 'TITLE', owner: 'HR_FILE' }, { field: 'DEPARTMENT', owner: 'SCIM' }]));
  });
});

describe('a list', () => {
  const mark = 'zephyr';
  beforeAll(async () => {
    const boss = await create({ userName: `${mark}.boss`, title: 'Head' });
    await create({ userName: `${mark}.one`, title: 'Welder "first"', emails: [{ value: `${mark}1@corp.example`, type: 'work' }, { value: 'home1@example.org', type: 'home' }], [enterpriseId]: { department: 'Works', manager: { value: boss.id } } });
    await create({ userName: `${mark}.two`, externalId: 'Zephyr-X', active: false, emails: [] });
  });
  const ours = (filter: string) => scim.found(`userName sw "${mark}" and (${filter})`);

  it.each<[string, string[]]>([
    ['userName eq "ZEPHYR.ONE"', ['one']],
    ['externalId eq "Zephyr-X"', ['two']],
    ['externalId eq "zephyr-x"', []],
    ['emails.value eq "ZEPHYR1@corp.example"', ['one']],
    ['emails eq "zephyr1@corp.example"', ['one']],
    ['emails[type eq "work" and value co "zephyr1"]', ['one']],
    ['emails[type eq "home" and value co "zephyr1"]', []],
    ['active eq true', ['boss', 'one']],
    ['active eq False', ['two']],
    ['active ne true', ['two']],
    ['title pr', ['boss', 'one']],
    ['not (title pr)', ['two']],
    ['title eq null', ['two']],
    ['title eq "Welder \\"first\\""', ['one']],
    ['title ne "head"', ['one', 'two']],
    ['title sw "weld" or title ew "AD"', ['boss', 'one']],
    ['title gt "m"', ['one']],
    [`${enterpriseId}:department eq "works"`, ['one']],
    [`${enterpriseId}:manager.displayName pr`, ['one']],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName co "TWO"', ['two']],
    ['emails pr', ['boss', 'one']],
    ['not (emails[type eq "home"])', ['boss', 'two']],
    ['meta.lastModified gt "2020-01-01T00:00:00Z"', ['boss', 'one', 'two']],
    ['meta.created lt "2020-01-01T00:00:00Z"', []],
    ['name.familyName eq "byron" and (userName ew "one" or userName ew "two") and active eq "True"', ['one']],
    ["title eq \"'; DROP TABLE person; --\"", []],
  ])('is filtered by %s', async (filter, names) => {
    expect(await ours(filter)).toEqual(names.map((name) => `${mark}.${name}`));
  });

  it('is filtered by id and by the instant that was told', async () => {
    const [id] = (await scim.done('GET', `/Users?filter=${encodeURIComponent(`userName eq "${mark}.one"`)}`))['Resources'] as JsonObject[];
    expect(await scim.found(`id eq "${String(id?.['id'])}"`)).toEqual([`${mark}.one`]);
    expect(await scim.found(`meta.lastModified eq "${String((id?.['meta'] as JsonObject)['lastModified'])}"`)).toEqual([`${mark}.one`]);
  });

  it.each(['userName eq', 'userName zz "x"', '(userName pr', 'userName pr)', 'shoeSize eq 44', 'active gt true', 'active eq "perhaps"', 'name eq "x"', 'userName eq x', 'meta.created co "2020"', 'meta.created gt "+275760-01-01T00:00:00Z"', 'meta.created gt "-000001-01-01T00:00:00Z"', 'userName eq "\\u0000"', 'emails[value eq "a\\u0000"]', '', 'a'.repeat(5_000), `${'('.repeat(20)}userName pr${')'.repeat(20)}`])('refuses « %.40s »', async (filter) => {
    const { status, body } = await scim.ask('GET', `/Users?filter=${encodeURIComponent(filter === '' ? '()' : filter)}`);
    expect([status, body['scimType']]).toEqual([400, 'invalidFilter']);
  });

  it('comes page by page, sorted as asked', async () => {
    const page = async (query: string) => {
      const { totalResults, startIndex, itemsPerPage, Resources } = await scim.done('GET', `/Users?filter=${encodeURIComponent(`userName sw "${mark}"`)}&${query}`);
      return [totalResults, startIndex, itemsPerPage, ...(Resources as JsonObject[]).map(({ userName }) => String(userName).split('.')[1])];
    };
    expect(await page('sortBy=userName&count=2')).toEqual([3, 1, 2, 'boss', 'one']);
    expect(await page('sortBy=userName&startIndex=3&count=2')).toEqual([3, 3, 1, 'two']);
    expect(await page('sortBy=userName&sortOrder=descending&startIndex=0&count=1')).toEqual([3, 1, 1, 'two']);
    expect(await page('sortBy=title')).toEqual([3, 1, 3, 'boss', 'one', 'two']);
    expect(await page('count=0')).toEqual([3, 1, 0]);
    expect(await page('startIndex=9')).toEqual([3, 9, 0]);
    expect((await scim.ask('GET', '/Users?sortBy=emails.value')).status).toBe(400);
  });

  it('is answered or refused, whatever the filter, and never fails', async () => {
    const word = fc.oneof(fc.constantFrom('userName', 'emails', 'emails.value', 'active', 'meta.created', 'name', 'id', enterpriseId, `${enterpriseId}:manager`, 'eq', 'ne', 'co', 'gt', 'pr', 'and', 'or', 'not', '(', ')', '[', ']', '"a"', 'true', 'null', '5'), fc.string().map((text) => JSON.stringify(text)));
    const comparison = fc.tuple(fc.constantFrom('userName', 'emails.type', 'active', 'meta.lastModified', 'groups', `${enterpriseId}:manager`), fc.constantFrom('eq', 'ne', 'sw', 'ge'), fc.oneof(fc.string().map((text) => JSON.stringify(text)), fc.constantFrom('true', 'null', '1e400', '-1', '"2026-01-01"')));
    const filter = fc.oneof(fc.array(word, { minLength: 1, maxLength: 8 }), comparison).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(filter, async (text) => {
        const { status, body } = await scim.ask('POST', '/Users/.search', { filter: text });
        expect([status, status === 200 ? undefined : body['scimType']]).toEqual(status === 200 ? [200, undefined] : [400, 'invalidFilter']);
      }),
      { numRuns: 150 },
    );
  });

  it('can be asked for by POST', async () => {
    const answer = await scim.done('POST', '/Users/.search', { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter: `userName eq "${mark}.one"`, attributes: ['userName'] });
    expect(answer['Resources']).toEqual([{ schemas: expect.any(Array), id: expect.any(String), userName: `${mark}.one` }]);
  });

  it('costs two statements, however long it is', async () => {
    // Beside the look at the token.
    expect(await scim.api.statementsOf(() => scim.done('GET', '/Users?count=200'))).toHaveLength(3);
  });
});

describe('who is known already', () => {
  it('is the same person by an identifier that the company never gives twice', async () => {
    const byHr = await aPerson().named('Grace Hopper').with({ identifier: 'h-1001', title: 'Head' }).save(scim.api.manager);
    const bySignIn = await aPerson().with({ identifier: 'grace@corp.example' }).save(scim.api.manager);
    expect((await create({ [enterpriseId]: { employeeNumber: 'h-1001' } })).id).toBe(byHr.id);
    expect((await create({ userName: 'grace@corp.example' })).id).toBe(bySignIn.id);
    expect(await personOf(byHr.id)).toMatchObject({ identifier: 'h-1001', title: 'Head' });
  });

  it('is refused when identifiers are of different people', async () => {
    const [one, other] = [await aPerson().save(scim.api.manager), await aPerson().save(scim.api.manager)];
    const answer = await scim.ask('POST', '/Users', anAccount({ userName: one.identifier, [enterpriseId]: { employeeNumber: other.identifier } }));
    expect([answer.status, answer.body['scimType']]).toEqual([409, 'uniqueness']);
  });

  it('is the one who had that account', async () => {
    const account = anAccount();
    const { id } = await scim.done('POST', '/Users', account);
    await scim.done('DELETE', `/Users/${id}`);
    expect((await scim.ask('GET', `/Users/${id}`)).status).toBe(404);
    const again = await scim.done('POST', '/Users', { ...account, userName: 'renamed@corp.example' });
    expect([again.id, again['active']]).toEqual([id, true]);
    expect(await actions(id)).toEqual(['provisioning.user-added', 'provisioning.user-deleted', 'provisioning.user-left', 'provisioning.user-added', 'provisioning.user-returned']);
  });

  it('gives the name of a deleted account to somebody else', async () => {
    const account = anAccount();
    const { id } = await scim.done('POST', '/Users', account);
    await scim.done('DELETE', `/Users/${id}`);
    const other = await scim.done('POST', '/Users', { ...account, externalId: 'somebody-else' });
    expect(other.id).not.toBe(id);
  });

  it('is known to sign-in and to HR under every identifier of the account', async () => {
    const account = anAccount({ [enterpriseId]: { employeeNumber: 'h-77' } });
    const { id } = await scim.done('POST', '/Users', account);
    const nothing = { email: null, givenName: null, surname: null, displayName: null, title: null, department: null, managerIdentifier: null, roles: null };
    const signIn = (identifier: string) =>
      scim.api.app.get(Transactions).run((tx) => scim.api.app.get(PersonDirectory, { strict: false }).record(tx, { ...nothing, teller: 'saml', identifier, managerIdentifier: String(account['externalId']) }));
    expect((await signIn(String(account['userName']))).id).toBe(id);
    const told = { line: 2, identifier: String(account['externalId']), mail: null, givenName: 'Ada', surname: 'King', title: null, department: null, managerIdentifier: null };
    expect(await importPeople(scim.api.manager, [told])).toMatchObject({ added: 0, changed: 1 });
    expect(await personOf(id)).toMatchObject({ identifier: 'h-77', surname: 'King', manager_identifier: 'h-77' });
    await scim.done('PUT', `/Users/${id}`, { ...account, userName: 'renamed' });
    expect((await signIn(String(account['userName']))).id).not.toBe(id);
    expect((await signIn('renamed')).id).toBe(id);
  });

  it('waits for a decision where only the address is the same', async () => {
    const known = await aPerson().named('Ada Byron').with({ email: 'Same@corp.example' }).save(scim.api.manager);
    const renamed = await aPerson().named('Ada King').with({ email: 'same@corp.example' }).save(scim.api.manager);
    const { id } = await create({ emails: [{ value: 'same@CORP.example' }] });
    expect([known.id, renamed.id]).not.toContain(id);
    const rows = await scim.api.manager.query(`SELECT known_id, rule FROM match_decision WHERE newcomer_id = $1 ORDER BY rule DESC`, [id]);
    expect(rows).toEqual([{ known_id: known.id, rule: 'same-mail-and-surname' }, { known_id: renamed.id, rule: 'same-mail' }]);
  });
});
