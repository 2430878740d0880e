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

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  [animator] = (await people(api.manager, 1)) as [PersonEntity];
  place = await aCommunity().animatedBy(animator).save(api.manager);
  post = await aPost().by(animator).in(place).saying('Before the end.').save(api.manager);
});
afterAll(() => api.stop());

const body = richTextOf('One more thing.');
const writes = {
  createPost: () => ['mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), communityId: place.id, body } }],
  editPost: () => ['mutation ($input: EditPostInput!) { editPost(input: $input) { id } }', { input: { id: post.id, body } }],
  addComment: () => ['mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id: post.id }, body } }],
} satisfies Record<string, () => [string, object]>;

describe('a community at rest', () => {
  it.each([
    ['createPost', 'COMMUNITY_ARCHIVED'],
    ['editPost', 'COMMUNITY_ARCHIVED'],
    ['addComment', 'SUBJECT_CLOSED'],
  ] as const)('takes nothing more by %s, and does when it lives', async (what, code) => {
    const read = () => api.as(animator).send('query ($id: ID!) { post(id: $id) { id viewerCanEdit viewerCanDelete } }', { id: post.id });
    const write = () => api.as(animator).send(...(writes[what]() as [string, Record<string, unknown>]));
    await api.as(animator).send('mutation ($id: ID!) { archiveCommunity(id: $id) { id } }', { id: place.id });
    await expect(write()).rejects.toMatchObject({ code });
    await expect(read()).resolves.toEqual({ post: { id: post.id, viewerCanEdit: false, viewerCanDelete: true } });
    await api.as(animator).send('mutation ($id: ID!) { restoreCommunity(id: $id) { id } }', { id: place.id });
    await expect(read()).resolves.toEqual({ post: { id: post.id, viewerCanEdit: true, viewerCanDelete: true } });
    await expect(write()).resolves.toBeTruthy();
  });
});
