import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { daysAgo, encodeCursor, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';
import { missedCandidates } from './score.ts';

const FEED = `query ($source: FeedSource!, $order: FeedOrder, $first: Int, $after: String) { feed(source: $source, order: $order, first: $first, after: $after) {
  edges { node { id } why { code points count tags } } pageInfo { endCursor hasNextPage } } }`;
const COMMENT = `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`;
const REACT = `mutation ($input: SetReactionInput!) { setReaction(input: $input) { viewerReaction } }`;
const sources = ['FOLLOWING', 'ALL', 'COMMUNITIES', 'LEADERSHIP'] as const;

interface Reason { code: string; points: number | null; count: number | null; tags: string[] }
interface Feed { edges: { node: { id: string }; why: Reason[] }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }

let api: TestApi;
let reader: PersonEntity, executive: PersonEntity, followed: PersonEntity, other: PersonEntity;
let joined: CommunityEntity, open: CommunityEntity, closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE post, comment, reaction CASCADE');
  executive = await aPerson().being('executive').save(api.manager);
  [reader, followed, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  joined = await aCommunity().with(reader, other).save(api.manager);
  open = await aCommunity().with(followed, other, executive).save(api.manager);
  closed = await aCommunity().being('closed').with(followed, other, executive).save(api.manager);
  await api.as(reader).send(`mutation ($id: ID!) { followPerson(id: $id) { id } }`, { id: followed.id });
  await api.as(reader).send(`mutation { followTag(name: "velo") { id } }`);
});

const feed = async (source: string, variables = {}, by = reader) => (await api.as(by).send<{ feed: Feed }>(FEED, { source, ...variables })).feed;
const ids = ({ edges }: Feed): string[] => edges.map(({ node }) => node.id);
const idOf = ({ id }: { id: string }): string => id;
const say = (by: PersonEntity, where: CommunityEntity | null, text = 'A word') => aPost().by(by).in(where).saying(text).save(api.manager);
const comment = (by: PersonEntity, post: { id: string }) => api.as(by).send(COMMENT, { input: { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf('Indeed') } });

