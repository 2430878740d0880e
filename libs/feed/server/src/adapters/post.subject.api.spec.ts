import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf, ThreadQuery } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { PostEntity } from '../post/post.entity.ts';
import { aPost } from '../testing/index.ts';

const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id viewerCanVote viewerCanAccept isAnswer } }`;
const ACCEPT = `mutation ($id: ID!) { acceptAnswer(id: $id, accepted: true) { isAccepted } }`;
const PUBLISH = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }`;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());

const answer = async (by: PersonEntity, post: { id: string }) =>
  (await api.as(by).send<{ addComment: { id: string; isAnswer: boolean } }>(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf('Thus') } })).addComment;

describe('the answer to a question', () => {
  it('is accepted by the asker or by an animator of the place, and by nobody else', async () => {
    const [asker, helper, animator, elsewhere] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    const place = await aCommunity().with(asker, helper).animatedBy(animator).save(api.manager);
    await aCommunity().animatedBy(elsewhere).save(api.manager);
    const question = await aPost().by(asker).in(place).save(api.manager);
    await api.manager.update(PostEntity, question.id, { kind: 'question', title: 'How?' });
    const { id, isAnswer } = await answer(helper, question);

    expect(isAnswer).toBe(true);
    for (const other of [helper, elsewhere]) await expect(api.as(other).send(ACCEPT, { id })).rejects.toMatchObject({ code: 'ANSWER_NOT_YOURS_TO_ACCEPT' });
    for (const entitled of [asker, animator]) await expect(api.as(entitled).send(ACCEPT, { id })).resolves.toEqual({ acceptAnswer: { isAccepted: true } });
  });

  it('is asked for by no other kind of post', async () => {
    const [author, helper] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const { id, isAnswer } = await answer(helper, await aPost().by(author).save(api.manager));
    expect(isAnswer).toBe(false);
    await expect(api.as(author).send(ACCEPT, { id })).rejects.toMatchObject({ code: 'COMMENT_NOT_AN_ANSWER' });
  });
});

it('the thread of a post is followed by its author and by those whom it mentions, as long as they see it', async () => {
  const [author, mentioned, outsider] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  const place = await aCommunity().being('secret').with(author, mentioned).save(api.manager);
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [mentioned, outsider].map(({ id }) => ({ type: 'mention', attrs: { id, label: 'x' } })) }] };
  const { createPost } = await api.as(author).send<{ createPost: { id: string } }>(PUBLISH, { input: { key: randomUUID(), communityId: place.id, body } });
  await api.settled();
  expect((await api.app.get(ThreadQuery, { strict: false }).followersOf({ type: 'post', id: createPost.id })).sort()).toEqual([author.id, mentioned.id].sort());
});
