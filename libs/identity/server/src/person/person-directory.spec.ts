import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventHandlers, platformDomain, Transactions } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { personAppeared } from '../identity.events.ts';
import { TestApi } from '../testing/index.ts';
import { PersonDirectory, type DirectoryEntry } from './person-directory.ts';
import { PersonEntity } from './person.entity.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain]);
});
afterAll(() => api.stop());

const nothingSaid = { email: null, givenName: null, surname: null, displayName: null, title: null, department: null, managerIdentifier: null, roles: null };

/** Records what is said of somebody and answers what is known of them then. */
async function record(identifier: string, said: Partial<DirectoryEntry> = {}): Promise<PersonEntity> {
  const { id } = await api.app.get(Transactions).run((tx) => api.app.get(PersonDirectory, { strict: false }).record(tx, { teller: 'saml', identifier, ...nothingSaid, ...said }));
  return api.manager.findOneByOrFail(PersonEntity, { id });
}
const newcomer = () => `person-${randomUUID()}`;

describe('recording a person', () => {
  it('adds somebody new, once even when told twice at once, and tells that they appeared', async () => {
    const identifier = newcomer();
    const appeared: string[] = [];
    api.app.get(EventHandlers).on(personAppeared, ({ personId }) => void appeared.push(personId));

    const [first, second] = await Promise.all([record(identifier), record(identifier)]);
    await record(identifier, { title: 'Welder' });
    await api.settled();

    expect(second.id).toBe(first.id);
    expect(appeared.filter((id) => id === first.id)).toHaveLength(1);
  });

  it('knows them again by their identifier, whatever else is new', async () => {
    const identifier = newcomer();
    const before = await record(identifier, { email: 'ada.byron@example.org', givenName: 'Ada', surname: 'Byron', title: 'Clerk', department: 'Legal' });
    const after = await record(identifier, { email: 'ada.lovelace@example.org', givenName: 'Ada', surname: 'Lovelace', title: 'Engineer', department: 'Works' });

    expect(after).toMatchObject({ id: before.id, email: 'ada.lovelace@example.org', displayName: 'Ada Lovelace', sortName: 'lovelace ada', title: 'Engineer', department: 'Works', createdAt: before.createdAt });
  });

  it('keeps what is known when nothing is said of it', async () => {
    const identifier = newcomer();
    const told = { email: 'a@example.org', givenName: 'Ada', surname: 'Byron', displayName: 'Ada B.', title: 'Clerk', department: 'Legal', roles: ['employee' as const, 'hr' as const] };
    await record(identifier, told);
    expect(await record(identifier)).toMatchObject(told);
  });

  it.each([
    ['whole', { givenName: 'Élodie', surname: 'Œuvre', displayName: 'Dr Élodie Œuvre' }, { givenName: 'Élodie', surname: 'Œuvre', displayName: 'Dr Élodie Œuvre', sortName: 'oeuvre elodie' }],
    ['in parts', { givenName: 'Ada', surname: 'Byron' }, { givenName: 'Ada', surname: 'Byron', displayName: 'Ada Byron', sortName: 'byron ada' }],
    ['as one name to show', { displayName: 'Ada Byron' }, { givenName: '', surname: 'Ada Byron', displayName: 'Ada Byron' }],
    ['as a first name alone', { givenName: 'Ada' }, { givenName: 'Ada', displayName: 'Ada' }],
  ])('takes a name that comes %s', async (_how, said, known) => {
    expect(await record(newcomer(), said)).toMatchObject(known);
  });

  it('shows somebody without any name by their identifier', async () => {
    const identifier = newcomer();
    expect(await record(identifier)).toMatchObject({ displayName: identifier, surname: identifier, roles: ['employee'] });
  });

  it('takes rights away that are no more given', async () => {
    const identifier = newcomer();
    await record(identifier, { roles: ['employee', 'executive', 'it'] });
    expect(await record(identifier, { roles: ['employee'] })).toMatchObject({ roles: ['employee'] });
  });
});

describe('recording whom a person reports to', () => {
  it('finds a manager who is known, or becomes known later', async () => {
    const [early, late] = [newcomer(), newcomer()];
    const known = await record(early);
    const report = await record(newcomer(), { managerIdentifier: early });
    const waiting = await record(newcomer(), { managerIdentifier: late });
    expect([report.managerId, waiting.managerId]).toEqual([known.id, null]);

    const appeared = await record(late);
    expect(await api.manager.findOneByOrFail(PersonEntity, { id: waiting.id })).toMatchObject({ managerId: appeared.id });
  });

  it('keeps no former manager when the new one is not known yet', async () => {
    const [former, late, identifier] = [newcomer(), newcomer(), newcomer()];
    await record(former);
    await record(identifier, { managerIdentifier: former });

    expect(await record(identifier, { managerIdentifier: late })).toMatchObject({ managerId: null, managerIdentifier: late });
    const appeared = await record(late);
    expect(await record(identifier)).toMatchObject({ managerId: appeared.id });
  });
});
