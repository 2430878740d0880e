import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { importStarterSkills } from '../skill/taxonomy/starter-skills.importer.ts';
import { declareSkills, skillNamed } from '../skill/testing/declared-skills.ts';

let api: TestApi;
let reader: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  await importStarterSkills(api.manager, [
    { fr: ['soudage', 'soudure'], en: ['welding'] },
    { fr: ['procédé TIG'], en: ['tungsten inert gas'] },
    { fr: ['pulsé manuel'], en: ['pulsed manual'] },
  ]);
  const id = (words: string) => skillNamed(api.manager, words);
  const part = async (narrow: string, broad: string) => api.manager.query(`INSERT INTO skill_broader (skill_id, broader_id) VALUES ($1, $2)`, [await id(narrow), await id(broad)]);
  await part('procédé TIG', 'soudage');
  await part('pulsé manuel', 'procédé TIG');
  reader = await aPerson().named('Ada Reader').save(api.manager);
  for (const [name, skill] of [['Nils Narrow', 'procédé TIG'], ['Bea Broad', 'soudage'], ['Dora Deeper', 'pulsé manuel'], ['Hugo Hidden', 'procédé TIG'], ['Gus Gone', 'procédé TIG']] as const) {
    const person = aPerson().named(name).in('Works');
    await declareSkills(api.manager, await (name === 'Gus Gone' ? person.gone() : person).save(api.manager), skill);
  }
  await api.manager.query(`INSERT INTO profile_visibility (person_id, field, audience) SELECT id, 'skills', 'nobody' FROM person WHERE display_name = 'Hugo Hidden'`);
});
afterAll(() => api.stop());

const found = async (search: string, department: string | null = null) => {
  const { people } = await api.as(reader).send<{ people: { totalCount: number; edges: { node: { displayName: string } }[] } }>(
    `query ($search: String, $department: String) { people(search: $search, department: $department, first: 20) { totalCount edges { node { displayName } } } }`,
    { search, department },
  );
  return people.edges.map(({ node }) => node.displayName);
};

describe('somebody who declared a skill that is part of another', () => {
  it.each(['soudage', 'Soudure', 'WELDING'])('is found for the broader one (%s), after those who declared that', async (search) => {
    expect(await found(search)).toEqual(['Bea Broad', 'Nils Narrow']);
    expect(await found(search, 'Elsewhere')).toEqual([]);
  });

  it('is one level away, no further', async () => {
    expect(await found('tungsten inert gas')).toEqual(['Nils Narrow', 'Dora Deeper']);
  });

  it('is not found upwards: a broad skill is no promise of a narrow one', async () => {
    expect(await found('pulsed manual')).toEqual(['Dora Deeper']);
  });
});
