import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plainText, richTextOf, type RichTextDocument } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

const ANSWERED = `id outcome answer { outcome reason link otherIdea { id } signedAs version author { id } editedAt revisions { outcome reason author { id } } }`;
const ANSWER = `mutation ($input: AnswerIdeaInput!) { answerIdea(input: $input) { ${ANSWERED} } }`;
const CHANGE = `mutation ($input: ChangeIdeaAnswerInput!) { changeIdeaAnswer(input: $input) { ${ANSWERED} } }`;
const ONE = `query ($id: ID!) { idea(id: $id) { ${ANSWERED} } }`;
const LIST = `query ($id: ID!, $answer: IdeaAnswerFilter, $mine: Boolean! = false) { campaign(id: $id) { ideas(first: 50, order: NEWEST, answer: $answer, mine: $mine) { totalCount edges { node { id } } } } }`;

let api: TestApi;
let author: PersonEntity, colleague: PersonEntity, owner: PersonEntity, moderator: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague, moderator] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).at('decide').moderatedBy(moderator).save(api.manager);
});

interface Answered {
  id: string;
  outcome: string | null;
  answer: { version: number; reason: RichTextDocument; revisions: { outcome: string; reason: RichTextDocument; author: { id: string } }[] } | null;
}

const anIdeaOf = (change = (idea: ReturnType<typeof anIdea>) => idea) => change(anIdea(author).in(campaign)).save(api.manager);
const answer = async (by: PersonEntity, ideaId: string, change = {}) =>
  (await api.as(by).send<{ answerIdea: Answered }>(ANSWER, { input: { key: randomUUID(), ideaId, outcome: 'SELECTED', reason: richTextOf('Because it helps.'), ...change } })).answerIdea;
const changed = async (by: PersonEntity, ideaId: string, change = {}) =>
  (await api.as(by).send<{ changeIdeaAnswer: Answered }>(CHANGE, { input: { ideaId, version: 1, outcome: 'LATER', reason: richTextOf('Next year.'), ...change } })).changeIdeaAnswer;
const seen = async (by: PersonEntity, id: string) => (await api.as(by).send<{ idea: Answered | null }>(ONE, { id })).idea;
const listed = async (variables: { answer?: string; mine?: boolean }, by = colleague) =>
  (await api.as(by).send<{ campaign: { ideas: { edges: { node: { id: string } }[] } } }>(LIST, { id: campaign.id, ...variables })).campaign.ideas.edges.map(({ node }) => node.id);

