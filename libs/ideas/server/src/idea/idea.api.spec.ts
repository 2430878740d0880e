import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { IdeaVersionEntity } from './idea-version.entity.ts';

const IDEA = 'id state title problem proposalText benefitAmount cost effort tags lookingFor version authors { person { id } } campaign { id } viewerIsAuthor viewerCanEdit viewerCanSubmit archiveReason';
const DRAFT = `mutation ($input: DraftIdeaInput!) { draftIdea(input: $input) { ${IDEA} } }`;
const EDIT = `mutation ($input: EditIdeaInput!) { editIdea(input: $input) { ${IDEA} } }`;
const SUBMIT = `mutation ($id: ID!) { submitIdea(id: $id) { ${IDEA} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawIdea(id: $id) { ${IDEA} } }`;
const ARCHIVE = `mutation ($id: ID!, $reason: String! = "Said before.") { archiveIdea(id: $id, reason: $reason) { ${IDEA} } }`;
const ONE = `query ($id: ID!) { idea(id: $id) { ${IDEA} } }`;
const LIST = `query ($id: ID!, $order: IdeaOrder! = NEWEST, $words: String, $mine: Boolean! = false, $seeking: Boolean! = false, $first: Int! = 50, $after: String) {
  campaign(id: $id) { ideaCount ideas(order: $order, words: $words, mine: $mine, seeking: $seeking, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;

interface Idea {
  id: string;
  state: string;
  version: number;
}

let api: TestApi;
let author: PersonEntity, colleague: PersonEntity, owner: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
});

const words = (change = {}) => ({ title: 'A second bin', problem: 'Paper and plastic end together.', proposal: richTextOf('Put a second bin there.'), cost: 3_000, effort: 'WEEKS', benefitAmount: -12, tags: ['#Waste'], lookingFor: ['a carpenter'], ...change });
const drafted = async (change = {}, campaignId: string | null = campaign.id): Promise<Idea> => (await api.as(author).send<{ draftIdea: Idea }>(DRAFT, { input: { key: randomUUID(), campaignId, words: words(change) } })).draftIdea;
const seenBy = async (person: PersonEntity, id: string) => (await api.as(person).send<{ idea: Idea | null }>(ONE, { id })).idea;
const listed = async (person: PersonEntity, options = {}) => {
  const { campaign: of } = await api.as(person).send<{ campaign: { ideas: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }>(LIST, { id: campaign.id, ...options });
  return { ...of.ideas, ids: of.ideas.edges.map(({ node }) => node.id) };
};

describe('an idea', () => {
  it('is seen by its author alone until it is submitted', async () => {
    const { id } = await drafted();
    expect(await seenBy(author, id)).toMatchObject({ state: 'DRAFT', title: 'A second bin', benefitAmount: -12, cost: 3_000, effort: 'WEEKS', tags: ['Waste'], viewerIsAuthor: true, viewerCanEdit: true, viewerCanSubmit: true, campaign: { id: campaign.id } });
    for (const person of [colleague, owner, sponsor]) expect(await seenBy(person, id)).toBeNull();
    await expect(api.as(author).send(SUBMIT, { id })).resolves.toMatchObject({ submitIdea: { state: 'SUBMITTED', authors: [{ person: { id: author.id } }] } });
    expect(await seenBy(colleague, id)).toMatchObject({ state: 'SUBMITTED', viewerIsAuthor: false, viewerCanEdit: false });
    expect((await listed(colleague)).ids).toEqual([id]);
  });

  it('is one idea, however often it is sent under the same key', async () => {
    const input = { key: randomUUID(), campaignId: campaign.id, words: words() };
    const [first, second] = await Promise.all([api.as(author).send(DRAFT, { input }), api.as(author).send(DRAFT, { input })]);
    expect(second).toEqual(first);
    await moveTo(api.manager, campaign, 'vote');
    await expect(api.as(author).send(DRAFT, { input })).resolves.toEqual(expect.objectContaining({ draftIdea: expect.objectContaining({ title: 'A second bin' }) }));
  });

  it.each([
    ['no title', { title: ' ' }, 'TEXT_REQUIRED', 'title'],
    ['a title too long', { title: 'x'.repeat(151) }, 'TEXT_TOO_LONG', 'title'],
    ['a problem too long', { problem: 'x'.repeat(5_001) }, 'TEXT_TOO_LONG', 'problem'],
    ['a proposal of unknown nodes', { proposal: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'proposal'],
    ['a negative cost', { cost: -1 }, 'CAMPAIGN_AMOUNT_INVALID', 'cost'],
    ['an endless cost', { cost: 1e12 }, 'CAMPAIGN_AMOUNT_INVALID', 'cost'],
    ['half a benefit', { benefitAmount: 0.5 }, 'CAMPAIGN_AMOUNT_INVALID', 'benefitAmount'],
    ['too many tags', { tags: Array.from({ length: 11 }, (_, i) => `tag${i}`) }, 'TOO_MANY_ITEMS', 'tags'],
  ])('is refused with %s', async (_name, change, code, field) => {
    await expect(drafted(change)).rejects.toMatchObject({ code, field });
  });

  it('needs a problem and a proposal to be submitted', async () => {
    const { id } = await drafted({ problem: '' });
    await expect(api.as(author).send(SUBMIT, { id })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'problem' });
    const { id: other } = await drafted({ proposal: { type: 'doc', content: [] } });
    await expect(api.as(author).send(SUBMIT, { id: other })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'proposal' });
  });

  it('is changed by its authors, each change a version; a retry is none', async () => {
    const { id } = await drafted();
    await api.as(author).send(SUBMIT, { id });
    const input = { id, version: 1, words: words({ problem: 'It all ends together.' }), note: 'Shorter.' };
    await expect(api.as(colleague).send(EDIT, { input })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(api.as(author).send(EDIT, { input })).resolves.toMatchObject({ editIdea: { version: 2, problem: 'It all ends together.' } });
    await expect(api.as(author).send(EDIT, { input })).resolves.toMatchObject({ editIdea: { version: 2 } });
    await expect(api.as(author).send(EDIT, { input: { ...input, words: words({ problem: 'Other.' }) } })).rejects.toMatchObject({ code: 'IDEA_CHANGED', params: { version: 2 } });
    const versions = await api.manager.find(IdeaVersionEntity, { where: { ideaId: id }, order: { number: 'ASC' } });
    expect(versions.map(({ number, note, words: { problem } }) => [number, note, problem])).toEqual([[1, '', 'Paper and plastic end together.'], [2, 'Shorter.', 'It all ends together.']]);
  });

  it('is taken back by its authors, and submitted again', async () => {
    const { id } = await drafted();
    await api.as(author).send(SUBMIT, { id });
    await expect(api.as(colleague).send(WITHDRAW, { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(api.as(author).send(WITHDRAW, { id })).resolves.toMatchObject({ withdrawIdea: { state: 'WITHDRAWN' } });
    expect(await seenBy(colleague, id)).toBeNull();
    expect((await listed(colleague)).ids).toEqual([]);
    expect((await listed(author, { mine: true })).ids).toEqual([id]);
    await expect(api.as(author).send(SUBMIT, { id })).resolves.toMatchObject({ submitIdea: { state: 'SUBMITTED' } });
  });

  it('is put away by who runs the campaign, with a reason, and stays to be read', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    await expect(api.as(author).send(ARCHIVE, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(sponsor).send(ARCHIVE, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(owner).send(ARCHIVE, { id, reason: ' ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'reason' });
    await expect(api.as(owner).send(ARCHIVE, { id })).resolves.toMatchObject({ archiveIdea: { state: 'ARCHIVED', archiveReason: 'Said before.' } });
    expect(await seenBy(colleague, id)).toMatchObject({ state: 'ARCHIVED' });
    expect((await listed(colleague)).ids).toEqual([]);
    await expect(api.as(author).send(EDIT, { input: { id, version: 1, words: words() } })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
  });

  it.each(['announced', 'vote', 'over', 'closed', 'cancelled'] as const)('cannot be begun while the campaign is %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    await expect(drafted()).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'submit', stage } });
  });

  it('cannot be submitted or changed once ideas are voted on, and its draft stays', async () => {
    const { id } = await drafted();
    const { id: submitted } = await anIdea(author).in(campaign).save(api.manager);
    await moveTo(api.manager, campaign, 'vote');
    await expect(api.as(author).send(SUBMIT, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    await expect(api.as(author).send(EDIT, { input: { id: submitted, version: 1, words: words() } })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    await expect(api.as(author).send(WITHDRAW, { id: submitted })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await seenBy(author, id)).toMatchObject({ state: 'DRAFT', viewerCanSubmit: false });
  });

  it('of the idea box is for everybody, at any time', async () => {
    const { id } = await drafted({}, null);
    await api.as(author).send(SUBMIT, { id });
    expect(await seenBy(colleague, id)).toMatchObject({ campaign: null, state: 'SUBMITTED' });
    const { ideaBox } = await api.as(colleague).send<{ ideaBox: { edges: { node: { id: string } }[] } }>('{ ideaBox(first: 1, order: NEWEST) { edges { node { id } } } }');
    expect(ideaBox.edges[0]?.node.id).toBe(id);
  });

  it('is not for those whom the campaign is not for, except its authors', async () => {
    const closed = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    const { id } = await anIdea(author).in(closed).save(api.manager);
    expect(await seenBy(colleague, id)).toBeNull();
    expect(await seenBy(owner, id)).toMatchObject({ id });
    expect(await seenBy(author, id)).toMatchObject({ id, campaign: null });
    await expect(api.as(colleague).send(DRAFT, { input: { key: randomUUID(), campaignId: closed.id, words: words() } })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
  });
});

describe('the ideas of a campaign', () => {
  it.each(['NEWEST', 'SUPPORTED', 'SHUFFLED'])('are listed %s, page by page, each once', async (order) => {
    const ids: string[] = [];
    for (const count of [1, 5, 5, 0, 3]) {
      const idea = await anIdea(author).in(campaign).save(api.manager);
      await api.manager.query('UPDATE idea SET support_count = $2 WHERE id = $1', [idea.id, count]);
      ids.push(idea.id);
    }
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Awaited<ReturnType<typeof listed>> = await listed(colleague, { order, first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.ids);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    const [a, b, c, d, e] = ids;
    const expected: Record<string, unknown> = { NEWEST: ids.toReversed(), SUPPORTED: [c, b, e, a, d], SHUFFLED: expect.arrayContaining(ids) };
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(expected[order]);
    expect((await listed(colleague, { order })).ids).toEqual(seen);
  });

  it('may be those that look for somebody alone', async () => {
    const idea = await anIdea(author).in(campaign).save(api.manager);
    await anIdea(author).in(campaign).save(api.manager);
    await api.manager.query(`UPDATE idea SET looking_for = '{un développeur}' WHERE id = $1`, [idea.id]);
    expect((await listed(colleague, { seeking: true })).ids).toEqual([idea.id]);
    expect((await listed(colleague, { words: 'Developpeur' })).ids).toEqual([idea.id]);
  });

  it('are found by their words, whatever their accents, and by a tag', async () => {
    const one = await anIdea(author).in(campaign).titled('Réduire les déchets 100 %').save(api.manager);
    await anIdea(author).in(campaign).titled('Something else').save(api.manager);
    expect((await listed(colleague, { words: 'DECHETS' })).ids).toEqual([one.id]);
    expect((await listed(colleague, { words: 'waste' })).totalCount).toBe(2);
    expect((await listed(colleague, { words: '%_\\' })).totalCount).toBe(0);
  });
});
