import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { newId } from '@parvis/platform/server';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';
import type { IdeaEntity } from './idea.entity.ts';

const ADD = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id asksAuthors isAnsweredByAuthors } }';
const TALK = 'query ($id: ID!) { idea(id: $id) { conversation { questionCount openQuestionCount comments(first: 10, questions: true) { totalCount edges { node { id isAnsweredByAuthors author { id } } } } } } }';

interface Talk {
  questionCount: number;
  openQuestionCount: number;
  comments: { totalCount: number; edges: { node: { id: string; isAnsweredByAuthors: boolean } }[] };
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, coauthor: PersonEntity, asker: PersonEntity, other: PersonEntity;
let idea: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, coauthor, asker, other] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  idea = await anIdea(author).with(coauthor).in(await aCampaign({ owner, sponsor }).save(api.manager)).save(api.manager);
});

const { told } = aNotificationReader(() => api);
const says = async (person: PersonEntity, change: object = {}) =>
  (await api.as(person).send<{ addComment: { id: string; asksAuthors: boolean } }>(ADD, { input: { key: newId(), subject: { type: 'idea', id: idea.id }, body: richTextOf('Who would empty it?'), ...change } })).addComment;
const asks = (person: PersonEntity, change: object = {}) => says(person, { asksAuthors: true, ...change });
const talk = async (person: PersonEntity) => (await api.as(person).send<{ idea: { conversation: Talk } }>(TALK, { id: idea.id })).idea.conversation;

describe('a question to the authors', () => {
  it('stands apart from comments, and is answered once one of them replies', async () => {
    await says(other);
    const { id: parentId } = await asks(asker);
    await says(other, { parentId });
    expect(await talk(other)).toMatchObject({ questionCount: 1, openQuestionCount: 1, comments: { totalCount: 1, edges: [{ node: { id: parentId, isAnsweredByAuthors: false } }] } });
    const { id } = await says(coauthor, { parentId });
    expect(await talk(other)).toMatchObject({ questionCount: 1, openQuestionCount: 0, comments: { edges: [{ node: { isAnsweredByAuthors: true } }] } });
    await api.as(coauthor).send('mutation ($id: ID!) { deleteComment(id: $id) }', { id });
    expect(await talk(other)).toMatchObject({ openQuestionCount: 1 });
    await api.as(asker).send('mutation ($id: ID!) { deleteComment(id: $id) }', { id: parentId });
    expect(await talk(other)).toMatchObject({ questionCount: 0, openQuestionCount: 0 });
  });

  it('is counted once however often it is sent', async () => {
    const key = newId();
    expect(await asks(asker, { key })).toEqual(await asks(asker, { key }));
    expect(await talk(asker)).toMatchObject({ questionCount: 1 });
    await api.manager.query(`INSERT INTO idea_author (idea_id, person_id, standing, contribution, created_at) VALUES ($1, $2, 'author', '', now())`, [idea.id, asker.id]);
    await expect(asks(asker, { key })).resolves.toMatchObject({ asksAuthors: true });
  });

  it('is told to every author once, but to those who muted the idea', async () => {
    const { id } = await asks(asker);
    expect(await told(author)).toEqual([['AUTHOR_QUESTION', 'comment', id, 'Who would empty it?']]);
    expect(await told(coauthor)).toEqual([['AUTHOR_QUESTION', 'comment', id, 'Who would empty it?']]);
    await api.manager.query(`INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since) VALUES ($1, $2, 'idea', 'muted', now())`, [idea.id, coauthor.id]);
    await asks(other);
    expect(await told(author)).toHaveLength(2);
    expect(await told(coauthor)).toHaveLength(1);
  });

  it('is no reply, and nobody asks themselves', async () => {
    const { id: parentId } = await asks(asker);
    await expect(asks(other, { parentId })).rejects.toMatchObject({ code: 'QUESTION_NOT_HERE' });
    for (const maker of [author, coauthor]) await expect(asks(maker)).rejects.toMatchObject({ code: 'QUESTION_NOT_HERE' });
  });

  it('is put under ideas, not under campaigns', async () => {
    await expect(asks(asker, { subject: { type: 'campaign', id: idea.campaignId } })).rejects.toMatchObject({ code: 'QUESTION_NOT_HERE' });
  });

  it('is asked by those who see the idea, as long as its campaign goes on', async () => {
    idea = await anIdea(author).in(await aCampaign({ owner, sponsor }).for('Elsewhere').save(api.manager)).save(api.manager);
    await expect(asks(asker)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(asks(owner)).resolves.toMatchObject({ asksAuthors: true });
    idea = await anIdea(author).in(await aCampaign({ owner, sponsor }).at('closed').save(api.manager)).save(api.manager);
    await expect(asks(owner)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
  });

  it('gives nobody away to who judges blind, be it answered or not', async () => {
    const campaign = await aCampaign({ owner, sponsor }).blind().judgedBy(other).at('gather').save(api.manager);
    idea = await anIdea(author).in(campaign).save(api.manager);
    const { id: parentId } = await asks(asker);
    await says(author, { parentId });
    expect(await talk(asker)).toMatchObject({ questionCount: 1, openQuestionCount: 0 });
    expect(await talk(other)).toEqual({ questionCount: 0, openQuestionCount: 0, comments: { totalCount: 0, edges: [] } });
    await expect(api.as(other).send('query ($id: ID!) { comment(id: $id) { isAnsweredByAuthors } }', { id: parentId })).resolves.toEqual({ comment: null });
    await expect(asks(other)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });
});
