import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';
import type { PostEntity } from './post.entity.ts';

let api: TestApi;
let animator: PersonEntity;
let place: CommunityEntity;
let post: PostEntity;
let commentId: string;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  [animator] = (await people(api.manager, 1)) as [PersonEntity];
  place = await aCommunity().animatedBy(animator).save(api.manager);
  post = await aPost().by(animator).in(place).saying('Before the end.').save(api.manager);
  commentId = await commented();
});
afterAll(() => api.stop());

const body = richTextOf('One more thing.');
const commented = async () => (await api.as(animator).send<{ addComment: { id: string } }>(...writes.addComment())).addComment.id;
const writes: Record<'createPost' | 'editPost' | 'addComment' | 'editComment', () => [string, Record<string, unknown>]> = {
  createPost: () => ['mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId: place.id, body } }],
  editPost: () => ['mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { id: post.id, body } }],
  addComment: () => ['mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id: post.id }, body } }],
  editComment: () => ['mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }', { input: { id: commentId, body } }],
};

describe('a community at rest', () => {
  it.each([
    ['createPost', 'COMMUNITY_ARCHIVED'],
    ['editPost', 'COMMUNITY_ARCHIVED'],
    ['addComment', 'SUBJECT_CLOSED'],
    ['editComment', 'SUBJECT_CLOSED'],
  ] as const)('takes nothing more by %s, and does when it lives', async (what, code) => {
    const read = () => api.as(animator).send('query ($id: ID!, $comment: ID!) { post(id: $id) { viewerCanEdit viewerCanDelete } comment(id: $comment) { viewerCanEdit viewerCanDelete } }', { id: post.id, comment: commentId });
    const standing = (viewerCanEdit: boolean) => ({ post: { viewerCanEdit, viewerCanDelete: true }, comment: { viewerCanEdit, viewerCanDelete: true } });
    const write = () => api.as(animator).send(...writes[what]());
    await api.as(animator).send('mutation ($id: ID!) { archiveCommunity(id: $id) { id } }', { id: place.id });
    await expect(write()).rejects.toMatchObject({ code });
    await expect(read()).resolves.toEqual(standing(false));
    await api.as(animator).send('mutation ($id: ID!) { restoreCommunity(id: $id) { id } }', { id: place.id });
    await expect(read()).resolves.toEqual(standing(true));
    await expect(write()).resolves.toBeTruthy();
  });

  it('lets people take back what they said', async () => {
    const id = await commented();
    await api.as(animator).send('mutation ($id: ID!) { archiveCommunity(id: $id) { id } }', { id: place.id });
    await expect(api.as(animator).send('mutation ($id: ID!) { deleteComment(id: $id) }', { id })).resolves.toEqual({ deleteComment: id });
  });
});
