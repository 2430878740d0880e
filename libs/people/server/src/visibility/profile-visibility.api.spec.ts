import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

const WORDS = `query ($id: ID!) { person(id: $id) { biography languages skills { words } askMeAbout } }`;
const OWN = `query ($id: ID!) { person(id: $id) { profileVisibility { field audience } seenFromOutside: seenBy(audience: EVERYONE) seenInDepartment: seenBy(audience: DEPARTMENT) seenInCommunities: seenBy(audience: COMMUNITIES) seenByNobody: seenBy(audience: NOBODY) } }`;
const CHOOSE = `mutation ($choices: [ProfileVisibilityInput!]!) { setProfileVisibility(choices: $choices) { profileVisibility { field audience } seenFromOutside: seenBy(audience: EVERYONE) seenInDepartment: seenBy(audience: DEPARTMENT) seenInCommunities: seenBy(audience: COMMUNITIES) seenByNobody: seenBy(audience: NOBODY) } }`;
const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { biography } }`;
const SAY = `mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id } }`;
const FIND = `query ($search: String!) { people(search: $search) { totalCount edges { node { id } } } }`;

const nothing = { biography: '', languages: [], skills: [], askMeAbout: [] };
const words = { biography: 'Mends bicycles.', languages: ['fr'], skills: [{ words: 'Vulcanisation' }], askMeAbout: ['Tandems'] };

let api: TestApi;
let owner: PersonEntity;
let neighbour: PersonEntity;
let stranger: PersonEntity;
let unplaced: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  neighbour = await aPerson().in('Workshop').save(api.manager);
  stranger = await aPerson().in('Legal').save(api.manager);
  unplaced = await aPerson().save(api.manager);
});
afterAll(() => api.stop());
afterEach(() => api.manager.query(`DELETE FROM person WHERE id = $1`, [owner.id]));
beforeEach(async () => {
  owner = await aPerson().in('Workshop').save(api.manager);
  await say();
});

async function say(): Promise<void> {
  const { skills, ...input } = words;
  await api.as(owner).send(UPDATE, { input });
  await api.as(owner).send(SAY, { skills });
}

const choose = (audience: string, ...fields: string[]) => api.as(owner).send(CHOOSE, { choices: fields.map((field) => ({ field, audience })) });
const all = ['BIOGRAPHY', 'LANGUAGES', 'SKILLS', 'ASK_ME_ABOUT', 'WORKING_TIME', 'ABSENCE', 'PROJECTS', 'CERTIFICATES', 'LINKS', 'HOBBIES'];
const seenBy = async (reader: PersonEntity) => (await api.as(reader).send<{ person: object }>(WORDS, { id: owner.id })).person;
const foundBy = async (reader: PersonEntity, search: string) => (await api.as(reader).send<{ people: { totalCount: number } }>(FIND, { search })).people.totalCount;

describe('what people say of themselves', () => {
  it.each([
    { audience: 'EVERYONE', sees: { owner: true, neighbour: true, stranger: true, unplaced: true } },
    { audience: 'DEPARTMENT', sees: { owner: true, neighbour: true, stranger: false, unplaced: false } },
    // Nobody has told people what communities are here: then it is nobody's.
    { audience: 'COMMUNITIES', sees: { owner: true, neighbour: false, stranger: false, unplaced: false } },
    { audience: 'NOBODY', sees: { owner: true, neighbour: false, stranger: false, unplaced: false } },
  ])('meant for $audience is seen by them alone', async ({ audience, sees }) => {
    await choose(audience, ...all);
    for (const [name, reader] of Object.entries({ owner, neighbour, stranger, unplaced })) {
      expect([name, await seenBy(reader)]).toEqual([name, sees[name as keyof typeof sees] ? words : nothing]);
    }
  });

  it('is no department’s of those who have none', async () => {
    await api.manager.query(`UPDATE person SET department = NULL WHERE id = $1`, [owner.id]);
    await choose('DEPARTMENT', ...all);
    expect([await seenBy(unplaced), await seenBy(owner)]).toEqual([nothing, words]);
  });

  it('is kept field by field', async () => {
    await choose('NOBODY', 'SKILLS');
    await choose('DEPARTMENT', 'BIOGRAPHY');
    expect(await seenBy(stranger)).toEqual({ ...words, skills: [], biography: '' });
    expect(await seenBy(neighbour)).toEqual({ ...words, skills: [] });
    await choose('EVERYONE', 'SKILLS');
    expect(await seenBy(stranger)).toEqual({ ...words, biography: '' });
  });

  it('is seen by nobody who is of no audience, whether others are asked for or not', async () => {
    await expect(api.as(owner).send('query ($id: ID!) { person(id: $id) { seenBy(audience: NOBODY) } }', { id: owner.id })).resolves.toEqual({ person: { seenBy: [] } });
  });

  it('is hidden in the same step in which it is said', async () => {
    await api.as(owner).send(UPDATE, { input: { biography: 'Sings.', visibility: [{ field: 'BIOGRAPHY', audience: 'NOBODY' }] } });
    expect(await seenBy(stranger)).toMatchObject({ biography: '' });
    expect(await seenBy(owner)).toMatchObject({ biography: 'Sings.' });
  });

  it('with a rule that nobody knows any more is its owner’s alone', async () => {
    await api.manager.query(`ALTER TABLE profile_visibility DROP CONSTRAINT profile_visibility_audience`);
    await api.manager.query(`INSERT INTO profile_visibility VALUES ($1, 'biography', 'friends')`, [owner.id]);
    expect(await seenBy(neighbour)).toMatchObject({ biography: '' });
    expect(await seenBy(owner)).toMatchObject({ biography: 'Mends bicycles.' });
  });
});

describe('the directory', () => {
  it.each([
    ['SKILLS', 'vulcanisation'],
    ['ASK_ME_ABOUT', 'tandems'],
  ])('finds and counts nobody by %s that not everybody may see', async (field, search) => {
    expect(await foundBy(stranger, search)).toBe(1);
    await choose('DEPARTMENT', field);
    expect([await foundBy(stranger, search), await foundBy(neighbour, search)]).toEqual([0, 0]);
    await say();
    expect(await foundBy(stranger, search)).toBe(0);
    await choose('EVERYONE', field);
    expect(await foundBy(stranger, search)).toBe(1);
    await choose('NOBODY', field);
    await api.manager.query(`DELETE FROM profile_visibility WHERE person_id = $1`, [owner.id]);
    expect(await foundBy(stranger, search)).toBe(1);
  });
});

describe('one’s own choices', () => {
  it('are known to their owner alone, and what a colleague from outside sees', async () => {
    await choose('DEPARTMENT', 'SKILLS');
    const own = { profileVisibility: all.map((field) => ({ field, audience: field === 'SKILLS' ? 'DEPARTMENT' : 'EVERYONE' })), seenFromOutside: ['BIOGRAPHY', 'LANGUAGES', 'ASK_ME_ABOUT', 'WORKING_TIME', 'ABSENCE', 'PROJECTS', 'CERTIFICATES', 'LINKS', 'HOBBIES'] };
    const seen = { ...own, seenInDepartment: all, seenInCommunities: own.seenFromOutside, seenByNobody: [] };
    const ask = (reader: PersonEntity) => api.as(reader).send(OWN, { id: owner.id });
    await expect(ask(owner)).resolves.toEqual({ person: seen });
    await expect(ask(neighbour)).resolves.toEqual({ person: { profileVisibility: null, seenFromOutside: null, seenInDepartment: null, seenInCommunities: null, seenByNobody: null } });
    await expect(api.anonymous().send(CHOOSE, { choices: [] })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('show as the rule does: what is seen from outside is what a stranger gets', async () => {
    for (const [i, audience] of ['NOBODY', 'EVERYONE', 'DEPARTMENT', 'COMMUNITIES'].entries()) await choose(audience, all[i] ?? '');
    const rest = ['WORKING_TIME', 'ABSENCE', 'PROJECTS', 'CERTIFICATES', 'LINKS', 'HOBBIES'];
    expect(await seenBy(stranger)).toEqual({ ...nothing, languages: ['fr'] });
    await expect(api.as(owner).send(OWN, { id: owner.id })).resolves.toMatchObject({
      person: { seenFromOutside: ['LANGUAGES', ...rest], seenInDepartment: ['LANGUAGES', 'SKILLS', ...rest], seenInCommunities: ['LANGUAGES', 'ASK_ME_ABOUT', ...rest], seenByNobody: [] },
    });
  });

  it('take the last of two for one field, and refuse a field or an audience that there is not', async () => {
    const twice = [{ field: 'SKILLS', audience: 'NOBODY' }, { field: 'SKILLS', audience: 'DEPARTMENT' }];
    await api.as(owner).send(CHOOSE, { choices: twice });
    expect([await seenBy(neighbour), await seenBy(stranger)]).toMatchObject([{ skills: words.skills }, { skills: [] }]);
    await expect(choose('FRIENDS', 'SKILLS')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(choose('NOBODY', 'DISPLAY_NAME')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
