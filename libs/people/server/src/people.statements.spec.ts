import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi, webOperation } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from './people.domain.ts';
import { ProfileEntity } from './profile/profile.entity.ts';
import { importStarterSkills } from './skill/taxonomy/starter-skills.importer.ts';
import { declareSkills } from './skill/testing/declared-skills.ts';

let api: TestApi;
let viewer: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  await importStarterSkills(api.manager, [{ fr: ['papotage'], en: ['small talk'] }]);
  viewer = await aPerson().named('Ada Byron').save(api.manager);
  for (const [department, number] of [['Small', 3], ['Large', 15]] as const) {
    for (let i = 0; i < number; i += 1) {
      const { id } = await aPerson().named(`${department} Colleague`).in(department).reportingTo(viewer).save(api.manager);
      await api.manager.insert(ProfileEntity, { personId: id, location: 'Lyon' });
      await declareSkills(api.manager, { id }, `${department} talk`);
    }
  }
  await api.as(viewer).send('{ viewer { roles } }');
});
afterAll(() => api.stop());

/** SQL statements that the operation of the web pages takes for 3 rows and for 15. */
const statements = async (operation: string, of: (department: string) => Record<string, unknown>) => {
  const counts = [];
  for (const department of ['Small', 'Large']) counts.push((await api.statementsOf(() => api.as(viewer).send(webOperation(operation), of(department)))).length);
  return counts;
};

// A search asks once for the words that are near to what was typed, then for the people who have them.
describe('what pages of people cost, whatever their length', () => {
  it.each([
    { list: 'the directory', operation: 'People', of: (department: string) => ({ department }), cost: 4 },
    { list: 'the directory, searching', operation: 'People', of: (department: string) => ({ search: `${department} colleague` }), cost: 5 },
    { list: 'the directory of a skill', operation: 'People', of: (department: string) => ({ search: `${department} talk`, department }), cost: 5 },
    { list: 'somebody to pick', operation: 'PersonPicker', of: (department: string) => ({ search: department }), cost: 3 },
    { list: 'the departments', operation: 'Departments', of: () => ({}), cost: 1 },
  ])('$list: $cost statements', async ({ operation, of, cost }) => {
    expect(await statements(operation, of)).toEqual([cost, cost]);
  });

  it('a person: 12 statements, of which one for their skills, one for what these are called and one for recommendations', async () => {
    const [row] = await api.manager.query(`SELECT id FROM person WHERE department = 'Small' LIMIT 1`);
    const sent = await api.statementsOf(() => api.as(viewer).send(webOperation('PersonPage'), { id: row.id }));
    expect(sent).toHaveLength(12);
  });
});
