import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

const FIELDS = 'projects { name description startYear endYear url } certificates { name issuer year url } links { label url } hobbies';
const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { person(id: $id) { ${FIELDS} } }`;

let api: TestApi;
let owner: PersonEntity, colleague: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const update = (input: object) => api.as(owner).send(UPDATE, { input });
const seenBy = async (reader: PersonEntity) => (await api.as(reader).send<{ person: object }>(READ, { id: owner.id })).person;

const nothing = { projects: [], certificates: [], links: [], hobbies: [] };
const told = {
  projects: [
    { name: 'Alto 3', description: 'The casing.', startYear: 2023, endYear: null, url: 'https://example.org/alto' },
    { name: 'Alto 2 \ud83d', description: '', startYear: 2019, endYear: 2022, url: null },
  ],
  certificates: [{ name: 'CACES R489', issuer: 'Apave', year: 2021, url: null }],
  links: [{ label: '', url: 'https://example.org/me' }],
  hobbies: ['Chorale', 'VTT', 'vtt'],
};
const kept = {
  ...told,
  projects: [told.projects[0], { ...told.projects[1], name: 'Alto 2 \ufffd' }],
  links: [{ label: 'example.org', url: 'https://example.org/me' }],
  hobbies: ['Chorale', 'VTT'],
};

describe('what people add to their profile', () => {
  it('is kept in their order, shown to colleagues, and left alone when it is left out', async () => {
    expect(await seenBy(colleague)).toEqual(nothing);
    await update(told);
    expect(await seenBy(colleague)).toEqual(kept);
    await update({ biography: 'Hello', projects: null });
    expect(await seenBy(colleague)).toEqual(kept);
    await update({ projects: [], hobbies: [] });
    expect(await seenBy(colleague)).toEqual({ ...kept, projects: [], hobbies: [] });
    await expect(api.anonymous().send(UPDATE, { input: told })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['PROJECTS', { projects: [] }],
    ['CERTIFICATES', { certificates: [] }],
    ['LINKS', { links: [] }],
    ['HOBBIES', { hobbies: [] }],
  ])('is hidden by %s alone', async (field, hidden) => {
    await update({ ...told, visibility: [{ field, audience: 'NOBODY' }] });
    expect(await seenBy(colleague)).toEqual({ ...kept, ...hidden });
    expect(await seenBy(owner)).toEqual(kept);
  });

  it.each([
    ['a script for a link', { links: [{ url: 'https://example.org' }, { url: 'javascript:alert(1)' }] }, 'LINK_INVALID', 'links.1.url'],
    ['a project without a name', { projects: [{ name: ' ' }] }, 'TEXT_REQUIRED', 'projects.0.name'],
    ['years in the wrong order', { projects: [{ name: 'x', startYear: 2020, endYear: 2019 }] }, 'YEARS_REVERSED', 'projects.0.endYear'],
    ['a certificate of 10,000 characters', { certificates: [{ name: 'x'.repeat(10_000) }] }, 'TEXT_TOO_LONG', 'certificates.0.name'],
    ['too many hobbies', { hobbies: Array.from({ length: 31 }, (_, i) => `hobby ${i}`) }, 'TOO_MANY_ITEMS', 'hobbies'],
  ])('is refused for %s, at its place, and changes nothing', async (_what, input, code, field) => {
    await update(told);
    await expect(update({ ...told, hobbies: ['Judo'], ...input, visibility: [{ field: 'LINKS', audience: 'NOBODY' }] })).rejects.toMatchObject({ code, field });
    expect(await seenBy(colleague)).toEqual(kept);
  });
});
