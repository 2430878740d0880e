import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../../people.domain.ts';
import { importStarterSkills } from '../taxonomy/starter-skills.importer.ts';
import { declareSkills, skillNamed } from '../testing/declared-skills.ts';

const FREE = `query ($first: Int! = 20, $after: String) { freeSkills(first: $first, after: $after) { totalCount edges { node { key words peopleCount suggestions { fr } } } pageInfo { hasNextPage endCursor } } }`;
const DECIDED = `{ skillMappings(first: 20) { totalCount edges { node { key words skill { fr en } mappedBy { id } } } } }`;
const MAP = `mutation ($words: String!, $skillId: ID!) { mapSkill(words: $words, skillId: $skillId) { key skill { en } } }`;
const KEEP = `mutation ($words: String!, $fr: String!, $en: String!) { keepSkill(words: $words, fr: $fr, en: $en) { key skill { fr en } } }`;
const UNDO = `mutation ($key: ID!) { undoSkillMapping(key: $key) }`;
const READ = `query ($id: ID!) { person(id: $id) { skills { words skill { fr } } } }`;
const SAY = `mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { skills { words skill { fr } } } }`;

interface Free {
  freeSkills: { totalCount: number; edges: { node: { key: string; words: string; peopleCount: number; suggestions: { fr: string }[] } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

let api: TestApi;
let [hr, it_, employee] = [] as unknown as [PersonEntity, PersonEntity, PersonEntity];
let [one, other, shy] = [] as unknown as [PersonEntity, PersonEntity, PersonEntity];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  hr = await aPerson().being('hr').save(api.manager);
  it_ = await aPerson().being('it').save(api.manager);
  employee = await aPerson().being('executive').save(api.manager);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE skill, person_skill, skill_mapping CASCADE');
  await importStarterSkills(api.manager, [{ fr: ['pompe à chaleur'], en: ['heat pump'] }, { fr: ['soudage'], en: ['welding'] }]);
  [one, other, shy] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  await declareSkills(api.manager, one, 'Pompes chaleur', 'Poterie');
  await declareSkills(api.manager, other, 'pompes chaleur', 'pompe à chaleur');
  await declareSkills(api.manager, shy, 'Secret knitting');
  await api.manager.query(`INSERT INTO profile_visibility VALUES ($1, 'skills', 'nobody')`, [shy.id]);
});

const free = async (by: PersonEntity, variables = {}) => (await api.as(by).send<Free>(FREE, variables)).freeSkills;
const map = async (by: PersonEntity, words = 'pompes chaleur', skill = 'heat pump') => api.as(by).send(MAP, { words, skillId: await skillNamed(api.manager, skill) });
const read = async (person: PersonEntity) => (await api.as(employee).send<{ person: { skills: { words: string; skill: { fr: string } | null }[] } }>(READ, { id: person.id })).person.skills;

describe('words that the taxonomy does not have', () => {
  it('are told to HR and IT with how many people have them, and what they may mean', async () => {
    for (const keeper of [hr, it_]) {
      expect((await free(keeper)).edges.map(({ node }) => node)).toEqual([
        { key: 'pompes chaleur', words: expect.stringMatching(/pompes chaleur/i), peopleCount: 2, suggestions: [{ fr: 'pompe à chaleur' }] },
        { key: 'poterie', words: 'Poterie', peopleCount: 1, suggestions: [] },
      ]);
    }
  });

  it('are nobody else’s business', async () => {
    for (const attempt of [() => free(employee), () => api.as(employee).send(DECIDED), () => map(employee), () => api.as(employee).send(KEEP, { words: 'Poterie', fr: 'a', en: 'b' }), () => api.as(employee).send(UNDO, { key: 'poterie' })]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(api.anonymous().send(FREE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('come page by page without a gap or a repeat', async () => {
    const first = await free(hr, { first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect((await free(hr, { first: 1, after: first.pageInfo.endCursor })).edges.map(({ node }) => node.key)).toEqual(['poterie']);
  });
});

describe('a decision about words', () => {
  it('holds for those who have written them and for those who will', async () => {
    await map(hr);
    expect(await read(one)).toMatchObject([{ words: 'Pompes chaleur', skill: { fr: 'pompe à chaleur' } }, { words: 'Poterie', skill: null }]);
    // Two words that turn out to mean the same show once.
    expect(await read(other)).toMatchObject([{ words: 'pompes chaleur', skill: { fr: 'pompe à chaleur' } }]);
    const [newcomer] = (await people(api.manager, 1)) as [PersonEntity];
    await expect(api.as(newcomer).send(SAY, { skills: [{ words: 'POMPES-CHALEUR' }] })).resolves.toEqual({ setMySkills: { skills: [{ words: 'POMPES-CHALEUR', skill: { fr: 'pompe à chaleur' } }] } });
    expect((await free(hr)).edges.map(({ node }) => node.key)).toEqual(['poterie']);
    await expect(api.as(it_).send(DECIDED)).resolves.toMatchObject({ skillMappings: { totalCount: 1, edges: [{ node: { key: 'pompes chaleur', skill: { en: 'heat pump' }, mappedBy: { id: hr.id } } }] } });
  });

  it('is taken back, and loses nobody a word', async () => {
    await map(hr);
    await api.as(it_).send(UNDO, { key: 'pompes chaleur' });
    expect(await read(other)).toMatchObject([{ words: 'pompes chaleur', skill: null }, { words: 'pompe à chaleur', skill: { fr: 'pompe à chaleur' } }]);
    await expect(api.as(hr).send(UNDO, { key: 'pompes chaleur' })).rejects.toMatchObject({ code: 'SKILL_MAPPING_NOT_FOUND' });
    await expect(map(hr, 'pompes chaleur', 'welding')).resolves.toMatchObject({ mapSkill: { skill: { en: 'welding' } } });
  });

  it('may make them a skill of the company’s own, which goes when it is taken back', async () => {
    await expect(api.as(hr).send(KEEP, { words: 'Poterie', fr: 'Poterie d’art', en: 'Art pottery' })).resolves.toEqual({ keepSkill: { key: 'poterie', skill: { fr: 'Poterie d’art', en: 'Art pottery' } } });
    expect((await read(one))[1]).toEqual({ words: 'Poterie', skill: { fr: 'Poterie d’art' } });
    await api.as(hr).send(UNDO, { key: 'poterie' });
    expect((await read(one))[1]).toEqual({ words: 'Poterie', skill: null });
    expect(await api.manager.query(`SELECT 1 FROM skill WHERE origin = 'company'`)).toEqual([]);
  });

  it('is made once, also by two at the same time', async () => {
    const tries = await Promise.allSettled([map(hr), map(it_, 'Pompes chaleur', 'welding')]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(map(hr)).rejects.toMatchObject({ code: 'SKILL_WORDS_TAKEN', field: 'words' });
  });

  it.each([
    ['no words', MAP, { words: ' ' }, 'TEXT_REQUIRED'],
    ['10,000 characters', MAP, { words: 'x'.repeat(10_000) }, 'TEXT_TOO_LONG'],
    ['a skill that there is not', MAP, { words: 'Poterie', skillId: '00000000-0000-7000-8000-000000000000' }, 'SKILL_NOT_FOUND'],
    ['an id that is none', MAP, { words: 'Poterie', skillId: '17' }, 'ID_INVALID'],
    ['no French', KEEP, { words: 'Poterie', fr: '', en: 'Pottery' }, 'TEXT_REQUIRED'],
    ['English too long', KEEP, { words: 'Poterie', fr: 'Poterie', en: 'x'.repeat(61) }, 'TEXT_TOO_LONG'],
  ])('is refused with %s', async (_what, mutation, variables, code) => {
    await expect(api.as(hr).send(mutation, { skillId: await skillNamed(api.manager, 'welding'), ...variables })).rejects.toMatchObject({ code });
    expect(await api.manager.query('SELECT 1 FROM skill_mapping')).toEqual([]);
  });
});
