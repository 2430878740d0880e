import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { encodeCursor, platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';
import { ProfileEntity } from '../profile/profile.entity.ts';
import { declareSkills } from '../skill/testing/declared-skills.ts';

const LIST = `query ($search: String, $department: String, $first: Int! = 20, $after: String) {
  people(search: $search, department: $department, first: $first, after: $after) { totalCount edges { node { displayName } } pageInfo { hasNextPage endCursor } }
}`;
const ONE = `query ($id: ID!) { person(id: $id) { displayName isViewer isFormer isExecutive manager { displayName } } }`;

interface List {
  people: { totalCount: number; edges: { node: { displayName: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let api: TestApi;
let ines: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  ines = await aPerson().named('Inès Dupont').in('Legal').with({ title: 'Lawyer' }).being('executive').save(api.manager);
  const benoit = await aPerson().named('Benoît Zola').in('Maintenance').reportingTo(ines).save(api.manager);
  const lan = await aPerson().named('Lan Nguyễn').in('Maintenance').save(api.manager);
  await aPerson().named('Albert Camus').in('Legal').gone().save(api.manager);
  await aPerson().named('Ada Byron').save(api.manager);
  await api.manager.insert(ProfileEntity, { personId: benoit.id, askMeAbout: ['lean management'], biography: 'Writes about hydrogen.' });
  await declareSkills(api.manager, benoit, 'Soudure à l’arc');
  await declareSkills(api.manager, lan, 'Excel');
});
afterAll(() => api.stop());

const list = async (variables: Record<string, unknown> = {}) => (await api.as(ines).send<List>(LIST, variables)).people;
const namesOf = ({ edges }: List['people']): string[] => edges.map(({ node }) => node.displayName);

describe('the directory', () => {
  it('goes by surname, those who left the company left out', async () => {
    const people = await list();
    expect(namesOf(people)).toEqual(['Ada Byron', 'Inès Dupont', 'Lan Nguyễn', 'Benoît Zola']);
    expect(people.totalCount).toBe(4);
    await expect(api.anonymous().send(LIST)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['Benoit', 'Benoît Zola'],
    ['BENOÎT', 'Benoît Zola'],
    ['benoît zola', 'Benoît Zola'],
    ['zola benoit', 'Benoît Zola'],
    ['Nguyen', 'Lan Nguyễn'],
    ['Duppont', 'Inès Dupont'],
    ['Dupond', 'Inès Dupont'],
    ['lawyer', 'Inès Dupont'],
    ['soudure', 'Benoît Zola'],
    ['lean managment', 'Benoît Zola'],
    ['excel', 'Lan Nguyễn'],
  ])('finds by « %s » %s first', async (search, name) => {
    expect(namesOf(await list({ search }))[0]).toBe(name);
  });

  it('finds by what people are called and know now', async () => {
    const noor = await aPerson().named('Noor Quinault').save(api.manager);
    await declareSkills(api.manager, noor, 'Métrologie');
    expect([await list({ search: 'quinaut' }), await list({ search: 'metrologei' })].map(namesOf)).toEqual([['Noor Quinault'], ['Noor Quinault']]);

    await api.manager.query(`UPDATE person SET display_name = 'Noor Vasseur' WHERE id = $1`, [noor.id]);
    await api.manager.query(`UPDATE person_skill SET words = 'Hydraulique', folded = 'hydraulique' WHERE person_id = $1`, [noor.id]);
    expect([await list({ search: 'quinaut' }), await list({ search: 'metrologei' })].map(namesOf)).toEqual([[], []]);
    expect([await list({ search: 'vaseur' }), await list({ search: 'hydrolique' })].map(namesOf)).toEqual([['Noor Vasseur'], ['Noor Vasseur']]);
    await api.manager.query(`DELETE FROM person WHERE id = $1`, [noor.id]);
  });

  it.each([['Camus'], ['quaternion'], ['%'], ["'; DROP TABLE person; --"], ['a\u0000b'], ['🙂'], ['x'.repeat(10_000)]])('finds nobody by « %.30s », without an error', async (search) => {
    await expect(list({ search })).resolves.toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('takes white space as no search', async () => {
    expect(await list({ search: ' \n ' })).toMatchObject({ totalCount: 4 });
  });

  it('can be one department’s, searching or not', async () => {
    expect(namesOf(await list({ department: 'Maintenance' }))).toEqual(['Lan Nguyễn', 'Benoît Zola']);
    expect(namesOf(await list({ department: 'Maintenance', search: 'nguyen' }))).toEqual(['Lan Nguyễn']);
    expect(namesOf(await list({ department: 'Legal', search: 'nguyen' }))).toEqual([]);
    expect(await list({ department: 'No such place' })).toMatchObject({ totalCount: 0 });
    expect(namesOf(await list({ department: '', search: 'nguyen' }))).toEqual(['Lan Nguyễn']);
    expect(await list({ department: 'a\u0000b' })).toMatchObject({ totalCount: 0 });
  });

  it.each([['not searching', {}], ['searching', { search: 'maintenance' }]])('pages without a gap or a repeat, %s', async (_when, variables) => {
    for (let i = 0; i < 3; i += 1) await aPerson().named('Same Name').in('Maintenance').save(api.manager);
    const whole = namesOf(await list(variables));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: List['people'] = await list({ ...variables, first: 2, after });
      paged.push(...namesOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);

    expect(whole.length).toBeGreaterThanOrEqual(5);
    expect(paged).toEqual(whole);
    await api.manager.query(`DELETE FROM person WHERE display_name = 'Same Name'`);
  });

  it.each([
    ['a page of none', { first: 0 }, 'PAGE_TOO_LARGE', 'first'],
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE', 'first'],
    ['a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID', 'after'],
    ['a cursor without a true id', { after: encodeCursor('zola', 'not-an-id') }, 'CURSOR_INVALID', 'after'],
    ['a cursor of a search, not searching', { after: encodeCursor(2) }, 'CURSOR_INVALID', 'after'],
    ['a cursor before the beginning', { search: 'zola', after: encodeCursor(-3) }, 'CURSOR_INVALID', 'after'],
    ['a cursor between two rows', { search: 'zola', after: encodeCursor(0.5) }, 'CURSOR_INVALID', 'after'],
  ])('refuses %s, by name', async (_what, variables, code, field) => {
    await expect(list(variables)).rejects.toMatchObject({ code, field });
  });

  it('counts the people of each department who work here now', async () => {
    const departments = `{ departments { name memberCount } }`;
    await expect(api.as(ines).send(departments)).resolves.toEqual({ departments: [{ name: 'Legal', memberCount: 1 }, { name: 'Maintenance', memberCount: 2 }] });
    await expect(api.anonymous().send(departments)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a person', () => {
  const one = (id: string) => api.as(ines).send(ONE, { id });
  const idOf = async (displayName: string) => (await api.manager.query('SELECT id FROM person WHERE display_name = $1', [displayName]))[0].id as string;

  it('is shown to every colleague, with manager and standing, even after they left', async () => {
    await expect(one(ines.id)).resolves.toEqual({ person: { displayName: 'Inès Dupont', isViewer: true, isFormer: false, isExecutive: true, manager: null } });
    await expect(one(await idOf('Benoît Zola'))).resolves.toMatchObject({ person: { isViewer: false, isExecutive: false, manager: { displayName: 'Inès Dupont' } } });
    await expect(one(await idOf('Albert Camus'))).resolves.toMatchObject({ person: { isFormer: true } });
    await expect(api.anonymous().send(ONE, { id: ines.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is null when there is none, and an id that is none is refused by name', async () => {
    await expect(one(randomUUID())).resolves.toEqual({ person: null });
    await expect(one('17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
  });

  it('knows who they are themselves, with their roles', async () => {
    const viewer = `{ viewer { roles person { displayName } } }`;
    await expect(api.as(ines).send(viewer)).resolves.toEqual({ viewer: { roles: ['EMPLOYEE', 'EXECUTIVE'], person: { displayName: 'Inès Dupont' } } });
    await expect(api.anonymous().send(viewer)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
