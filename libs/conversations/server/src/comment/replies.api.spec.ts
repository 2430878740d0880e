import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { EventHandlers } from '@parvis/platform/server';
import { commentAdded } from '../conversations.events.ts';
import { richTextOf } from '../rich-text/rich-text.ts';
import { comment, startTalk } from '../testing/talk-api.ts';

const node = `{ id isDeleted body author { id } replyCount replies(first: 2) { totalCount edges { node { id parentId replies { totalCount } } } pageInfo { hasNextPage endCursor } } }`;
const READ = `query ($id: ID!) { conversationOf(id: $id) { commentCount comments { totalCount edges { node ${node} } } } }`;
const REPLIES = `query ($id: ID!, $after: String) { comment(id: $id) { replies(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
const ONE = `query ($id: ID!) { comment(id: $id) { id revisions { body replacedAt } quote { commentId extract author { id } } } }`;
const DELETE = `mutation ($id: ID!) { deleteComment(id: $id) }`;
const EDIT = `mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }`;

interface Reply {
  id: string;
  parentId: string;
}
interface Said {
  id: string;
  isDeleted: boolean;
  body: object;
  replyCount: number;
  replies: { totalCount: number; edges: { node: Reply }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
interface Thread {
  commentCount: number;
  comments: { totalCount: number; edges: { node: Said }[] };
}

let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let secret: CommunityEntity;

beforeAll(async () => void (api = await startTalk()));
afterAll(() => api.stop());
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  secret = await aCommunity().being('secret').with(author, member).save(api.manager);
});

const say = (by: PersonEntity, change: object = {}) => comment(api, by, secret, change);
const read = async (viewer: PersonEntity) => (await api.as(viewer).send<{ conversationOf: Thread }>(READ, { id: secret.id })).conversationOf;
const one = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ comment: object | null }>(ONE, { id })).comment;

describe('a reply', () => {
  it('stands under what it answers; a reply to a reply stands beside it: there is no third level', async () => {
    const first = await say(author);
    const reply = await say(member, { parentId: first.id });
    const further = await say(author, { parentId: reply.id });

    expect([reply.parentId, further.parentId]).toEqual([first.id, first.id]);
    expect(await read(member)).toMatchObject({
      commentCount: 3,
      comments: { totalCount: 1, edges: [{ node: { id: first.id, replyCount: 2, replies: { totalCount: 2, edges: [reply, further].map(({ id }) => ({ node: { id, replies: { totalCount: 0 } } })) } } }] },
    });
    expect(await read(stranger)).toMatchObject({ commentCount: 0, comments: { totalCount: 0, edges: [] } });
  });

  it('is told with what it answers, once', async () => {
    const told: object[] = [];
    api.app.get(EventHandlers).on(commentAdded, (event) => void (event.authorId === member.id && told.push(event)));
    const { id: parentId } = await say(author);
    const reply = await say(member, { parentId });
    await api.settled();
    expect(told).toEqual([{ commentId: reply.id, parentId, authorId: member.id, subject: { type: 'community', id: secret.id }, mentionedIds: [], asksAuthors: false }]);
  });

  it('comes page by page, without a gap or a repeat while others write', async () => {
    const { id } = await say(author);
    const written: string[] = [];
    for (let i = 0; i < 3; i += 1) written.push((await say(member, { parentId: id })).id);
    const page = async (after: string | null) => (await api.as(member).send<{ comment: { replies: Said['replies'] } }>(REPLIES, { id, after })).comment.replies;

    const start = await page(null);
    written.push((await say(author, { parentId: id })).id);
    const rest = await page(start.pageInfo.endCursor);

    expect([...start.edges, ...rest.edges].map((edge) => edge.node.id)).toEqual(written);
    expect([start, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    await expect(page('nonsense')).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
  });

  it('outlives what it answers, of which no word is left', async () => {
    const { id } = await say(author);
    const reply = await say(member, { parentId: id });
    await api.as(author).send(DELETE, { id });

    expect(await read(member)).toMatchObject({ commentCount: 1, comments: { totalCount: 0, edges: [{ node: { id, isDeleted: true, body: { type: 'doc' }, replyCount: 1 } }] } });
    // The thread goes on under the place that is left; the place itself cannot be answered.
    await expect(say(author, { parentId: reply.id })).resolves.toMatchObject({ parentId: id });
    await expect(say(author, { parentId: id })).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND', field: 'parentId' });
    expect([await one(member, id), await one(stranger, id)]).toEqual([{ id, revisions: [], quote: null }, null]);
  });

  it('takes the place away with it when it was the last', async () => {
    const { id } = await say(author);
    const reply = await say(member, { parentId: id });
    await api.as(author).send(DELETE, { id });
    await api.as(member).send(DELETE, { id: reply.id });
    expect(await read(member)).toMatchObject({ commentCount: 0, comments: { edges: [] } });
    expect(await one(member, id)).toBeNull();
  });

  it.each(['parentId', 'quotedCommentId'])('refuses as %s what is not under the same subject, and what is no id', async (field) => {
    const other = await aCommunity().with(author).save(api.manager);
    const elsewhere = await comment(api, author, other);
    await expect(say(author, { [field]: elsewhere.id })).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND', field });
    await expect(say(author, { [field]: randomUUID() })).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND', field });
    await expect(say(author, { [field]: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field });
    await expect(say(stranger, { [field]: (await say(author)).id })).rejects.toMatchObject({ code: 'SUBJECT_NOT_FOUND' });
  });
});

describe('a quote', () => {
  it('carries the true author and words, and loses them when they are deleted', async () => {
    const quoted = await say(author, { body: richTextOf(`Some ${'word '.repeat(100)}`) });
    const { id } = await say(member, { quotedCommentId: quoted.id });

    expect(await one(member, id)).toMatchObject({ quote: { commentId: quoted.id, extract: expect.stringMatching(/^Some word .*…$/), author: { id: author.id } } });
    expect(await one(stranger, id)).toBeNull();
    await api.as(author).send(DELETE, { id: quoted.id });
    expect(await one(member, id)).toMatchObject({ quote: { commentId: quoted.id, extract: null, author: null } });
  });
});

describe('former versions', () => {
  it('are shown to those who see the comment, newest first, until it is deleted', async () => {
    const { id } = await say(author);
    for (const text of ['Better', 'Best']) await api.as(author).send(EDIT, { input: { id, body: richTextOf(text) } });
    expect(await one(member, id)).toMatchObject({ revisions: [{ body: richTextOf('Better') }, { body: richTextOf('Well said') }] });
    expect(await one(stranger, id)).toBeNull();

    await say(member, { parentId: id });
    await api.as(author).send(DELETE, { id });
    const { conversationOf } = await api.as(member).send<{ conversationOf: { comments: { edges: object[] } } }>(`query ($id: ID!) { conversationOf(id: $id) { comments { edges { node { revisions { body } } } } } }`, { id: secret.id });
    expect(conversationOf.comments.edges).toEqual([{ node: { revisions: [] } }]);
  });
});
