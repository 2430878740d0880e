import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aSearch } from '@parvis/search/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, colleague: PersonEntity;
let campaign: CampaignEntity, hidden: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.dataSource.query('DELETE FROM search_document');
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  hidden = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
});

const found = aSearch(() => api);
const search = (viewer: PersonEntity, text: string, variables = {}) => found.hits(viewer, text, { kinds: ['IDEA', 'COMMENT'], ...variables });
const idsOf = async (viewer: PersonEntity, text: string, variables = {}) => (await search(viewer, text, variables)).map(({ id }) => id);
const ideasOf = async (viewer: PersonEntity, person: PersonEntity) => {
  const { person: told } = await api.as(viewer).send<{ person: { contributionCounts: { kind: string; count: number }[]; ideas: { totalCount: number; edges: { node: { id: string } }[] } } }>(
    'query ($id: ID!) { person(id: $id) { contributionCounts { kind count } ideas(first: 1) { totalCount edges { node { id } } } } }', { id: person.id });
  expect(told.contributionCounts.find(({ kind }) => kind === 'idea')?.count).toBe(told.ideas.totalCount);
  return { count: told.ideas.totalCount, newest: told.ideas.edges[0]?.node.id };
};

describe('an idea', () => {
  it('is found by its title, problem, proposal and tags, by whoever sees it', async () => {
    const { id } = await anIdea(author).in(campaign).titled('Une tyrolienne').saying('Trop de marches.', 'Un câble suffit.').save(api.manager);
    expect(await search(colleague, 'tyroliennes')).toMatchObject([{ kind: 'IDEA', id, targetId: id, title: 'Une [tyrolienne]' }]);
    for (const words of ['marche', 'cables', 'waste']) expect(await idsOf(colleague, words)).toEqual([id]);
    const { id: secret } = await anIdea(author).in(hidden).titled('Une montgolfière').save(api.manager);
    expect([await idsOf(colleague, 'montgolfiere'), await idsOf(author, 'montgolfiere'), await idsOf(owner, 'montgolfiere')]).toEqual([[], [secret], [secret]]);
  });

  it.each(['draft', 'withdrawn', 'archived'] as const)('is not found while it is %s', async (state) => {
    await anIdea(author).in(campaign).titled('Une tyrolienne').being(state).save(api.manager);
    for (const person of [author, colleague, owner]) expect(await idsOf(person, 'tyrolienne')).toEqual([]);
  });

  it('is found as it reads now, with what is said under it', async () => {
    const { id } = await anIdea(author).in(hidden).titled('Une tyrolienne').save(api.manager);
    const { addComment } = await api.as(owner).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'idea', id }, body: richTextOf('Ou un trampoline ?') } });
    expect([await idsOf(owner, 'trampoline'), await idsOf(colleague, 'trampoline')]).toEqual([[addComment.id], []]);
    await api.manager.query(`UPDATE idea SET title = 'Un toboggan', campaign_id = $2 WHERE id = $1`, [id, campaign.id]);
    expect([await idsOf(colleague, 'tyrolienne'), await idsOf(colleague, 'toboggan'), await idsOf(colleague, 'trampoline')]).toEqual([[], [id], [addComment.id]]);
  });

  it('names nobody to a juror who judges blind, in search, on pages or in counts', async () => {
    const juror = colleague;
    const judged = await aCampaign({ owner, sponsor }).judgedBy(juror).blind().save(api.manager);
    const { id } = await anIdea(author).in(judged).titled('Une tyrolienne').save(api.manager);
    expect([await idsOf(juror, 'tyrolienne'), await idsOf(owner, 'tyrolienne')]).toEqual([[], [id]]);
    expect([await idsOf(juror, 'tyrolienne', { filter: { authorId: author.id } }), await ideasOf(juror, author)]).toEqual([[], { count: 0, newest: undefined }]);
    expect(await ideasOf(owner, author)).toEqual({ count: 1, newest: id });
  });

  it('stands on the pages of its authors, for those who see it', async () => {
    await anIdea(author).in(campaign).save(api.manager);
    const { id } = await anIdea(author).in(campaign).with(owner).save(api.manager);
    await anIdea(author).in(hidden).inviting(colleague).being('draft').save(api.manager);
    await anIdea(author).in(hidden).save(api.manager);
    expect(await ideasOf(colleague, author)).toEqual({ count: 2, newest: id });
    expect(await ideasOf(owner, author)).toMatchObject({ count: 3 });
    expect(await ideasOf(colleague, owner)).toEqual({ count: 1, newest: id });
    expect(await ideasOf(author, colleague)).toMatchObject({ count: 0 });
  });

});
