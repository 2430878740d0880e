import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { EventHandlers } from '@parvis/platform/server';
import { commentAccepted, commentVoted } from '../conversations.events.ts';
import { comment, startTalk } from '../testing/talk-api.ts';

const VOTE = `mutation ($id: ID!, $voted: Boolean!) { voteAnswer(id: $id, voted: $voted) { id voteCount viewerHasVoted } }`;
const ACCEPT = `mutation ($id: ID!, $accepted: Boolean!) { acceptAnswer(id: $id, accepted: $accepted) { id isAccepted } }`;
const READ = `query ($id: ID!, $first: Int! = 20, $after: String) { conversationOf(id: $id) { comments(first: $first, after: $after) {
  edges { node { id isAccepted voteCount isAnswer viewerHasVoted viewerCanVote viewerCanAccept } } pageInfo { hasNextPage endCursor }
} } }`;

interface Page {
  edges: { node: { id: string; isAccepted: boolean; voteCount: number } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let api: TestApi;
let asker: PersonEntity, helper: PersonEntity, reader: PersonEntity, stranger: PersonEntity;
let question: CommunityEntity;
let answer: { id: string };

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());
beforeEach(async () => {
  [asker, helper, reader, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  question = await aCommunity().named('Ask away').being('secret').with(helper, reader).animatedBy(asker).save(api.manager);
  answer = await comment(api, helper, question);
});

const vote = async (by: PersonEntity, id = answer.id, voted = true) => (await api.as(by).send<{ voteAnswer: object }>(VOTE, { id, voted })).voteAnswer;
const accept = async (by: PersonEntity, id = answer.id, accepted = true) => (await api.as(by).send<{ acceptAnswer: object }>(ACCEPT, { id, accepted })).acceptAnswer;
const read = async (viewer: PersonEntity, page = {}) => (await api.as(viewer).send<{ conversationOf: { comments: Page } }>(READ, { id: question.id, ...page })).conversationOf.comments;
const idsOf = ({ edges }: Page) => edges.map((edge) => edge.node.id);

describe('a vote', () => {
  it('is one for each person, taken back at will, and never for one’s own answer', async () => {
    await expect(vote(reader)).resolves.toEqual({ id: answer.id, voteCount: 1, viewerHasVoted: true });
    await expect(vote(reader)).resolves.toMatchObject({ voteCount: 1 });
    await expect(vote(asker)).resolves.toMatchObject({ voteCount: 2 });
    await expect(vote(reader, answer.id, false)).resolves.toEqual({ id: answer.id, voteCount: 1, viewerHasVoted: false });
    await expect(vote(helper)).rejects.toMatchObject({ code: 'ANSWER_YOURS' });
    expect((await read(helper)).edges[0]?.node).toMatchObject({ voteCount: 1, isAnswer: true, viewerHasVoted: false, viewerCanVote: false, viewerCanAccept: false });
    expect((await read(reader)).edges[0]?.node).toMatchObject({ viewerCanVote: true });
  });

  it('counts two in the same moment', async () => {
    await Promise.all([vote(reader), vote(asker)]);
    expect((await read(helper)).edges[0]?.node).toMatchObject({ voteCount: 2 });
  });

  it('is refused where one does not see, may only read, or where no answers are asked for', async () => {
    const reply = await comment(api, helper, question, { parentId: answer.id });
    const open = await aCommunity().named('Ask all').with(helper).save(api.manager);
    const talk = await aCommunity().with(helper, reader).save(api.manager);

    await expect(vote(stranger)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    await expect(vote(stranger, (await comment(api, helper, open)).id)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
    await expect(vote(reader, reply.id)).rejects.toMatchObject({ code: 'COMMENT_NOT_AN_ANSWER' });
    await expect(vote(reader, (await comment(api, helper, talk)).id)).rejects.toMatchObject({ code: 'COMMENT_NOT_AN_ANSWER' });
    await expect(api.anonymous().send(VOTE, { id: answer.id, voted: true })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['no id', '17', 'ID_INVALID'],
    ['an answer that does not exist', randomUUID(), 'COMMENT_NOT_FOUND'],
  ])('refuses %s, by name', async (_what, id, code) => {
    await expect(vote(reader, id)).rejects.toMatchObject({ code });
    await expect(accept(asker, id)).rejects.toMatchObject({ code });
  });
});

describe('the accepted answer', () => {
  it('is one at most: accepting another moves it, and deleting it takes it away', async () => {
    const other = await comment(api, reader, question);
    await expect(accept(asker)).resolves.toEqual({ id: answer.id, isAccepted: true });
    await expect(accept(asker, other.id)).resolves.toEqual({ id: other.id, isAccepted: true });
    expect((await read(reader)).edges.map(({ node }) => [node.id, node.isAccepted])).toEqual([[other.id, true], [answer.id, false]]);
    await expect(accept(asker, other.id, false)).resolves.toEqual({ id: other.id, isAccepted: false });

    await accept(asker);
    await comment(api, reader, question, { parentId: answer.id });
    await api.as(helper).send(`mutation ($id: ID!) { deleteComment(id: $id) }`, { id: answer.id });
    expect((await read(reader)).edges.map(({ node }) => node.isAccepted)).toEqual([false, false]);
  });

  it('stays one when two are accepted in the same moment', async () => {
    const other = await comment(api, reader, question);
    await Promise.all([accept(asker), accept(asker, other.id), accept(asker)]);
    expect((await read(reader)).edges.filter(({ node }) => node.isAccepted)).toHaveLength(1);
  });

  it('is for the asker or an animator to name', async () => {
    const talk = await aCommunity().with(helper).animatedBy(asker).save(api.manager);
    await expect(accept(reader)).rejects.toMatchObject({ code: 'ANSWER_NOT_YOURS_TO_ACCEPT' });
    await expect(accept(stranger)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    await expect(accept(asker, (await comment(api, helper, talk)).id)).rejects.toMatchObject({ code: 'COMMENT_NOT_AN_ANSWER' });
    await expect(api.anonymous().send(ACCEPT, { id: answer.id, accepted: true })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await read(asker)).edges[0]?.node).toMatchObject({ isAccepted: false, viewerCanAccept: true });
  });
});

describe('the order of answers', () => {
  it('is the accepted one, then votes, then age, page by page without a gap or a repeat', async () => {
    const [second, third, fourth] = [await comment(api, helper, question), await comment(api, helper, question), await comment(api, helper, question)];
    await vote(reader, third.id);
    await vote(asker, third.id);
    await vote(reader, fourth.id);
    await accept(asker, second.id);

    const pages: Page[] = [await read(reader, { first: 1 })];
    for (let last = pages[0]; last?.pageInfo.hasNextPage; last = pages.at(-1)) pages.push(await read(reader, { first: 1, after: last.pageInfo.endCursor }));
    expect(pages.flatMap(idsOf)).toEqual([second.id, third.id, fourth.id, answer.id]);
  });
});

it('votes and acceptance are told, with whose answer it is', async () => {
  const told: object[] = [];
  for (const event of [commentVoted, commentAccepted]) api.app.get(EventHandlers).on(event as typeof commentVoted, (payload) => void (payload.commentId === answer.id && told.push(payload)));
  const about = { commentId: answer.id, authorId: helper.id, subject: { type: 'community', id: question.id } };
  await vote(reader);
  await accept(asker);
  await api.settled();
  expect(told).toEqual([{ ...about, voterId: reader.id, voted: true }, { ...about, acceptedById: asker.id, accepted: true }]);
});
