import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { encodeCursor, EventHandlers } from '@parvis/platform/server';
import { commentAdded } from '../conversations.events.ts';
import { richTextOf } from '../rich-text/rich-text.ts';
import { startTalk } from '../testing/talk-api.ts';
import { CommentRevisionEntity } from './comment-revision.entity.ts';

const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id body editedAt isAccepted author { id } viewerCanEdit viewerCanDelete } }`;
const EDIT = `mutation ($input: EditCommentInput!) { editComment(input: $input) { id body editedAt } }`;
const DELETE = `mutation ($id: ID!) { deleteComment(id: $id) }`;
const READ = `query ($id: ID!, $first: Int! = 20, $after: String) { conversationOf(id: $id) {
  commentCount comments(first: $first, after: $after) { totalCount edges { node { id viewerCanEdit } } pageInfo { hasNextPage endCursor } }
} }`;

interface Comments {
  commentCount: number;
  comments: { totalCount: number; edges: { node: { id: string; viewerCanEdit: boolean } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => {
  api = await startTalk();
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').with(author, member).save(api.manager);
});

const inputFor = (community: { id: string }, change = {}) => ({ input: { key: randomUUID(), subject: { type: 'community', id: community.id }, body: richTextOf('Well said'), ...change } });
const add = async (by: PersonEntity, to = secret, change = {}) => (await api.as(by).send<{ addComment: { id: string } }>(ADD, inputFor(to, change))).addComment;
const read = async (viewer: PersonEntity, of = secret, page = {}) => (await api.as(viewer).send<{ conversationOf: Comments }>(READ, { id: of.id, ...page })).conversationOf;
const idsOf = ({ comments }: Comments): string[] => comments.edges.map(({ node }) => node.id);

describe('adding a comment', () => {
  it('is for those who may answer the subject', async () => {
    await expect(add(author)).resolves.toEqual({ id: expect.any(String), body: richTextOf('Well said'), editedAt: null, isAccepted: false, author: { id: author.id }, viewerCanEdit: true, viewerCanDelete: true });
    await expect(add(stranger)).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(add(author, { ...secret, id: randomUUID() })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
    await expect(api.anonymous().send(ADD, inputFor(secret))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is closed to those who may only read the subject', async () => {
    const open = await aCommunity().with(author).save(api.manager);
    await expect(add(author, open)).resolves.toBeTruthy();
    await expect(add(stranger, open)).rejects.toMatchObject({ code: 'SUBJECT_CLOSED' });
  });

  it('makes one comment of two tries with the same key, told once, and does not bring back what was deleted', async () => {
    const key = randomUUID();
    const told: string[] = [];
    api.app.get(EventHandlers).on(commentAdded, ({ authorId }) => void (authorId === author.id && told.push(authorId)));

    const [first, second] = await Promise.all([add(author, secret, { key }), add(author, secret, { key })]);
    await api.settled();
    await api.as(author).send(DELETE, { id: first.id });
    await add(author, secret, { key });

    expect(second).toEqual(first);
    expect(told).toHaveLength(1);
    expect(await read(member)).toMatchObject({ commentCount: 0 });
  });

  it('takes no comment for a subject: replies name the comment beside the subject', async () => {
    const { id } = await add(author);
    await expect(add(member, secret, { subject: { type: 'comment', id } })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });

  it('names the subject as the database does, however its id is written', async () => {
    const subjects: string[] = [];
    api.app.get(EventHandlers).on(commentAdded, ({ authorId, subject }) => void (authorId === author.id && subjects.push(subject.id)));

    await add(author, secret, { subject: { type: 'community', id: secret.id.toUpperCase() } });
    await api.settled();

    expect(subjects).toEqual([secret.id]);
  });

  it.each([
    ['a key that is no UUID', { key: 'mine' }, 'ID_INVALID', 'key'],
    ['a subject of no known kind', { subject: { type: 'cat', id: randomUUID() } }, 'SUBJECT_NOT_FOUND', undefined],
    ['a subject whose id is none', { subject: { type: 'community', id: '17' } }, 'SUBJECT_NOT_FOUND', undefined],
    ['nothing said', { body: richTextOf(' ') }, 'TEXT_REQUIRED', 'body'],
    ['too much said', { body: richTextOf('x'.repeat(20_001)) }, 'TEXT_TOO_LONG', 'body'],
    ['what the editor cannot make', { body: { type: 'doc', content: [{ type: 'image' }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
    ['a zero byte', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\u0000b' }] }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
    ['half a character', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\ud83d' }] }] } }, 'RICH_TEXT_NOT_ALLOWED', 'body'],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    await expect(add(author, secret, change)).rejects.toMatchObject({ code, field });
  });
});

describe('editing a comment', () => {
  it('is the author’s alone, marks it and keeps what it said', async () => {
    const { id } = await add(author);
    const edit = (by: PersonEntity, body: object = richTextOf('Better said')) => api.as(by).send(EDIT, { input: { id, body } });

    await expect(edit(member)).rejects.toMatchObject({ code: 'COMMENT_NOT_YOURS' });
    await expect(edit(stranger)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    await expect(api.anonymous().send(EDIT, { input: { id, body: richTextOf('x') } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(edit(author, richTextOf(''))).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'body' });
    await expect(edit(author)).resolves.toEqual({ editComment: { id, body: richTextOf('Better said'), editedAt: expect.any(String) } });
    expect(await api.manager.findBy(CommentRevisionEntity, { commentId: id })).toMatchObject([{ body: richTextOf('Well said') }]);
  });

  it('is no more for an author who lost sight of the subject', async () => {
    const { id } = await add(author);
    await api.as(author).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id: secret.id });
    await expect(api.as(author).send(EDIT, { input: { id, body: richTextOf('x') } })).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    await expect(api.as(author).send(DELETE, { id })).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
  });
});

describe('deleting a comment', () => {
  it('is the author’s alone and takes it out of sight and count', async () => {
    const [{ id }, other] = [await add(author), await add(member)];
    const remove = (by: PersonEntity, which = id) => api.as(by).send(DELETE, { id: which });

    await expect(remove(member)).rejects.toMatchObject({ code: 'COMMENT_NOT_YOURS' });
    await expect(remove(stranger)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    await expect(api.anonymous().send(DELETE, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(remove(author, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(remove(author)).resolves.toEqual({ deleteComment: id });
    await expect(remove(author)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
    expect(await read(member)).toMatchObject({ commentCount: 1, comments: { totalCount: 1, edges: [{ node: { id: other.id } }] } });
  });
});

describe('reading comments', () => {
  it('goes oldest first, page by page, without a gap or a repeat while others write', async () => {
    const written: string[] = [];
    for (let i = 0; i < 5; i += 1) written.push((await add(i % 2 ? author : member)).id);

    const first = await read(member, secret, { first: 3 });
    written.push((await add(author)).id);
    const rest = await read(member, secret, { first: 3, after: first.comments.pageInfo.endCursor });

    expect([...idsOf(first), ...idsOf(rest)]).toEqual(written);
    expect([first, rest].map(({ comments }) => comments.pageInfo.hasNextPage)).toEqual([true, false]);
    expect(first.comments.edges.map(({ node }) => node.viewerCanEdit)).toEqual([true, false, true]);
  });

  it('shows nothing, not even how many, to those who do not see the subject', async () => {
    await add(author);
    expect(await read(stranger)).toEqual({ commentCount: 0, comments: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } });
    await expect(api.anonymous().send(READ, { id: secret.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE', 'first'],
    ['a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID', 'after'],
    ['a cursor without a true id', { after: encodeCursor('not-an-id') }, 'CURSOR_INVALID', 'after'],
  ])('refuses %s, by name', async (_what, page, code, field) => {
    await expect(read(member, secret, page)).rejects.toMatchObject({ code, field });
  });
});
