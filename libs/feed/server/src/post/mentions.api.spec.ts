import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain, type RichTextDocument } from '@parvis/conversations/server';
import { identityDomain } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { PostEntity } from './post.entity.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id body } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { body tags } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { body } }`;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());

const mentioning = (id: string, label: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { id, label } }] }] });
const saying = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

describe('a mention', () => {
  it('carries the person’s own name, whatever the client says', async () => {
    const [author, ada] = [await aPerson().save(api.manager), await aPerson().named('Ada Martin').save(api.manager)];
    const truly = mentioning(ada.id, 'Ada Martin');
    const { createPost } = await api.as(author).send<{ createPost: { id: string } }>(CREATE, { input: { key: randomUUID(), body: mentioning(ada.id, 'The Chief Executive') } });

    expect(createPost).toMatchObject({ body: truly });
    await expect(api.as(author).send(EDIT, { input: { id: createPost.id, body: mentioning(ada.id, 'Somebody else') } })).resolves.toMatchObject({ editPost: { body: truly } });
    const comment = { key: randomUUID(), subject: { type: 'post', id: createPost.id }, body: mentioning(ada.id, 'Nobody') };
    await expect(api.as(author).send(COMMENT, { input: comment })).resolves.toEqual({ addComment: { body: truly } });
  });

  it('of nobody is plain text', async () => {
    const author = await aPerson().save(api.manager);
    await expect(api.as(author).send(CREATE, { input: { key: randomUUID(), body: mentioning(randomUUID(), 'Ghost') } })).resolves.toMatchObject({ createPost: { body: saying('@Ghost') } });
  });
});

describe('tags that an import gave beside the body', () => {
  it('outlive an edit, hashtags of the body follow it', async () => {
    const author = await aPerson().save(api.manager);
    const { createPost } = await api.as(author).send<{ createPost: { id: string } }>(CREATE, { input: { key: randomUUID(), body: saying('Before') } });
    await api.manager.update(PostEntity, createPost.id, { tags: ['rooting'] });
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'hashtag', attrs: { tag: 'New' } }] }] };

    await expect(api.as(author).send(EDIT, { input: { id: createPost.id, body } })).resolves.toMatchObject({ editPost: { tags: ['rooting', 'new'] } });
    await expect(api.as(author).send(EDIT, { input: { id: createPost.id, body: saying('After') } })).resolves.toMatchObject({ editPost: { tags: ['rooting'] } });
  });
});
