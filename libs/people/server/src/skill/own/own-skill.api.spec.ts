import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../../people.domain.ts';
import { declareSkills, skillNamed } from '../testing/declared-skills.ts';
import { importStarterSkills } from '../taxonomy/starter-skills.importer.ts';

const SAY = `mutation ($skills: [OwnSkillInput!]!) { setMySkills(skills: $skills) { id skills { words level skill { fr en } } } }`;
const READ = `query ($id: ID!) { person(id: $id) { skills { words level skill { fr en } } } }`;
const FIND = `query ($search: String!) { people(search: $search) { edges { node { id } } } }`;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  await importStarterSkills(api.manager, [
    { fr: ['apprentissage automatique', 'apprentissage machine'], en: ['machine learning', 'statistical learning'] },
    { fr: ['soudage à l’arc'], en: ['arc welding'] },
    { fr: ['langage C'], en: ['C'] },
    { fr: ['langage C++'], en: ['C++'] },
  ]);
});
afterAll(() => api.stop());

const somebody = async () => (await people(api.manager, 1))[0] as PersonEntity;
const say = async (person: PersonEntity, ...skills: object[]) => (await api.as(person).send<{ setMySkills: { skills: object[] } }>(SAY, { skills })).setMySkills.skills;
const read = async (reader: PersonEntity, person: PersonEntity) => (await api.as(reader).send<{ person: { skills: object[] } }>(READ, { id: person.id })).person.skills;
const isFound = async (reader: PersonEntity, person: PersonEntity, search: string) =>
  (await api.as(reader).send<{ people: { edges: { node: { id: string } }[] } }>(FIND, { search })).people.edges.some(({ node }) => node.id === person.id);

const learning = { fr: 'apprentissage automatique', en: 'machine learning' };

describe('what somebody says they can do', () => {
  it('keeps their words and their order, and means a skill in both languages', async () => {
    const [owner, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const said = [{ words: 'Statistical Learning', level: 'HELPING' }, { words: 'Poterie', level: null }, { words: 'C', level: 'LEARNING' }];
    await say(owner, ...said);
    expect(await read(colleague, owner)).toEqual([
      { ...said[0], skill: learning },
      { ...said[1], skill: null },
      { ...said[2], skill: { fr: 'langage C', en: 'C' } },
    ]);
    await expect(api.anonymous().send(SAY, { skills: said })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await say(owner, { words: 'Poterie', level: 'FLUENT' })).toEqual([{ words: 'Poterie', level: 'FLUENT', skill: null }]);
    expect(await say(owner)).toEqual([]);
  });

  it('means the skill that they chose, whatever the words', async () => {
    const chosen = { words: 'Predicting failures', skillId: await skillNamed(api.manager, 'machine learning') };
    expect(await say(await somebody(), chosen)).toEqual([{ words: 'Predicting failures', level: null, skill: learning }]);
  });

  it('survives two saves at the same moment', async () => {
    const owner = await somebody();
    await Promise.all([say(owner, { words: 'Poterie' }, { words: 'C' }), say(owner, { words: 'C' }, { words: 'Poterie' })]);
    expect(await read(owner, owner)).toHaveLength(2);
  });

  it.each([
    ['words twice, which count once', [{ words: 'Poterie' }, { words: ' poterie ' }, { words: '' }], ['Poterie']],
    ['white space folded', [{ words: '  Lean \n management ' }], ['Lean management']],
    ['signs alone', [{ words: '🙂' }, { words: '漢字' }, { words: 'لحام' }], ['🙂', '漢字', 'لحام']],
    ['C and C++ and C#, which differ', [{ words: 'C' }, { words: 'C++' }, { words: 'C#' }], ['C', 'C++', 'C#']],
    ['SQL, which is text', [{ words: `'); DROP TABLE person_skill; --` }], [`'); DROP TABLE person_skill; --`]],
    ['a zero byte, which is dropped', [{ words: 'a\u0000b' }], ['ab']],
    ['thirty', Array.from({ length: 30 }, (_, i) => ({ words: `skill ${i}` })), Array.from({ length: 30 }, (_, i) => `skill ${i}`)],
  ])('takes %s', async (_what, skills, words) => {
    expect((await say(await somebody(), ...skills)).map((skill) => (skill as { words: string }).words)).toEqual(words);
  });

  it.each([
    ['thirty-one', Array.from({ length: 31 }, (_, i) => ({ words: `skill ${i}` })), 'TOO_MANY_ITEMS'],
    ['words too long', [{ words: 'x'.repeat(61) }], 'TEXT_TOO_LONG'],
    ['words far too long', [{ words: 'x'.repeat(10_000) }], 'TEXT_TOO_LONG'],
    ['two words for one skill', [{ words: 'machine learning' }, { words: 'Apprentissage machine' }], 'SKILL_TWICE'],
    ['a skill that there is not', [{ words: 'x', skillId: '00000000-0000-7000-8000-000000000000' }], 'SKILL_NOT_FOUND'],
    ['an id that is none', [{ words: 'x', skillId: '17' }], 'ID_INVALID'],
  ])('refuses %s, by name, and keeps what was said before', async (_what, skills, code) => {
    const owner = await somebody();
    await say(owner, { words: 'Poterie' });
    await expect(say(owner, ...skills)).rejects.toMatchObject({ code, field: 'skills' });
    expect(await read(owner, owner)).toMatchObject([{ words: 'Poterie' }]);
  });

  it('names the two words of one skill', async () => {
    await expect(say(await somebody(), { words: 'machine learning' }, { words: 'Apprentissage machine' })).rejects.toMatchObject({
      params: { one: 'machine learning', other: 'Apprentissage machine' },
    });
  });
});

describe('the directory', () => {
  it.each([
    ['machine learning', 'apprentissage automatique'],
    ['apprentissage automatique', 'machine learning'],
    ['Statistical learning', 'apprentissage machine'],
    ['apprentissage machine', 'MACHINE LEARNING'],
    ['Predicting failures', 'aprentissage automatique'],
    ['machine learning', 'aprentisage machine'],
  ])('finds who said « %s » by « %s »', async (said, typed) => {
    const [owner, reader] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    expect(await isFound(reader, owner, typed)).toBe(false);
    await say(owner, { words: said, skillId: await skillNamed(api.manager, 'machine learning') });
    expect(await isFound(reader, owner, typed)).toBe(true);
    expect(await isFound(reader, owner, 'arc welding')).toBe(false);
  });

  it('finds nobody by skills that not everybody may see', async () => {
    const [owner, reader] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    await declareSkills(api.manager, owner, 'statistical learning');
    await api.manager.query(`INSERT INTO profile_visibility VALUES ($1, 'skills', 'department')`, [owner.id]);
    for (const typed of ['apprentissage machine', 'statistical learning', 'machine learning']) expect(await isFound(reader, owner, typed)).toBe(false);
    expect(await read(reader, owner)).toEqual([]);
    expect(await read(owner, owner)).toHaveLength(1);
  });
});
