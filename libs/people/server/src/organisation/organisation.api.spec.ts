import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '../people.domain.ts';

const READ = `query ($id: ID!, $first: Int! = 20, $after: String) { person(id: $id) {
  reportCount managersAbove { displayName } reports(first: $first, after: $after) { edges { node { displayName reportCount } } pageInfo { hasNextPage endCursor } }
} }`;

interface Chart {
  person: {
    reportCount: number;
    managersAbove: { displayName: string }[];
    reports: { edges: { node: { displayName: string; reportCount: number } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
}

let api: TestApi;
let chief: PersonEntity, head: PersonEntity, lead: PersonEntity, member: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain]);
  chief = await aPerson().named('Cleo Chief').save(api.manager);
  head = await aPerson().named('Hana Head').reportingTo(chief).save(api.manager);
  const left = await aPerson().named('Lost Leader').reportingTo(head).gone().save(api.manager);
  lead = await aPerson().named('Lea Lead').reportingTo(left).save(api.manager);
  member = await aPerson().named('Mo Member').reportingTo(lead).save(api.manager);
  await aPerson().named('Gone Girl').reportingTo(lead).gone().save(api.manager);
  await aPerson().named('Ada Aide').reportingTo(head).save(api.manager);
});
afterAll(() => api.stop());

const chart = async (person: PersonEntity, variables = {}) => (await api.as(chief).send<Chart>(READ, { id: person.id, ...variables })).person;
const namesOf = ({ reports }: Chart['person']) => reports.edges.map(({ node }) => [node.displayName, node.reportCount]);

describe('the organisation chart', () => {
  it('shows who stands above, from the top down, whoever left passed over', async () => {
    expect((await chart(member)).managersAbove.map(({ displayName }) => displayName)).toEqual(['Cleo Chief', 'Hana Head', 'Lea Lead']);
    expect((await chart(chief)).managersAbove).toEqual([]);
    await expect(api.anonymous().send(READ, { id: chief.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('shows who reports, by surname, those of a leaver under whoever stands above, with their own numbers', async () => {
    const reports = await chart(head);
    expect([reports.reportCount, namesOf(reports)]).toEqual([2, [['Ada Aide', 0], ['Lea Lead', 1]]]);
    expect(namesOf(await chart(lead))).toEqual([['Mo Member', 0]]);
    expect(await chart(member)).toMatchObject({ reportCount: 0, reports: { edges: [] } });
  });

  it('goes through a manager of 300 page by page, in as many statements as for 3', async () => {
    const boss = await aPerson().named('Big Boss').save(api.manager);
    for (let i = 0; i < 300; i += 1) await aPerson().named(`Number ${String(i).padStart(3, '0')}`).reportingTo(boss).save(api.manager);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Chart['person'] = await chart(boss, { first: 50, after });
      seen.push(...page.reports.edges.map(({ node }) => node.displayName));
      after = page.reports.pageInfo.hasNextPage ? page.reports.pageInfo.endCursor : null;
    } while (after);
    expect([seen.length, new Set(seen).size, seen[0], seen.at(-1), (await chart(boss)).reportCount]).toEqual([300, 300, 'Number 000', 'Number 299', 300]);
    const costs = [await api.statementsOf(() => chart(boss, { first: 3 })), await api.statementsOf(() => chart(boss, { first: 50 }))].map(({ length }) => length);
    expect(costs).toEqual([7, 7]);
    await expect(chart(boss, { first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
    await expect(chart(boss, { after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('survives a circle, also of people who left', async () => {
    const one = await aPerson().named('Uno One').save(api.manager);
    const two = await aPerson().named('Due Two').reportingTo(one).gone().save(api.manager);
    const three = await aPerson().named('Tre Three').reportingTo(two).gone().save(api.manager);
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = $2`, [three.id, two.id]);
    expect(await chart(two)).toMatchObject({ managersAbove: [], reportCount: 0 });
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = $1`, [one.id]);
    expect(await chart(one)).toMatchObject({ managersAbove: [], reportCount: 0, reports: { edges: [] } });
    const four = await aPerson().named('Vier Four').reportingTo(one).save(api.manager);
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = $2`, [four.id, one.id]);
    expect([namesOf(await chart(one)), namesOf(await chart(four)), (await chart(four)).managersAbove]).toEqual([[['Vier Four', 1]], [['Uno One', 1]], [{ displayName: 'Uno One' }]]);
  });
});
