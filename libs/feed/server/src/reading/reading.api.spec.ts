import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { daysAgo, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';
import { ReadingService } from './reading.service.ts';

const MARK = `mutation ($input: MarkPostsReadInput!) { markPostsRead(input: $input) }`;
const MARK_ALL = `mutation ($source: FeedSource!) { markFeedRead(source: $source) }`;
const FORGET = `mutation { forgetReading }`;
const POSITION = `query ($source: FeedSource!) { feedPosition(source: $source) { postId seenAt } }`;
const FEED = `query ($source: FeedSource!, $order: FeedOrder, $from: ID) { feed(source: $source, order: $order, from: $from) { edges { node { id } } } }`;

let api: TestApi;
let reader: PersonEntity, author: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE post CASCADE');
  [reader, author, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(reader, author).save(api.manager);
});

const say = (age = 0) => aPost().by(author).in(closed).writtenAt(daysAgo(age)).save(api.manager);
const mark = (postIds: string[], by = reader, stoppedAtId: string | null = null) => api.as(by).send(MARK, { input: { source: 'FOLLOWING', postIds, stoppedAtId } });
const missed = async (source = 'FOLLOWING', by = reader) => ids(await api.as(by).send<Feed>(FEED, { source, order: 'MISSED' }));
const position = async (source = 'FOLLOWING', by = reader) => (await api.as(by).send<{ feedPosition: { postId: string } | null }>(POSITION, { source })).feedPosition;
interface Feed { feed: { edges: { node: { id: string } }[] } }
const ids = ({ feed }: Feed): string[] => feed.edges.map(({ node }) => node.id);

describe('marking posts as read', () => {
  it('takes them out of what was missed and keeps where one stopped, for oneself alone', async () => {
    const [one, two, three] = [await say(3), await say(2), await say(1)];
    expect(await missed()).toEqual([three.id, two.id, one.id]);

    await expect(mark([three.id, two.id], reader, two.id)).resolves.toEqual({ markPostsRead: true });

    expect(await missed()).toEqual([one.id]);
    expect(await missed('COMMUNITIES')).toEqual([one.id]);
    expect(await position()).toMatchObject({ postId: two.id, seenAt: expect.any(String) });
    expect([await position('ALL'), await position('FOLLOWING', author)]).toEqual([null, null]);
    await mark([three.id]);
    expect(await position()).toMatchObject({ postId: two.id });
    await mark([], reader, three.id);
    expect(await position()).toMatchObject({ postId: three.id });
  });

  it('changes neither the order by time nor what others see', async () => {
    const { id } = await say();
    await mark([id]);
    expect(ids(await api.as(reader).send<Feed>(FEED, { source: 'FOLLOWING' }))).toEqual([id]);
    expect(await missed('FOLLOWING', author)).toEqual([]);
  });

  it('leaves no mark on what one may not see, on what is missing or long past', async () => {
    const [hidden, old] = [await say(), await say(20)];
    await expect(mark([hidden.id, randomUUID()], stranger)).resolves.toBeTruthy();
    await expect(mark([old.id])).resolves.toBeTruthy();
    expect(await api.manager.query(`SELECT * FROM post_read`)).toEqual([]);
  });

  it('refuses too many, ids that are none, and whoever is not signed in', async () => {
    await expect(mark(Array.from({ length: 100 }, randomUUID))).resolves.toBeTruthy();
    await expect(mark(Array.from({ length: 101 }, randomUUID))).rejects.toMatchObject({ code: 'POSTS_MARKED_TOO_MANY', field: 'postIds', params: { max: 100 } });
    await expect(mark(['17'])).rejects.toMatchObject({ code: 'ID_INVALID', field: 'postIds' });
    await expect(mark([], reader, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'stoppedAtId' });
    await expect(api.anonymous().send(MARK, { input: { source: 'ALL', postIds: [] } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const query of [MARK_ALL, POSITION]) await expect(api.anonymous().send(query, { source: 'ALL' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(FORGET)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('marking a feed as read', () => {
  it('leaves nothing missed in it until something is written, and other feeds as they were', async () => {
    const { id } = await say(1);
    await expect(api.as(reader).send(MARK_ALL, { source: 'FOLLOWING' })).resolves.toEqual({ markFeedRead: true });
    expect([await missed(), await missed('COMMUNITIES')]).toEqual([[], [id]]);
    const next = await say();
    expect(await missed()).toEqual([next.id]);
  });
});

describe('reading on where one stopped', () => {
  it('begins at that post, or at the next one when it is gone', async () => {
    const [one, two, three] = [await say(3), await say(2), await say(1)];
    const from = async (id: string) => ids(await api.as(reader).send<Feed>(FEED, { source: 'FOLLOWING', from: id }));
    expect(await from(two.id)).toEqual([two.id, one.id]);
    await api.as(author).send(`mutation ($id: ID!) { deletePost(id: $id) }`, { id: two.id });
    expect(await from(two.id)).toEqual([one.id]);
    expect(await from(three.id)).toEqual([three.id, one.id]);
    expect(await from('ffffffff-ffff-ffff-ffff-ffffffffffff')).toEqual([three.id, one.id]);
    await expect(from('17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'from' });
  });
});

describe('what is kept', () => {
  const kept = async () => (await api.manager.query(`SELECT (SELECT count(*) FROM post_read WHERE person_id = $1)::int AS marks, (SELECT count(*) FROM feed_position WHERE person_id = $1)::int AS positions`, [reader.id]))[0];

  it('says which posts, and never when', async () => {
    const columns: { name: string }[] = await api.manager.query(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'post_read' ORDER BY 1`);
    expect(columns.map(({ name }) => name)).toEqual(['person_id', 'post_id']);
  });

  it('is erased when the person says so', async () => {
    const { id } = await say();
    await mark([id], reader, id);
    expect(await kept()).toEqual({ marks: 1, positions: 1 });
    await expect(api.as(reader).send(FORGET)).resolves.toEqual({ forgetReading: true });
    expect(await kept()).toEqual({ marks: 0, positions: 0 });
  });

  it('is erased by time: marks when the post is 15 days old, positions 90 days after the last visit', async () => {
    const { id } = await say(1);
    await mark([id], reader, id);
    const erase = (days: number) => api.app.get(ReadingService, { strict: false }).eraseOld(daysAgo(-days));
    await erase(13);
    expect(await kept()).toEqual({ marks: 1, positions: 1 });
    await erase(15);
    expect(await kept()).toEqual({ marks: 0, positions: 1 });
    await erase(91);
    expect(await kept()).toEqual({ marks: 0, positions: 0 });
  });
});
