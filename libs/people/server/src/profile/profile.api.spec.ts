import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { ProfileEntity } from './profile.entity.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id biography languages askMeAbout } }`;
const PROFILE = `query ($id: ID!) { person(id: $id) { biography languages askMeAbout location hiredOn } }`;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());

const somebody = async () => (await people(api.manager, 1))[0] as PersonEntity;
const update = (person: PersonEntity, input: object) => api.as(person).send<{ updateProfile: Record<string, unknown> }>(UPDATE, { input });

describe('a profile', () => {
  it('is empty until its owner says something, and changes for all to see', async () => {
    const [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const read = () => api.as(colleague).send(PROFILE, { id: owner.id });

    await expect(read()).resolves.toEqual({ person: { biography: '', languages: [], askMeAbout: [], location: null, hiredOn: null } });
    await update(owner, { biography: ' Mends bicycles. ', languages: ['fr', 'en-gb'], askMeAbout: ['Brakes', 'brakes ', ''] });
    await expect(read()).resolves.toMatchObject({ person: { biography: 'Mends bicycles.', languages: ['fr', 'en-GB'], askMeAbout: ['Brakes'] } });
    await expect(api.anonymous().send(UPDATE, { input: { biography: 'x' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(PROFILE, { id: owner.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('keeps what is left out and what the HR file says', async () => {
    const owner = await somebody();
    await api.manager.insert(ProfileEntity, { personId: owner.id, location: 'Lyon', hiredOn: '2019-09-02', askMeAbout: ['Welding'] });

    await expect(update(owner, { biography: 'Hello', askMeAbout: null })).resolves.toMatchObject({ updateProfile: { biography: 'Hello', askMeAbout: ['Welding'] } });
    await expect(update(owner, { askMeAbout: [] })).resolves.toMatchObject({ updateProfile: { biography: 'Hello', askMeAbout: [] } });
    await expect(api.as(owner).send(PROFILE, { id: owner.id })).resolves.toMatchObject({ person: { location: 'Lyon', hiredOn: '2019-09-02' } });
  });

  it('survives two changes at the same moment', async () => {
    const owner = await somebody();
    await Promise.all([update(owner, { biography: 'Hello' }), update(owner, { askMeAbout: ['Welding'] })]);
    await expect(api.as(owner).send(PROFILE, { id: owner.id })).resolves.toMatchObject({ person: { biography: 'Hello', askMeAbout: ['Welding'] } });
  });

  const words = (number: number) => Array.from({ length: number }, (_, i) => `word ${i}`);

  it.each([
    ['a biography', { biography: '🙂'.repeat(2_000) }],
    ['topics', { askMeAbout: ['x'.repeat(60)] }],
    ['a zero byte, which is dropped', { biography: 'a\u0000b' }],
  ])('takes %s up to the limit', async (_what, input) => {
    await expect(update(await somebody(), input)).resolves.toBeTruthy();
  });

  it.each([
    ['a biography too long', { biography: 'x'.repeat(2_001) }, 'TEXT_TOO_LONG', 'biography'],
    ['a topic too long', { askMeAbout: ['x'.repeat(61)] }, 'TEXT_TOO_LONG', 'askMeAbout'],
    ['too many topics', { askMeAbout: words(31) }, 'TOO_MANY_ITEMS', 'askMeAbout'],
    ['too many languages', { languages: Array.from({ length: 31 }, (_, i) => `en-x-${i}a`) }, 'TOO_MANY_ITEMS', 'languages'],
    ['a language that is no code', { languages: ['fr', 'français'] }, 'LANGUAGE_UNKNOWN', 'languages'],
    ['an empty language', { languages: [''] }, 'LANGUAGE_UNKNOWN', 'languages'],
    ['a language that is far too long', { languages: ['x'.repeat(10_000)] }, 'LANGUAGE_UNKNOWN', 'languages'],
  ])('refuses %s, by name', async (_what, input, code, field) => {
    const owner = await somebody();
    await expect(update(owner, input)).rejects.toMatchObject({ code, field });
    await expect(api.as(owner).send(PROFILE, { id: owner.id })).resolves.toMatchObject({ person: { biography: '', languages: [] } });
  });

  it('names each language once', async () => {
    await expect(update(await somebody(), { languages: ['fr', 'FR', ' fr '] })).resolves.toMatchObject({ updateProfile: { languages: ['fr'] } });
  });
});
