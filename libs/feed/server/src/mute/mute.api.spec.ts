import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { dayMs, daysAgo, Jobs, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { eraseEndedMutes } from '../feed.jobs.ts';
import { aPost } from '../testing/index.ts';
import { MuteQuery } from './mute.query.ts';

const MUTE = `mutation ($input: MuteInput!) { mute(input: $input) { id tag until person { id } community { id } } }`;
const UNMUTE = `mutation ($id: ID!) { unmute(id: $id) }`;
const MUTES = `query ($first: Int, $after: String) { mutes(first: $first, after: $after) { edges { node { id tag person { id } community { id } } } pageInfo { endCursor hasNextPage } } }`;
const FEED = `query ($source: FeedSource!, $order: FeedOrder) { feed(source: $source, order: $order) { edges { node { id } } } }`;

interface Muted { id: string; tag: string | null; until: string | null }

let api: TestApi;
let reader: PersonEntity, author: PersonEntity, other: PersonEntity;
let community: CommunityEntity, secret: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE post, mute CASCADE');
  [reader, author, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  community = await aCommunity().with(reader, author, other).save(api.manager);
  secret = await aCommunity().being('secret').with(author).save(api.manager);
});

const mute = async (what: object, by = reader) => (await api.as(by).send<{ mute: Muted }>(MUTE, { input: { duration: 'WEEK', ...what } })).mute;
const unmute = (id: string, by = reader) => api.as(by).send(UNMUTE, { id });
const mutes = async (by = reader) => (await api.as(by).send<{ mutes: { edges: { node: Muted }[] } }>(MUTES)).mutes.edges.map(({ node }) => node);
const feed = async (source = 'FOLLOWING', order = 'NEWEST', by = reader) =>
  (await api.as(by).send<{ feed: { edges: { node: { id: string } }[] } }>(FEED, { source, order })).feed.edges.map(({ node }) => node.id);

