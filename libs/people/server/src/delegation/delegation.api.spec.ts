import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

const DECLARE = 'mutation ($personId: ID!) { declareDelegation(personId: $personId) { delegations { id executive { id } delegate { id } } } }';
const END = 'mutation ($id: ID!) { endDelegation(id: $id) { delegations { id } } }';
const OF = 'query ($id: ID!) { person(id: $id) { delegations { id executive { id } delegate { id } } } }';

interface Held {
  delegations: { id: string; executive: { id: string }; delegate: { id: string } }[];
}

let api: TestApi;
let executive: PersonEntity, delegate: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  executive = await aPerson().being('executive').save(api.manager);
  [delegate, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const declare = async (by = executive, personId = delegate.id) => (await api.as(by).send<{ declareDelegation: Held }>(DECLARE, { personId })).declareDelegation.delegations;
const seenOf = async (person: PersonEntity, by = stranger) => (await api.as(by).send<{ person: Held }>(OF, { id: person.id })).person.delegations;

describe('declaring who may write on one’s behalf', () => {
  it('is for executives, for themselves, and for all to see', async () => {
    const declared = await declare();
    expect(declared).toMatchObject([{ executive: { id: executive.id }, delegate: { id: delegate.id } }]);
    expect(await seenOf(executive)).toEqual(declared);
    expect(await seenOf(delegate)).toEqual(declared);
    await expect(declare(stranger)).rejects.toMatchObject({ code: 'DELEGATION_ONLY_EXECUTIVES' });
    await expect(api.anonymous().send(DECLARE, { personId: delegate.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('twice, even at once, is once', async () => {
    await Promise.all([declare(), declare()]);
    expect(await declare()).toHaveLength(1);
  });

  it('refuses oneself, somebody who left, and nobody', async () => {
    const gone = await aPerson().gone().save(api.manager);
    await expect(declare(executive, executive.id)).rejects.toMatchObject({ code: 'DELEGATION_SELF' });
    await expect(declare(executive, gone.id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(declare(executive, randomUUID())).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    await expect(declare(executive, '1')).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});

describe('a delegation', () => {
  it.each(['executive', 'delegate'] as const)('is ended by the %s', async (role) => {
    const [held] = await declare();
    const end = (by: PersonEntity) => api.as(by).send(END, { id: held?.id });
    await expect(end(stranger)).rejects.toMatchObject({ code: 'DELEGATION_NOT_FOUND' });
    await expect(end(role === 'executive' ? executive : delegate)).resolves.toEqual({ endDelegation: { delegations: [] } });
    expect(await seenOf(executive)).toEqual([]);
    await expect(end(executive)).rejects.toMatchObject({ code: 'DELEGATION_NOT_FOUND' });
  });

  it.each([
    ['the executive is none any more', () => api.manager.update('person', executive.id, { roles: ['employee'] })],
    ['the executive leaves', () => api.manager.update('person', executive.id, { deactivatedAt: new Date() })],
    ['the delegate leaves', () => api.manager.update('person', delegate.id, { deactivatedAt: new Date() })],
    ['its time has come', () => api.manager.query(`UPDATE delegation SET until = now() WHERE executive_id = $1`, [executive.id])],
  ])('holds no more once %s', async (_when, happens) => {
    await declare();
    await happens();
    expect(await seenOf(delegate)).toEqual([]);
  });
});
