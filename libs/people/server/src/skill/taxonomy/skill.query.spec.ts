import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../../people.domain.ts';
import { declareSkills, skillNamed } from '../testing/declared-skills.ts';
import { SkillHolders } from '../own/skill-holders.ts';
import { SkillQuery } from './skill.query.ts';
import { importStarterSkills } from './starter-skills.importer.ts';

const SUGGEST = `query ($typed: String!, $language: SkillLanguage! = FR) { skillSuggestions(typed: $typed, language: $language) { label skill { fr en } } }`;

let api: TestApi;
let reader: PersonEntity;
let query: SkillQuery;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  reader = (await people(api.manager, 1))[0] as PersonEntity;
  query = api.app.get(SkillQuery, { strict: false });
  await importStarterSkills(api.manager, [
    { fr: ['apprentissage automatique', 'apprentissage machine'], en: ['machine learning', 'statistical learning'] },
    { fr: ['apprentissage'], en: ['learning'] },
    { fr: ['pompe à chaleur'], en: ['heat pump'] },
    { fr: ['soudage'], en: ['welding', 'metal welding'] },
    { fr: ['langage C'], en: ['C'] },
    { fr: ['réseaux'], en: ['networks'] },
  ]);
});
afterAll(() => api.stop());

const suggest = async (typed: string, language = 'FR') => (await api.as(reader).send<{ skillSuggestions: { label: string; skill: { fr: string } }[] }>(SUGGEST, { typed, language })).skillSuggestions;

describe('suggestions', () => {
  it.each([
    ['machine lear', 'apprentissage automatique'],
    ['apprentissage au', 'apprentissage automatique'],
    ['APPRENTISSAGE MACHINE', 'apprentissage automatique'],
    ['aprentisage automatik', 'apprentissage automatique'],
    ['metal weld', 'soudage'],
    ['sou', 'soudage'],
    ['c', 'langage C'],
    ['heat', 'pompe à chaleur'],
  ])('for « %s » begin with « %s »', async (typed, first) => {
    expect((await suggest(typed))[0]?.skill.fr).toBe(first);
  });

  it('show the word that was near, those of the reader’s language first', async () => {
    expect((await suggest('statistical lea'))[0]).toEqual({ label: 'statistical learning', skill: { fr: 'apprentissage automatique', en: 'machine learning' } });
    expect((await suggest('learning', 'EN')).map(({ label }) => label)).toEqual(['learning', 'machine learning']);
  });

  it.each([[''], ['   '], ['🙂'], ['%'], ['_'], ['\\'], ['لحام'], [`'; DROP TABLE skill; --`], ['a\u0000b'], ['x'.repeat(10_000)]])('are none for « %.20s », without an error', async (typed) => {
    expect(await suggest(typed)).toEqual([]);
  });

  it('leave out what is retired, and are for colleagues alone', async () => {
    const id = await skillNamed(api.manager, 'welding');
    await api.manager.query('UPDATE skill SET retired_at = now() WHERE id = $1', [id]);
    expect(await suggest('soudage')).toEqual([]);
    await api.manager.query('UPDATE skill SET retired_at = NULL WHERE id = $1', [id]);
    await expect(api.anonymous().send(SUGGEST, { typed: 'x' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the skills of a text', () => {
  const named = async (text: string) => {
    const found = await query.inText(text);
    const names = await query.names(found.map(({ skillId }) => skillId));
    return found.map(({ skillId, words }) => [names.get(skillId)?.en, words]);
  };

  it.each([
    ['Qui connaît l’Apprentissage-Automatique et le soudage ?', [['machine learning', 'apprentissage automatique'], ['welding', 'soudage']]],
    ['We do statistical  learning.', [['machine learning', 'statistical learning']]],
    ['Two heat pumps, deux pompes à chaleur', [['heat pump', 'heat pumps']]],
    ['Written in C, not in C++', [['C', 'c']]],
    ['le réseau', []],
    ['nothing of the kind', []],
    ['', []],
    ['%_\\ 🙂 \u0000', []],
  ])('« %s »', async (text, skills) => {
    expect(await named(text)).toEqual(skills);
  });

  it('are found in one SQL, also in a long text', async () => {
    const text = `${'lorem ipsum dolor sit amet '.repeat(300)} heat pump`;
    const statements = await api.statementsOf(() => query.inText(text));
    expect(statements).toHaveLength(1);
    expect(await named(text)).toEqual([['heat pump', 'heat pump']]);
  });

  it('are those that administrators have found words to mean', async () => {
    await api.manager.query(`INSERT INTO skill_mapping (folded, words, skill_id, mapped_at) VALUES ('pac', 'PAC', $1, now())`, [await skillNamed(api.manager, 'heat pump')]);
    expect(await named('une PAC de 8 kW')).toEqual([['heat pump', 'pac']]);
  });

  it('can be widened by all that they are called', async () => {
    const id = await skillNamed(api.manager, 'machine learning');
    expect((await query.labels([id])).get(id)).toEqual([
      { language: 'fr', label: 'apprentissage automatique', isPreferred: true },
      { language: 'en', label: 'machine learning', isPreferred: true },
      { language: 'fr', label: 'apprentissage machine', isPreferred: false },
      { language: 'en', label: 'statistical learning', isPreferred: false },
    ]);
  });
});

it('who can do something is known as far as they let it be seen', async () => {
  const [owner, shy] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  for (const person of [owner, shy]) await declareSkills(api.manager, person, 'metal welding');
  await api.manager.query(`UPDATE person_skill SET level = 3 WHERE person_id = $1`, [owner.id]);
  await api.manager.query(`INSERT INTO profile_visibility VALUES ($1, 'skills', 'nobody')`, [shy.id]);
  const welding = await skillNamed(api.manager, 'soudage');
  const holders = (viewer: PersonEntity) => api.manager.query(`SELECT * FROM (${api.app.get(SkillHolders, { strict: false }).of({ skills: '$1::uuid[]', viewer: '$2::uuid', most: 100 })}) holder`, [[welding], viewer.id]);
  expect(await holders(reader)).toEqual([{ person_id: owner.id, skill_id: welding, is_declared: true, level: 3, endorsement_count: 0 }]);
  expect(await holders(shy)).toHaveLength(2);
});