describe('muting', () => {
  it.each([
    ['a person', () => ({ personId: author.id })],
    ['a community', () => ({ communityId: community.id })],
    ['a hashtag', () => ({ tag: '#Vélo' })],
  ])('%s keeps their posts out of every feed and both orders, for oneself alone, until it is taken back', async (_what, target) => {
    await api.manager.update('person', author.id, { roles: ['employee', 'executive'] });
    const { id } = await aPost().by(author).in(community).saying('Un #vélo').save(api.manager);
    const shown = () => Promise.all(['FOLLOWING', 'ALL', 'COMMUNITIES', 'LEADERSHIP'].flatMap((source) => ['NEWEST', 'MISSED'].map((order) => feed(source, order))));
    expect((await shown()).flat()).toEqual(Array(8).fill(id));

    const muted = await mute(target());

    expect((await shown()).flat()).toEqual([]);
    expect(await feed('FOLLOWING', 'NEWEST', other)).toEqual([id]);
    await unmute(muted.id);
    expect((await shown()).flat()).toEqual(Array(8).fill(id));
  });

  it('leaves pages and search as they are', async () => {
    const { id } = await aPost().by(author).in(community).saying('Une bicyclette #vélo').save(api.manager);
    for (const target of [{ personId: author.id }, { communityId: community.id }, { tag: 'vélo' }]) await mute(target);

    const pages = `query ($post: ID!, $community: ID!, $person: ID!) {
      post(id: $post) { id } search(text: "bicyclette") { groups { kind } } tagFeed(tag: "vélo") { edges { node { id } } }
      community(id: $community) { posts { edges { node { id } } } } person(id: $person) { posts { edges { node { id } } } } }`;
    const list = { edges: [{ node: { id } }] };
    await expect(api.as(reader).send(pages, { post: id, community: community.id, person: author.id })).resolves.toEqual({
      post: { id }, search: { groups: [{ kind: 'POST' }] }, tagFeed: list, community: { posts: list }, person: { posts: list },
    });
  });

  it('keeps out a mention of oneself by a muted person too', async () => {
    const { id } = await aPost().by(author).mentioning(reader).save(api.manager);
    expect(await feed()).toEqual([id]);
    await mute({ personId: author.id });
    expect(await feed()).toEqual([]);
  });

  it.each([['DAY', 1], ['WEEK', 7], ['MONTH', 30], ['UNTIL_TAKEN_BACK', null]])('for a %s ends by itself', async (duration, days) => {
    const { until } = await mute({ personId: author.id, duration });
    if (days === null) expect(until).toBeNull();
    else expect(Math.abs(Date.parse(String(until)) - Date.now() - days * dayMs)).toBeLessThan(60_000);
  });

  it('that has ended hides nothing and is listed no more', async () => {
    const { id } = await aPost().by(author).save(api.manager);
    const muted = await mute({ personId: author.id });
    await api.manager.update('mute', muted.id, { until: new Date(Date.now() - 1_000) });
    expect([await feed(), await mutes()]).toEqual([[id], []]);
  });

  it('the same again changes how long, and stands once in the list', async () => {
    await mute({ tag: 'vélo', duration: 'DAY' });
    const again = await mute({ tag: 'VÉLO', duration: 'UNTIL_TAKEN_BACK' });
    expect(again).toMatchObject({ tag: 'vélo', until: null });
    expect(await mutes()).toMatchObject([{ id: again.id }]);
  });

  it('is listed to oneself alone, the newest first', async () => {
    const first = await mute({ personId: author.id });
    const second = await mute({ communityId: community.id });
    expect(await mutes()).toMatchObject([{ id: second.id, community: { id: community.id } }, { id: first.id, person: { id: author.id } }]);
    expect([await mutes(author), await mutes(other)]).toEqual([[], []]);
    await unmute(first.id, other);
    expect(await mutes()).toHaveLength(2);
  });

  it.each([
    ['nothing', () => ({}), 'MUTE_ONE_TARGET', undefined],
    ['two things at once', () => ({ personId: author.id, tag: 'vélo' }), 'MUTE_ONE_TARGET', undefined],
    ['oneself', () => ({ personId: reader.id }), 'MUTE_SELF', 'personId'],
    ['nobody', () => ({ personId: randomUUID() }), 'PERSON_NOT_FOUND', 'personId'],
    ['an id that is none', () => ({ personId: '17' }), 'ID_INVALID', 'personId'],
    ['a community out of sight', () => ({ communityId: secret.id }), 'COMMUNITY_NOT_FOUND', 'communityId'],
    ['a community that does not exist', () => ({ communityId: randomUUID() }), 'COMMUNITY_NOT_FOUND', 'communityId'],
    ['two words', () => ({ tag: 'deux mots' }), 'TAG_INVALID', 'tag'],
  ])('%s is refused', async (_what, target, code, field) => {
    await expect(mute(target())).rejects.toMatchObject({ code, field });
    expect(await mutes()).toEqual([]);
  });

  it('needs a session', async () => {
    await expect(api.anonymous().send(MUTE, { input: { tag: 'vélo', duration: 'DAY' } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(UNMUTE, { id: randomUUID() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(MUTES)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(unmute('17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
  });
});

describe('mutes that have ended', () => {
  it('are erased, and no others', async () => {
    const [ended, lasting, untilTakenBack] = [await mute({ personId: author.id }), await mute({ tag: 'vélo' }), await mute({ communityId: community.id, duration: 'UNTIL_TAKEN_BACK' })];
    await api.manager.update('mute', ended.id, { until: daysAgo(1) });
    await api.app.get(Jobs).run(eraseEndedMutes, {});
    const left: { id: string }[] = await api.manager.query('SELECT id FROM mute');
    expect(left.map(({ id }) => id).sort()).toEqual([lasting.id, untilTakenBack.id].sort());
  });
});

describe('for other domains', () => {
  it('names who is not to be told of something, of all or of some', async () => {
    await mute({ personId: author.id });
    await mute({ tag: 'vélo' }, other);
    const query = api.app.get(MuteQuery, { strict: false });
    const written = { authorId: author.id, communityId: community.id, tags: ['vélo'] };

    expect((await query.mutersOf(written)).sort()).toEqual([reader.id, other.id].sort());
    expect(await query.mutersOf(written, [other.id, author.id])).toEqual([other.id]);
    expect(await query.mutersOf({ ...written, authorId: other.id, tags: [] })).toEqual([]);
  });
});
