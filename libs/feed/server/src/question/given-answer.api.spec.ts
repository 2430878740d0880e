import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi, webOperation } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const ANSWERS = `query ($id: ID!, $first: Int = 20, $after: String) {
  person(id: $id) { answers(first: $first, after: $after) { edges { node { comment { id isAccepted } question { id title } } } pageInfo { endCursor hasNextPage } } }
}`;
const COUNTS = `query ($id: ID!) { person(id: $id) { contributionCounts { kind count } } }`;

interface Answers {
  edges: { node: { comment: { id: string; isAccepted: boolean }; question: { id: string; title: string } } }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

let api: TestApi;
let asker: PersonEntity, helper: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [asker, helper, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(asker, helper).save(api.manager);
});

const ask = async (by = asker, community: CommunityEntity | null = null) =>
  (await api.as(by).send<{ createPost: { id: string } }>(CREATE, { input: { key: randomUUID(), kind: 'QUESTION', title: 'Why so?', communityId: community?.id ?? null } })).createPost.id;
const say = async (by: PersonEntity, postId: string, more: object = {}) =>
  (await api.as(by).send<{ addComment: { id: string } }>(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: postId }, body: richTextOf('So.'), ...more } })).addComment.id;
const accept = (id: string) => api.as(asker).send(`mutation ($id: ID!) { acceptAnswer(id: $id, accepted: true) { id } }`, { id });
const read = async (viewer: PersonEntity, page: object = {}) => (await api.as(viewer).send<{ person: { answers: Answers } }>(ANSWERS, { id: helper.id, ...page })).person.answers;
const ids = async (viewer: PersonEntity, page: object = {}) => (await read(viewer, page)).edges.map(({ node }) => node.comment.id);
const counted = async (viewer: PersonEntity, of = helper) => {
  const { person } = await api.as(viewer).send<{ person: { contributionCounts: { kind: string; count: number }[] } }>(COUNTS, { id: of.id });
  return Object.fromEntries(person.contributionCounts.map(({ kind, count }) => [kind, count]));
};

describe('what somebody answered', () => {
  it('is their answers to questions of others, with the question: those accepted first, then the newest', async () => {
    const [first, second, third] = [await ask(), await ask(), await ask()];
    const [oldest, accepted, newest] = [await say(helper, first), await say(helper, second), await say(helper, third)];
    await accept(accepted);
    const { edges } = await read(stranger);
    expect(edges.map(({ node }) => [node.comment.id, node.comment.isAccepted, node.question.id])).toEqual([[accepted, true, second], [newest, false, third], [oldest, false, first]]);
    expect(await counted(stranger)).toEqual({ post: 0, answer: 3 });
  });

  it('holds no reply, nothing said under what is no question, nor under a question of their own, nor what was taken back', async () => {
    const question = await ask();
    const kept = await say(helper, question);
    await say(helper, question, { parentId: await say(stranger, question) });
    await say(helper, await ask(helper));
    await say(helper, (await aPost().by(asker).save(api.manager)).id);
    await api.as(helper).send(`mutation ($id: ID!) { deleteComment(id: $id) }`, { id: await say(helper, question) });
    expect(await ids(asker)).toEqual([kept]);
    expect(await counted(asker)).toEqual({ post: 1, answer: 1 });
  });

  it('in a closed community shows and counts for its members alone', async () => {
    const answer = await say(helper, await ask(asker, closed));
    await aPost().by(helper).in(closed).save(api.manager);
    expect([await ids(asker), await ids(helper), await ids(stranger)]).toEqual([[answer], [answer], []]);
    expect([await counted(asker), await counted(stranger)]).toEqual([{ post: 1, answer: 1 }, { post: 0, answer: 0 }]);
    await expect(api.anonymous().send(ANSWERS, { id: helper.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('goes with its question', async () => {
    const question = await ask();
    await say(helper, question);
    await api.as(asker).send(`mutation ($id: ID!) { deletePost(id: $id) }`, { id: question });
    expect([await ids(helper), await counted(helper)]).toEqual([[], { post: 0, answer: 0 }]);
  });

  it('comes page by page without a gap or a repeat', async () => {
    const written: string[] = [];
    for (let i = 0; i < 5; i += 1) written.unshift(await say(helper, await ask()));
    await accept(written[3] as string);
    const pages = [await read(stranger, { first: 2 })];
    for (let last = pages[0]; last?.pageInfo.hasNextPage; last = pages.at(-1)) pages.push(await read(stranger, { first: 2, after: last.pageInfo.endCursor }));
    expect(pages.flatMap(({ edges }) => edges.map(({ node }) => node.comment.id))).toEqual([written[3], written[0], written[1], written[2], written[4]]);
  });

  it('takes four statements however much it is: the person, the answers, their questions, the communities of these', async () => {
    const costs: number[] = [];
    await read(asker);
    for (let answers = 1; answers <= 4; answers += 1) {
      await say(helper, await ask(asker, closed));
      if (answers % 3 === 1) costs.push((await api.statementsOf(() => api.as(asker).send(webOperation('PersonAnswers'), { id: helper.id }))).length);
    }
    expect(costs).toEqual([4, 4]);
  });

  it.each([
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE', 'first'],
    ['a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID', 'after'],
    ['a cursor of another list', { after: encodeCursor(randomUUID()) }, 'CURSOR_INVALID', 'after'],
  ])('refuses %s, by name', async (_what, page, code, field) => {
    await expect(read(asker, page)).rejects.toMatchObject({ code, field });
  });
});
