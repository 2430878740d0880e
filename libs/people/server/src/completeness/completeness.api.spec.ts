import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

let api: TestApi;
let owner: PersonEntity, colleague: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const steps = async (person = owner) => (await api.as(person).send<{ profileNextSteps: string[] }>(`{ profileNextSteps }`)).profileNextSteps;
const update = (input: object) => api.as(owner).send(`mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }`, { input });
const DISMISS = `mutation { dismissProfileNextSteps }`;

describe('help with completing one’s profile', () => {
  it('names what is still missing, the most useful first, three at most', async () => {
    expect(await steps()).toEqual(['ASK_ME_ABOUT', 'SKILLS', 'BIOGRAPHY']);
    await api.as(owner).send(`mutation { setMySkills(skills: [{ words: "Welding" }]) { id } }`);
    await update({ biography: 'Hello' });
    expect(await steps()).toEqual(['ASK_ME_ABOUT', 'LANGUAGES', 'PROJECTS']);
    await update({ askMeAbout: ['Brakes'], languages: ['fr'], projects: [{ name: 'Alto' }], workingDays: [1] });
    expect(await steps()).toEqual(['LINKS']);
    await update({ links: [{ url: 'https://example.org' }] });
    expect(await steps()).toEqual([]);
  });

  it('never comes back once it was put away, for that person alone', async () => {
    await update({ biography: 'Hello' });
    await expect(api.as(owner).send(DISMISS)).resolves.toEqual({ dismissProfileNextSteps: [] });
    await api.as(owner).send(DISMISS);
    await update({ biography: '' });
    expect([await steps(), (await steps(colleague)).length]).toEqual([[], 3]);
  });

  it('is for who is signed in', async () => {
    await expect(api.anonymous().send(`{ profileNextSteps }`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(DISMISS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
