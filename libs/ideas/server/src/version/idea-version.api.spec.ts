import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';

const VERSIONS = 'query ($id: ID!, $first: Int = 20, $after: String) { idea(id: $id) { versions(first: $first, after: $after) { edges { node { number note author { id } } } pageInfo { endCursor hasNextPage } } } }';
const COMPARED = 'query ($id: ID!, $from: Int!, $to: Int!) { idea(id: $id) { comparison(from: $from, to: $to) { part pieces { kind text } } } }';

interface Page {
  edges: { node: { number: number; note: string; author: { id: string } } }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

let api: TestApi;
let author: PersonEntity, helper: PersonEntity, colleague: PersonEntity, owner: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, helper, colleague] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
});

const edit = (person: PersonEntity, id: string, version: number, change: object, note = '') =>
  api.as(person).send('mutation ($input: EditIdeaInput!) { editIdea(input: $input) { version } }', { input: { id, version, note, words: { title: 'A second bin', problem: 'It ends together.', proposal: richTextOf('Put one there.'), ...change } } });
const versions = async (person: PersonEntity, id: string, page = {}) => (await api.as(person).send<{ idea: { versions: Page } | null }>(VERSIONS, { id, ...page })).idea?.versions;
const compared = async (person: PersonEntity, id: string, from: number, to: number) => (await api.as(person).send<{ idea: { comparison: object[] } | null }>(COMPARED, { id, from, to })).idea?.comparison;

describe('the versions of an idea', () => {
  it('are listed with who and why, page by page, and compared', async () => {
    const { id } = await anIdea(author).in(campaign).with(helper).save(api.manager);
    await edit(author, id, 1, {});
    await edit(helper, id, 2, { problem: 'It all ends together.' }, 'Clearer.');
    const first = await versions(colleague, id, { first: 2 });
    expect(first?.edges.map(({ node }) => [node.number, node.note, node.author.id])).toEqual([[3, 'Clearer.', helper.id], [2, '', author.id]]);
    expect(first?.pageInfo.hasNextPage).toBe(true);
    expect((await versions(colleague, id, { first: 2, after: first?.pageInfo.endCursor }))?.edges.map(({ node }) => node.number)).toEqual([1]);
    await expect(compared(colleague, id, 2, 3)).resolves.toEqual([{ part: 'PROBLEM', pieces: [{ kind: 'SAME', text: 'It ' }, { kind: 'ADDED', text: 'all ' }, { kind: 'SAME', text: 'ends together.' }] }]);
    await expect(compared(colleague, id, 1, 9)).rejects.toMatchObject({ code: 'IDEA_VERSION_NOT_FOUND' });
  });

  it('begin with what was submitted: drafts stay with their authors', async () => {
    const { id } = await anIdea(author).in(campaign).being('draft').save(api.manager);
    await edit(author, id, 1, { problem: 'A secret.' });
    await edit(author, id, 2, {});
    await api.as(author).send('mutation ($id: ID!) { submitIdea(id: $id) { id } }', { id });
    expect((await versions(colleague, id))?.edges).toHaveLength(1);
    const [{ number } = { number: 0 }] = (await versions(colleague, id))?.edges.map(({ node }) => node) ?? [];
    await expect(compared(author, id, 1, number)).rejects.toMatchObject({ code: 'IDEA_VERSION_NOT_FOUND' });
  });

  it('are not for those who do not see the idea', async () => {
    const hidden = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    const { id } = await anIdea(author).in(hidden).save(api.manager);
    expect([await versions(colleague, id), await compared(colleague, id, 1, 1)]).toEqual([undefined, undefined]);
    expect((await versions(owner, id))?.edges).toHaveLength(1);
  });
});