describe('each source', () => {
  it('holds what it says and nothing else, newest first, with the reasons', async () => {
    const mine = await say(other, joined);
    const byFollowed = await say(followed, open);
    const tagged = await say(other, open, 'A #velo');
    const toAll = await say(other, null);
    const elsewhere = await say(other, open);
    const led = await say(executive, open);
    const answered = await say(other, open);
    await comment(executive, answered);
    for (const by of [followed, executive]) await say(by, closed, 'Another #velo');
    const own = await say(reader, joined);

    const [following, all, communities, leadership] = await Promise.all([feed('FOLLOWING'), feed('ALL'), feed('COMMUNITIES'), feed('LEADERSHIP')]);

    expect(ids(following)).toEqual([own, toAll, tagged, byFollowed, mine].map(idOf));
    expect(ids(all)).toEqual([own, answered, led, elsewhere, toAll, tagged, byFollowed, mine].map(idOf));
    expect(ids(communities)).toEqual([own, mine].map(idOf));
    expect(ids(leadership)).toEqual([answered, led].map(idOf));
    const why = ({ edges }: Feed) => edges.map((edge) => edge.why.map(({ code }) => code));
    expect(why(following)).toEqual([['OWN', 'COMMUNITY_JOINED'], ['WHOLE_COMPANY'], ['TAG_FOLLOWED'], ['PERSON_FOLLOWED'], ['COMMUNITY_JOINED']]);
    expect(why(all).slice(1, 4)).toEqual([['EXECUTIVE_ANSWERED'], ['EXECUTIVE'], ['OPEN_COMMUNITY']]);
    expect(following.edges[2]?.why).toEqual([{ code: 'TAG_FOLLOWED', points: null, count: null, tags: ['velo'] }]);
  });

  it.each(sources.flatMap((source) => [[source, 'NEWEST'], [source, 'MISSED']]))('%s, %s: pages without a gap or a repeat while others write', async (source, order) => {
    await api.manager.query(`INSERT INTO membership (id, community_id, person_id, role, joined_at) VALUES (gen_random_uuid(), $1, $2, 'member', now())`, [open.id, reader.id]);
    const written: string[] = [];
    for (let i = 0; i < 5; i += 1) written.unshift(idOf(await aPost().by(executive).in(open).writtenAt(daysAgo(6 - i)).save(api.manager)));
    const first = await feed(source, { order, first: 2 });
    await say(executive, open);
    const second = await feed(source, { order, first: 2, after: first.pageInfo.endCursor });
    const last = await feed(source, { order, first: 2, after: second.pageInfo.endCursor });

    expect([first, second, last].flatMap(ids).filter((id) => written.includes(id))).toEqual(written);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true]);
    expect(last.pageInfo.hasNextPage).toBe(false);
  });

  it.each(sources)('%s: refuses pages and cursors that are none, and whoever is not signed in', async (source) => {
    for (const order of ['NEWEST', 'MISSED']) {
      await expect(feed(source, { order, first: 0 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first' });
      await expect(feed(source, { order, first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first' });
      await expect(feed(source, { order, after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
      await expect(feed(source, { order, after: encodeCursor(1, 2, 'no-id') })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
      await expect(api.anonymous().send(FEED, { source, order })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});

describe('what I missed', () => {
  it('ranks by the formula, and says the parts that add up to the rank', async () => {
    const mention = await aPost().by(other).in(joined).mentioning(reader).writtenAt(daysAgo(3)).save(api.manager);
    const question = await aPost().by(other).in(joined).saying('A #velo').asking('Who knows?').save(api.manager);
    const talked = await say(other, null);
    for (const by of [followed, followed, other]) await comment(by, talked);
    await api.as(other).send(REACT, { input: { subject: { type: 'post', id: talked.id }, kind: 'THANKS' } });

    const { edges } = await feed('FOLLOWING', { order: 'MISSED' });

    expect(edges.map(({ node }) => node.id)).toEqual([question, talked, mention].map(idOf));
    const parts = edges.map(({ why }) => Object.fromEntries(why.map(({ code, points }) => [code, points])));
    expect(parts[0]).toEqual({ COMMUNITY_JOINED: 3, TAG_FOLLOWED: 3, QUESTION_UNANSWERED: 3 });
    expect(parts[1]).toEqual({ WHOLE_COMPANY: 1, FOLLOWED_COMMENTED: 4, ECHO: 3 });
    expect(parts[2]).toEqual({ TO_ME: 8, COMMUNITY_JOINED: 3, AGE: -5.5 });
    expect(edges[1]?.why.find(({ code }) => code === 'ECHO')?.count).toBe(4);
  });

  it('holds what others wrote in the last 14 days and nothing older', async () => {
    await say(reader, joined);
    const [old, fresh] = [await aPost().by(other).in(joined).writtenAt(daysAgo(15)).save(api.manager), await say(other, joined)];
    expect(ids(await feed('FOLLOWING', { order: 'MISSED' }))).toEqual([fresh.id]);
    expect(ids(await feed('FOLLOWING'))).toContain(old.id);
  });

  it('does not show what the viewer may not read', async () => {
    await say(followed, closed, 'A #velo');
    await say(executive, closed);
    for (const source of sources) expect(ids(await feed(source, { order: 'MISSED' }))).toEqual([]);
  });

  it(`ranks the newest ${missedCandidates} unread posts at most`, async () => {
    await api.manager.query(
      `INSERT INTO post (id, author_id, community_id, key, kind, body, text, tags, created_at)
       SELECT (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - n * 1000), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
         $1, $2, gen_random_uuid(), 'status', '{"type":"doc"}', '', '{}', now() - n * interval '1 second' FROM generate_series(1, ${missedCandidates + 20}) n`,
      [other.id, joined.id],
    );
    let count = 0;
    for (let after: string | null = null, more = true; more; ) {
      const page: Feed = await feed('FOLLOWING', { order: 'MISSED', first: 50, after });
      count += page.edges.length;
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(count).toBe(missedCandidates);
  });
});

describe('the formula', () => {
  it('is told to everybody who is signed in, as it is applied', async () => {
    const FORMULA = `{ feedFormula { parts { code points atMost } halfLifeDays windowDays candidates positionKeptDays marksKeptDays } }`;
    const { feedFormula } = await api.as(other).send<{ feedFormula: { parts: object[] } }>(FORMULA);
    expect(feedFormula).toMatchObject({ halfLifeDays: 3, windowDays: 14, candidates: missedCandidates, positionKeptDays: 90, marksKeptDays: 15 });
    expect(feedFormula.parts).toContainEqual({ code: 'FOLLOWED_COMMENTED', points: 2, atMost: 6 });
    await expect(api.anonymous().send(FORMULA)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
