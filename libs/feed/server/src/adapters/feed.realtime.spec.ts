import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { Jobs, platformDomain, type Change } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { io, type Socket } from 'socket.io-client';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;

let api: TestApi;
let author: PersonEntity, reader: PersonEntity;
let socket: Socket;
let heard: Change[];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [author, reader] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  heard = [];
  socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: await api.cookieOf(reader.id) }, forceNew: true });
  socket.on('changed', (change: Change) => heard.push(change));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
});
afterEach(() => void socket.disconnect());

const watches = async (topic: string): Promise<boolean> => (await socket.emitWithAck('watch', { topic })).ok;
const does = async (mutation: string, id: string) => {
  await api.as(reader).send(`mutation ($id: ID!) { ${mutation}(id: $id) { __typename } }`, { id });
  await api.settled();
};
/** What the reader hears until everything of this is told. */
async function hearsOf(work: () => Promise<unknown>): Promise<Change[]> {
  heard = [];
  await work();
  await api.settled();
  await watches('home');
  return heard;
}
const publish = (communityId: string | null = null, text = 'News') =>
  hearsOf(() => api.as(author).send(CREATE, { input: { key: randomUUID(), communityId, body: richTextOf(text) } }));
const answer = (post: { id: string }) => hearsOf(() => api.as(author).send(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf('Well') } }));

describe('a new post', () => {
  it('to the company is told to everybody, by ids alone', async () => {
    expect(await publish()).toEqual([{ topic: 'home', kind: 'post.published', id: expect.stringMatching(/^[0-9a-f-]{36}$/), authorId: author.id }]);
  });

  it('in a community is told to members, and to whoever watches it', async () => {
    const { id } = await aCommunity().with(author).save(api.manager);
    expect(await publish(id)).toEqual([]);
    await watches(`community:${id}`);
    expect(await publish(id)).toMatchObject([{ topic: `community:${id}` }]);
    await does('joinCommunity', id);
    expect((await publish(id)).map(({ topic }) => topic).sort()).toEqual([`community:${id}`, 'home']);
  });

  it('of somebody followed is told where everybody reads, from following until unfollowing', async () => {
    const open = await aCommunity().with(author).save(api.manager);
    const closed = await aCommunity().being('closed').with(author).save(api.manager);
    await does('followPerson', author.id);
    expect([await publish(open.id), await publish(closed.id)]).toMatchObject([[{ topic: 'home' }], []]);
    await does('unfollowPerson', author.id);
    expect(await publish(open.id)).toEqual([]);
  });

  it('with a hashtag followed is told where everybody reads, from following until unfollowing', async () => {
    const open = await aCommunity().with(author).save(api.manager);
    const closed = await aCommunity().being('closed').with(author).save(api.manager);
    const sends = async (mutation: string) => {
      await api.as(reader).send(`mutation { ${mutation}(name: "velo") { id } }`);
      await api.settled();
    };
    await sends('followTag');
    expect([await publish(open.id, '#velo'), await publish(closed.id, '#velo'), await publish(open.id, '#train')]).toMatchObject([[{ topic: 'home' }], [], []]);
    await sends('unfollowTag');
    expect(await publish(open.id, '#velo')).toEqual([]);
  });

  it.each([
    ['the author', () => ({ personId: author.id })],
    ['the community', (communityId: string) => ({ communityId })],
    ['the hashtag', () => ({ tag: 'velo' })],
  ])('is no news for whoever has muted %s, for as long as it lasts; an open page goes on hearing of it', async (_what, target) => {
    const { id } = await aCommunity().with(author).save(api.manager);
    await does('joinCommunity', id);
    const { mute } = await api.as(reader).send<{ mute: { id: string } }>(`mutation ($input: MuteInput!) { mute(input: $input) { id } }`, { input: { duration: 'DAY', ...target(id) } });
    await api.settled();
    expect(await publish(id, '#velo')).toEqual([]);
    await watches(`community:${id}`);
    expect(await publish(id, '#velo')).toMatchObject([{ topic: `community:${id}` }]);
    // A day later.
    await api.manager.update('mute', mute.id, { until: new Date(Date.now() - 1_000) });
    await api.app.get(Jobs).runDue(new Date(Date.now() + 25 * 3_600_000));
    expect((await publish(id, '#velo')).map(({ topic }) => topic).sort()).toEqual([`community:${id}`, 'home']);
  });

  it('is told once to somebody for whom there are two reasons', async () => {
    const { id } = await aCommunity().with(author, reader).save(api.manager);
    await does('followPerson', author.id);
    expect(await publish(id)).toHaveLength(1);
  });
});

describe('who has a post open', () => {
  it('is told of everything in its thread, and of a vote not who gave it', async () => {
    const post = await aPost().by(author).save(api.manager);
    await api.manager.query(`UPDATE post SET kind = 'question', title = 'How?' WHERE id = $1`, [post.id]);
    await watches(`post:${post.id}`);
    const [added] = await answer(post);
    const id = added?.id ?? '';
    const [voter] = (await people(api.manager, 1)) as [PersonEntity];
    const does = (by: PersonEntity, mutation: string, variables: Record<string, unknown>) => hearsOf(() => api.as(by).send(mutation, variables));
    const react = (subject: object) => does(voter, `mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId } }`, { input: { subject, kind: 'AGREE' } });
    const topic = `post:${post.id}`;

    expect(added).toMatchObject({ topic, kind: 'comment.added', authorId: author.id });
    expect(await does(voter, `mutation ($id: ID!) { voteAnswer(id: $id, voted: true) { id } }`, { id })).toEqual([{ topic, kind: 'comment.voted', id, authorId: author.id }]);
    expect(await does(author, `mutation ($id: ID!) { acceptAnswer(id: $id, accepted: true) { id } }`, { id })).toEqual([{ topic, kind: 'comment.accepted', id, authorId: author.id }]);
    expect(await react({ type: 'comment', id })).toEqual([{ topic, kind: 'comment.reacted', id, authorId: voter.id }]);
    expect(await react({ type: 'post', id: post.id })).toEqual([{ topic, kind: 'reaction.set', id: post.id, authorId: voter.id }]);
    expect(await does(author, `mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }`, { input: { id, body: richTextOf('Better') } })).toMatchObject([{ kind: 'comment.edited', id }]);
    expect(await does(author, `mutation ($id: ID!) { deleteComment(id: $id) }`, { id })).toMatchObject([{ kind: 'comment.deleted', id }]);
  });
});

describe('after leaving a secret community', () => {
  it('nothing of it is heard any more, and a watch on one of its posts is dropped', async () => {
    const { id } = await aCommunity().being('secret').animatedBy(author).save(api.manager);
    const post = await aPost().by(author).in({ id }).save(api.manager);
    expect(await watches(`post:${post.id}`)).toBe(false);
    await api.as(author).send(`mutation ($id: ID!, $person: ID!) { addCommunityMember(communityId: $id, personId: $person) { id } }`, { id, person: reader.id });
    await does('followPerson', author.id);
    expect(await watches(`post:${post.id}`)).toBe(true);
    expect([await answer(post), await publish(id)]).toMatchObject([[{ topic: `post:${post.id}`, kind: 'comment.added', authorId: author.id }], [{ topic: 'home' }]]);

    await does('leaveCommunity', id);

    expect([await answer(post), await publish(id)]).toEqual([[], []]);
    expect(await watches(`post:${post.id}`)).toBe(false);
  });
});