describe('answering an idea', () => {
  it.each(['sponsor', 'owner'] as const)('is for the %s, who signs it, and everybody reads it', async (role) => {
    const by = role === 'owner' ? owner : sponsor;
    const { id } = await anIdeaOf();
    expect(await seen(colleague, id)).toMatchObject({ outcome: null, answer: null });
    await answer(by, id);
    expect(await seen(colleague, id)).toMatchObject({ outcome: 'SELECTED', answer: { reason: richTextOf('Because it helps.'), author: { id: by.id }, signedAs: role.toUpperCase(), version: 1, editedAt: null, revisions: [] } });
  });

  it('is refused to everybody else', async () => {
    const { id } = await anIdeaOf();
    for (const person of [author, colleague, moderator]) await expect(answer(person, id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    expect(await seen(colleague, id)).toMatchObject({ outcome: null });
    await expect(answer(owner, id)).resolves.toMatchObject({ outcome: 'SELECTED' });
  });

  it.each(['announced', 'closed', 'cancelled'] as const)('is refused while the campaign is %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    const { id } = await anIdeaOf();
    await expect(answer(owner, id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'answer', stage } });
  });

  it.each(['withdrawn', 'archived'] as const)('is refused of an idea that is %s', async (state) => {
    const { id } = await anIdea(owner).in(campaign).being(state).save(api.manager);
    await expect(answer(owner, id)).rejects.toMatchObject({ code: 'IDEA_NOT_NOW', params: { state } });
  });

  it.each([
    ['no reason', { reason: { type: 'doc', content: [] } }, 'TEXT_REQUIRED', 'reason'],
    ['what no editor makes', { reason: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'reason'],
    ['something that exists nowhere', { outcome: 'EXISTS' }, 'ANSWER_LINK_INVALID', 'link'],
    ['a link that runs', { outcome: 'EXISTS', link: 'javascript:alert(1)' }, 'ANSWER_LINK_INVALID', 'link'],
    ['a link that hides its host', { outcome: 'EXISTS', link: '//elsewhere.example' }, 'ANSWER_LINK_INVALID', 'link'],
    ['a link with a password', { outcome: 'EXISTS', link: 'https://a:b@example.org' }, 'ANSWER_LINK_INVALID', 'link'],
    ['a merge with nothing', { outcome: 'MERGED' }, 'ANSWER_LINK_INVALID', 'otherIdeaId'],
    ['another idea that is not there', { outcome: 'MERGED', otherIdeaId: randomUUID() }, 'ANSWER_LINK_INVALID', 'otherIdeaId'],
    ['a key that is none', { key: '1' }, 'ID_INVALID', 'key'],
    ['an idea that is none', { ideaId: '1' }, 'ID_INVALID', 'ideaId'],
    ['an idea that is not there', { ideaId: randomUUID() }, 'IDEA_NOT_FOUND', undefined],
  ])('is refused with %s', async (_what, change, code, field) => {
    await expect(answer(owner, (await anIdeaOf()).id, change)).rejects.toMatchObject({ code, field });
  });

  it('names what exists, or the idea that it is dealt with together; never itself, nor one of another campaign', async () => {
    const [one, other] = [await anIdeaOf(), await anIdeaOf()];
    await expect(answer(owner, one.id, { outcome: 'MERGED', otherIdeaId: one.id })).rejects.toMatchObject({ code: 'ANSWER_LINK_INVALID' });
    const elsewhere = await anIdea(author).save(api.manager);
    await expect(answer(owner, one.id, { outcome: 'EXISTS', otherIdeaId: elsewhere.id })).rejects.toMatchObject({ code: 'ANSWER_LINK_INVALID' });
    await expect(answer(owner, one.id, { outcome: 'MERGED', otherIdeaId: other.id })).resolves.toMatchObject({ answer: { otherIdea: { id: other.id }, link: '' } });
    await expect(answer(owner, other.id, { outcome: 'EXISTS', link: '/wiki/bins' })).resolves.toMatchObject({ answer: { otherIdea: null, link: '/wiki/bins' } });
  });

  it('happens once: a retry changes nothing', async () => {
    const { id } = await anIdeaOf();
    const key = randomUUID();
    const first = await answer(owner, id, { key });
    await expect(answer(owner, id, { key, outcome: 'NO' })).resolves.toEqual(first);
  });

  it('tells one of two who answer at once that the other was first', async () => {
    const { id } = await anIdeaOf();
    const tries = await Promise.allSettled([answer(owner, id, { outcome: 'NO' }), answer(sponsor, id, { outcome: 'SELECTED' })]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find((one): one is PromiseRejectedResult => one.status === 'rejected')?.reason).toMatchObject({ code: 'IDEA_ANSWERED' });
    expect(await seen(colleague, id)).toMatchObject({ answer: { version: 1, revisions: [] } });
  });
});

describe('changing an answer', () => {
  it('is for sponsor and owner, who sign it, and keeps what it said before', async () => {
    const { id } = await anIdeaOf();
    await expect(changed(owner, id)).rejects.toMatchObject({ code: 'ANSWER_NOT_FOUND' });
    await answer(owner, id);
    for (const person of [author, moderator]) await expect(changed(person, id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await changed(sponsor, id);
    const now = await seen(colleague, id);
    expect(now).toMatchObject({ outcome: 'LATER', answer: { author: { id: sponsor.id }, signedAs: 'SPONSOR', version: 2, revisions: [{ outcome: 'SELECTED', author: { id: owner.id } }] } });
    expect(plainText(now?.answer?.revisions[0]?.reason ?? richTextOf(''))).toBe('Because it helps.');
  });

  it('is one change, however often it is sent, and refused from what is no longer said', async () => {
    const { id } = await anIdeaOf();
    await answer(owner, id);
    const first = await changed(owner, id);
    await expect(changed(owner, id)).resolves.toEqual(first);
    await expect(changed(sponsor, id, { outcome: 'NO' })).rejects.toMatchObject({ code: 'ANSWER_CHANGED', params: { version: 2 } });
  });

  it('is refused with no reason, and once the campaign is closed', async () => {
    const { id } = await anIdeaOf();
    await answer(owner, id);
    await expect(changed(owner, id, { reason: { type: 'doc' } })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
    await api.manager.query('UPDATE campaign SET closed_at = now() WHERE id = $1', [campaign.id]);
    await expect(changed(owner, id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });
});

describe('the ideas of a campaign', () => {
  it('are listed by their answer, and without any', async () => {
    const [selected, no, merged, kept, waiting, mine] = [await anIdeaOf(), await anIdeaOf(), await anIdeaOf(), await anIdeaOf(), await anIdeaOf(), await anIdea(colleague).in(campaign).save(api.manager)];
    const hasAnswers = async () => (await api.as(colleague).send<{ campaign: { hasAnswers: boolean } }>('query ($id: ID!) { campaign(id: $id) { hasAnswers } }', { id: campaign.id })).campaign.hasAnswers;
    expect(await hasAnswers()).toBe(false);
    await answer(owner, selected.id);
    expect(await hasAnswers()).toBe(true);
    await answer(owner, no.id, { outcome: 'NO' });
    await answer(owner, kept.id, { outcome: 'MERGED', otherIdeaId: selected.id });
    await api.manager.query(`UPDATE idea SET state = 'merged', merged_into_id = $2 WHERE id = $1`, [merged.id, selected.id]);
    expect(await listed({ answer: 'SELECTED' })).toEqual([selected.id]);
    expect(await listed({ answer: 'NO' })).toEqual([no.id]);
    expect(await listed({ answer: 'MERGED' })).toEqual([kept.id, merged.id]);
    expect(await listed({ answer: 'NONE' })).toEqual([mine.id, waiting.id]);
    expect(await listed({ answer: 'NONE', mine: true })).toEqual([mine.id]);
    expect(await seen(colleague, merged.id)).toMatchObject({ outcome: 'MERGED', answer: null });
    expect(await listed({})).not.toContain(merged.id);
  });
});

describe('who the answer is for', () => {
  it('is not found by those whom the campaign is not for', async () => {
    const moon = await aCampaign({ owner, sponsor }).for('Moon').at('decide').save(api.manager);
    const { id } = await anIdea(author).in(moon).save(api.manager);
    await answer(owner, id);
    expect(await seen(colleague, id)).toBeNull();
    await expect(answer(colleague, id)).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
    expect(await seen(author, id)).toMatchObject({ outcome: 'SELECTED' });
    await moveTo(api.manager, moon, 'over');
    expect(await seen(author, id)).toMatchObject({ outcome: 'SELECTED' });
  });
});
