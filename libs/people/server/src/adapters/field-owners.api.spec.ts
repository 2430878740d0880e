import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, PersonDirectory, type DirectoryEntry } from '@parvis/identity/server';
import { TestApi } from '@parvis/identity/server/testing';
import { platformDomain, Transactions } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { importPeople, linkManagers, type ImportedPerson } from './people.importer.ts';

const READ = `query ($id: ID!) { person(id: $id) { displayName givenName email title department location skills { words } biography manager { displayName } fieldOwners { field owner } } }`;

interface Read {
  person: Record<string, unknown> & { fieldOwners: { field: string; owner: string }[] };
}

let api: TestApi;
let identifier: string;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(() => {
  identifier = `person-${randomUUID()}`;
});

const account = (teller: DirectoryEntry['teller']) => async (said: Partial<DirectoryEntry>) => {
  const nothing = { email: null, givenName: null, surname: null, displayName: null, title: null, department: null, managerIdentifier: null, roles: null };
  await api.app.get(Transactions).run((tx) => api.app.get(PersonDirectory, { strict: false }).record(tx, { teller, identifier, ...nothing, ...said }));
};
const signIn = account('saml');
const scim = account('scim');
const hrFile = (said: Partial<ImportedPerson>) =>
  importPeople(api.manager, [{ line: 2, identifier, mail: null, givenName: null, surname: 'Byron', title: null, department: null, managerIdentifier: null, ...said }]);

const idOf = async (): Promise<string> => (await api.manager.query(`SELECT id FROM person WHERE identifier = $1`, [identifier]))[0].id;
const read = async () => {
  const id = await idOf();
  const { person } = await api.as({ id }).send<Read>(READ, { id });
  return { ...person, owners: Object.fromEntries(person.fieldOwners.map(({ field, owner }) => [field, owner])) };
};

describe('a field of a person', () => {
  it('is kept by who told it first, when they alone do', async () => {
    await signIn({ title: 'Clerk', email: 'a@example.org' });
    await signIn({ title: 'Engineer' });
    expect(await read()).toMatchObject({ title: 'Engineer', email: 'a@example.org', owners: { TITLE: 'SIGN_IN', EMAIL: 'SIGN_IN' } });
    expect(await read()).not.toHaveProperty('owners.DEPARTMENT');
  });

  it('that HR keeps is not overwritten by signing in, which may tell the others', async () => {
    await hrFile({ givenName: 'Ada', title: 'Engineer' });
    await signIn({ givenName: 'A.', surname: 'B.', title: 'ENG-3', department: 'Works' });
    expect(await read()).toMatchObject({ displayName: 'Ada Byron', givenName: 'Ada', title: 'Engineer', department: 'Works', owners: { TITLE: 'HR_FILE', GIVEN_NAME: 'HR_FILE', DEPARTMENT: 'SIGN_IN' } });
  });

  it('that came with the account is not overwritten by HR: the address, and the name to show', async () => {
    await signIn({ givenName: 'Ada', surname: 'Byron', displayName: 'Dr Ada Byron', email: 'ada@example.org' });
    await hrFile({ givenName: 'Ada', mail: 'old@example.org' });
    expect(await read()).toMatchObject({ displayName: 'Dr Ada Byron', email: 'ada@example.org', owners: { EMAIL: 'SIGN_IN', DISPLAY_NAME: 'SIGN_IN', SURNAME: 'HR_FILE' } });
  });

  it('passes to who stands before, whoever told it first', async () => {
    await signIn({ title: 'ENG-3' });
    await scim({ title: 'Engineer III' });
    expect(await read()).toMatchObject({ title: 'Engineer III', owners: { TITLE: 'SCIM' } });
    await signIn({ title: 'ENG-4' });
    expect(await read()).toMatchObject({ title: 'Engineer III' });
    await hrFile({ title: 'Engineer' });
    await scim({ title: 'Engineer IV' });
    expect(await read()).toMatchObject({ title: 'Engineer', owners: { TITLE: 'HR_FILE' } });
  });

  it('that the file says nothing of stays as it is, and with whom it is', async () => {
    await signIn({ title: 'Clerk', department: 'Works' });
    await hrFile({});
    expect(await read()).toMatchObject({ title: 'Clerk', department: 'Works', owners: { TITLE: 'SIGN_IN', DEPARTMENT: 'SIGN_IN', SURNAME: 'HR_FILE' } });
  });

  it('is kept so for managers too', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    for (const [boss, name] of [[first, 'Grace'], [second, 'Alan']] as const) {
      await importPeople(api.manager, [{ line: 2, identifier: boss, mail: null, givenName: name, surname: 'Chief', title: null, department: null, managerIdentifier: null }]);
    }
    await hrFile({ managerIdentifier: first });
    await linkManagers(api.manager, new Map());
    await signIn({ managerIdentifier: second });
    expect(await read()).toMatchObject({ manager: { displayName: 'Grace Chief' }, owners: { MANAGER: 'HR_FILE' } });
  });

  it('in one’s own words is one’s own from the first edit on, each by itself', async () => {
    await hrFile({ skills: ['Filing'], biography: 'Files.', location: 'Lyon' });
    expect(await read()).toMatchObject({ skills: [{ words: 'Filing' }], owners: { SKILLS: 'HR_FILE', BIOGRAPHY: 'HR_FILE', LOCATION: 'HR_FILE' } });
    await api.as({ id: await idOf() }).send(`mutation { updateProfile(input: { biography: "Mends." }) { id } }`);
    await hrFile({ skills: ['Archiving'], biography: 'Archives.' });
    expect(await read()).toMatchObject({ skills: [{ words: 'Archiving' }], biography: 'Mends.', owners: { SKILLS: 'HR_FILE', BIOGRAPHY: 'PERSON' } });
    // Emptied is said, too.
    await api.as({ id: await idOf() }).send(`mutation { setMySkills(skills: []) { id } }`);
    await hrFile({ skills: ['Archiving'] });
    expect(await read()).toMatchObject({ skills: [], owners: { SKILLS: 'PERSON' } });
  });

  it('is told to nobody who is not signed in', async () => {
    await hrFile({ title: 'Engineer' });
    await expect(api.anonymous().send(READ, { id: await idOf() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
