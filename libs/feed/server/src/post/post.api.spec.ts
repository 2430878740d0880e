import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { postPublished } from '../feed.events.ts';
import { aPost } from '../testing/index.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }`;
const POST = `query ($id: ID!) { post(id: $id) {
  id body tags editedAt kind title viewerCanEdit viewerCanDelete author { id } community { id } revisions { body title replacedAt } conversation { commentCount }
} }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { id body tags editedAt revisions { body } } }`;
const DELETE = `mutation ($id: ID!) { deletePost(id: $id) }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const EVERYWHERE = `query ($community: ID!, $author: ID!) {
  homeFeed: feed(source: FOLLOWING) { edges { node { id } } }
  leadershipFeed: feed(source: LEADERSHIP) { edges { node { id } } }
  tagFeed(tag: "velo") { edges { node { id } } }
  community(id: $community) { posts { edges { node { id } } } }
  person(id: $author) { posts { edges { node { id } } } }
  search(text: "bicyclettes", isExact: true) { groups { kind } }
}`;

let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').with(author, member).save(api.manager);
});

const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ post: object | null }>(POST, { id })).post;

describe('a post', () => {
  it('is shown to those who may read its community, and is missing for others', async () => {
    const { id, body } = await aPost().by(author).in(secret).saying('Mind the #Vélo').save(api.manager);
    const shown = { id, body, tags: ['vélo'], kind: 'STATUS', title: null, editedAt: null, revisions: [], author: { id: author.id }, community: { id: secret.id }, conversation: { commentCount: 0 } };

    expect(await read(author, id)).toEqual({ ...shown, viewerCanEdit: true, viewerCanDelete: true });
    expect(await read(member, id)).toEqual({ ...shown, viewerCanEdit: false, viewerCanDelete: false });
    expect(await read(stranger, id)).toBeNull();
    expect(await read(author, randomUUID())).toBeNull();
    await expect(read(author, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.anonymous().send(POST, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('can be published by more people at once than there are connections', async () => {
    const writers = await people(api.manager, 12);
    const busy = await aCommunity().with(...writers).save(api.manager);
    const publish = (by: PersonEntity) => api.as(by).send(CREATE, { input: { key: randomUUID(), communityId: busy.id, body: richTextOf('Hello') } });

    await expect(Promise.all(writers.map(publish))).resolves.toHaveLength(12);
  });

  it.each([
    ['a key that is no UUID', { key: 'mine' }, 'ID_INVALID', 'key'],
    ['a community whose id is none', { communityId: '17' }, 'ID_INVALID', 'communityId'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(api.as(author).send(CREATE, { input: { key: randomUUID(), body: richTextOf('x'), ...change } })).rejects.toMatchObject({ code, field });
  });

  it('tells other domains of those who are mentioned and of nothing that is said', async () => {
    const told: object[] = [];
    api.app.get(EventHandlers).on(postPublished, (event) => void (event.authorId === author.id && told.push(event)));
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Thanks ' }, { type: 'mention', attrs: { id: member.id, label: 'M' } }] }] };

    const { createPost } = await api.as(author).send<{ createPost: { id: string } }>(CREATE, { input: { key: randomUUID(), communityId: secret.id, body } });
    await api.settled();

    expect(told).toEqual([{ postId: createPost.id, authorId: author.id, writtenById: null, communityId: secret.id, mentionedIds: [member.id] }]);
  });
});

describe('editing a post', () => {
  it('is the author’s alone, marks it and keeps every version, newest first', async () => {
    const { id } = await aPost().by(author).in(secret).saying('One').save(api.manager);
    const edit = (by: PersonEntity, text: string) => api.as(by).send(EDIT, { input: { id, body: richTextOf(text) } });

    await expect(edit(member, 'Mine')).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await expect(edit(stranger, 'Mine')).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(api.anonymous().send(EDIT, { input: { id, body: richTextOf('x') } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await edit(author, 'Two');
    await expect(edit(author, 'Three #New')).resolves.toEqual({
      editPost: { id, body: richTextOf('Three #New'), tags: ['new'], editedAt: expect.any(String), revisions: [{ body: richTextOf('Two') }, { body: richTextOf('One') }] },
    });
    expect(await read(member, id)).toMatchObject({ revisions: [{ body: richTextOf('Two'), title: null }, { body: richTextOf('One') }], editedAt: expect.any(String) });
  });

  it('keeps both of two versions that are sent at the same moment', async () => {
    const { id } = await aPost().by(author).save(api.manager);
    await Promise.all(['A', 'B'].map((text) => api.as(author).send(EDIT, { input: { id, body: richTextOf(text) } })));
    expect(await read(author, id)).toMatchObject({ revisions: [expect.anything(), expect.anything()] });
  });

  it.each([
    ['an id that is none', { id: '17' }, 'ID_INVALID', 'id'],
    ['an id of nothing', { id: randomUUID() }, 'POST_NOT_FOUND', undefined],
    ['nothing said', { body: richTextOf('') }, 'TEXT_REQUIRED', 'body'],
    ['what the editor cannot make', { body: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    const { id } = await aPost().by(author).save(api.manager);
    await expect(api.as(author).send(EDIT, { input: { id, body: richTextOf('x'), ...change } })).rejects.toMatchObject({ code, field });
  });
});

describe('deleting a post', () => {
  it('is the author’s alone', async () => {
    const { id } = await aPost().by(author).in(secret).save(api.manager);

    await expect(api.as(member).send(DELETE, { id })).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
    await expect(api.as(stranger).send(DELETE, { id })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(api.anonymous().send(DELETE, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(author).send(DELETE, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.as(author).send(DELETE, { id })).resolves.toEqual({ deletePost: id });
    await expect(api.as(author).send(DELETE, { id })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
  });

  it('takes it out of every list and, with its comments, out of search; nothing can be done to it any more', async () => {
    await api.manager.update('person', author.id, { roles: ['employee', 'executive'] });
    const open = await aCommunity().with(author, member).save(api.manager);
    const { id } = await aPost().by(author).in(open).saying('Des bicyclettes #velo').save(api.manager);
    const comment = () => ({ input: { key: randomUUID(), subject: { type: 'post', id }, body: richTextOf('Plus de bicyclettes') } });
    await api.as(member).send(COMMENT, comment());
    const everywhere = () => api.as(member).send(EVERYWHERE, { community: open.id, author: author.id });
    const list = (...ids: string[]) => ({ edges: ids.map((node) => ({ node: { id: node } })) });

    await expect(everywhere()).resolves.toEqual({
      homeFeed: { edges: expect.arrayContaining([{ node: { id } }]) },
      leadershipFeed: list(id), tagFeed: list(id), community: { posts: list(id) }, person: { posts: list(id) },
      search: { groups: [{ kind: 'POST' }, { kind: 'COMMENT' }] },
    });
    await api.as(author).send(DELETE, { id });
    await expect(everywhere()).resolves.toEqual({
      homeFeed: { edges: expect.not.arrayContaining([{ node: { id } }]) },
      leadershipFeed: list(), tagFeed: list(), community: { posts: list() }, person: { posts: list() }, search: { groups: [] },
    });
    expect(await read(author, id)).toBeNull();
    await expect(api.as(member).send(COMMENT, comment())).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(api.as(author).send(EDIT, { input: { id, body: richTextOf('x') } })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
  });

  it('is not undone by a retry of its creation', async () => {
    const input = { key: randomUUID(), body: richTextOf('Oops') };
    const { createPost } = await api.as(author).send<{ createPost: { id: string } }>(CREATE, { input });
    await api.as(author).send(DELETE, { id: createPost.id });
    await api.as(author).send(CREATE, { input });
    expect(await read(author, createPost.id)).toBeNull();
  });
});
