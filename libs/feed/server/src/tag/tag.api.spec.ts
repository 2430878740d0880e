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
import { tagFollowed, tagUnfollowed } from '../feed.events.ts';
import { aPost } from '../testing/index.ts';

const TAG = `query ($name: String!) { tag(name: $name) { id name postCount viewerFollows related { name } } }`;
const FOLLOW = `mutation ($name: String!) { followTag(name: $name) { name viewerFollows } }`;
const UNFOLLOW = `mutation ($name: String!) { unfollowTag(name: $name) { name viewerFollows } }`;
const POPULAR = `query ($first: Int) { popularTags(first: $first) { name } }`;
const SUGGESTED = `query ($begun: String!, $first: Int) { suggestedTags(begun: $begun, first: $first) { name } }`;
const FOLLOWED = `{ followedTags { name } }`;
const HOME = `{ feed(source: FOLLOWING) { edges { node { id } } } }`;

let api: TestApi;
let member: PersonEntity, author: PersonEntity, stranger: PersonEntity;
let open: CommunityEntity, secret: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  // What the last test has set off reads posts.
  await api.settled();
  await api.manager.query('TRUNCATE post CASCADE');
  [member, author, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  open = await aCommunity().with(author).save(api.manager);
  secret = await aCommunity().being('secret').with(author, member).save(api.manager);
});

const say = (text: string, where: CommunityEntity | null = open) => aPost().by(author).in(where).saying(text).save(api.manager);
const tag = async (name: string, by = member) => (await api.as(by).send<{ tag: object }>(TAG, { name })).tag;
const suggested = async (begun: string, by = member, first?: number) =>
  (await api.as(by).send<{ suggestedTags: { name: string }[] }>(SUGGESTED, { begun, first })).suggestedTags.map(({ name }) => name);
const home = async (by = member) => (await api.as(by).send<{ feed: { edges: { node: { id: string } }[] } }>(HOME)).feed.edges.map(({ node }) => node.id);

describe('a hashtag', () => {
  it('is known by the posts that one may read', async () => {
    await say('#velo et #ville');
    await say('#velo et #ville');
    await say('#velo et #train');
    await say('#velo et #projetx', secret);
    const shown = { id: 'velo', name: 'velo', viewerFollows: false };
    expect(await tag('#Velo')).toEqual({ ...shown, postCount: 4, related: [{ name: 'ville' }, { name: 'projetx' }, { name: 'train' }] });
    expect(await tag('velo', stranger)).toEqual({ ...shown, postCount: 3, related: [{ name: 'ville' }, { name: 'train' }] });
    expect(await tag('projetx', stranger)).toEqual({ id: 'projetx', name: 'projetx', viewerFollows: false, postCount: 0, related: [] });
  });

  it('follows what is edited and deleted', async () => {
    const { id } = await say('#velo', null);
    await api.as(author).send(`mutation ($input: EditPostInput!) { editPost(input: $input) { id } }`, { input: { id, body: richTextOf('#train') } });
    expect([await tag('velo'), await tag('train')]).toMatchObject([{ postCount: 0 }, { postCount: 1 }]);
    await api.as(author).send(`mutation ($id: ID!) { deletePost(id: $id) }`, { id });
    expect(await tag('train')).toMatchObject({ postCount: 0 });
  });

  it('is among those of the month by how often it is used in posts that one may read', async () => {
    for (const text of ['#velo', '#velo #ville', '#ville #velo']) await say(text);
    for (const text of ['#projetx', '#projetx', '#projetx', '#projetx']) await say(text, secret);
    await aPost().by(author).saying('#ancien').writtenAt(new Date(Date.now() - 31 * 24 * 3_600_000)).save(api.manager);

    await expect(api.as(member).send(POPULAR)).resolves.toEqual({ popularTags: [{ name: 'projetx' }, { name: 'velo' }, { name: 'ville' }] });
    await expect(api.as(stranger).send(POPULAR)).resolves.toEqual({ popularTags: [{ name: 'velo' }, { name: 'ville' }] });
    await expect(api.as(stranger).send(POPULAR, { first: 1 })).resolves.toEqual({ popularTags: [{ name: 'velo' }] });
    await expect(api.as(stranger).send(POPULAR, { first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first' });
  });

  it('is suggested by how it begins, whatever its accents, to those who may read a post with it, the most used first', async () => {
    for (const text of ['#vélo', '#vélo #velours', '#ville']) await say(text);
    await say('#velociraptor', secret);
    expect(await suggested('VEL')).toEqual(['vélo', 'velociraptor', 'velours']);
    expect(await suggested('#vé', stranger)).toEqual(['vélo', 'velours']);
    expect(await suggested('vil', stranger)).toEqual(['ville']);
    expect(await suggested('v', stranger, 1)).toEqual(['vélo']);
    for (const begun of ['', '#', 'deux mots', 've%', 'x'.repeat(61), '\u0000']) expect(await suggested(begun)).toEqual([]);
    await expect(suggested('v', member, 51)).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first' });
  });

  it('needs a session', async () => {
    for (const query of [TAG, FOLLOW, UNFOLLOW]) await expect(api.anonymous().send(query, { name: 'velo' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(SUGGESTED, { begun: 'v' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const query of [POPULAR, FOLLOWED]) await expect(api.anonymous().send(query)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('following a hashtag', () => {
  it('brings its posts that one may read into the feed, until it is taken back', async () => {
    const { id } = await say('Un #Vélo');
    const hidden = await say('Un autre #vélo', secret);
    await say('Sans mot-clé');
    expect(await home(stranger)).toEqual([]);

    await expect(api.as(stranger).send(FOLLOW, { name: '#VÉLO' })).resolves.toEqual({ followTag: { name: 'vélo', viewerFollows: true } });
    expect(await home(stranger)).toEqual([id]);
    expect(await home(member)).toEqual([hidden.id]);
    await expect(api.as(stranger).send(FOLLOWED)).resolves.toEqual({ followedTags: [{ name: 'vélo' }] });
    await expect(api.as(member).send(FOLLOWED)).resolves.toEqual({ followedTags: [] });

    await expect(api.as(stranger).send(UNFOLLOW, { name: 'vélo' })).resolves.toEqual({ unfollowTag: { name: 'vélo', viewerFollows: false } });
    expect(await home(stranger)).toEqual([]);
  });

  it('is told to other domains once, however often it is asked', async () => {
    const told: string[] = [];
    const events = api.app.get(EventHandlers);
    events.on(tagFollowed, ({ followerId }) => void (followerId === member.id && told.push('followed')));
    events.on(tagUnfollowed, ({ followerId }) => void (followerId === member.id && told.push('unfollowed')));
    for (const mutation of [FOLLOW, FOLLOW, UNFOLLOW, UNFOLLOW]) await api.as(member).send(mutation, { name: 'velo' });
    await api.settled();
    expect(told).toEqual(['followed', 'unfollowed']);
  });

  it('is refused for what is none, and past a hundred', async () => {
    for (const mutation of [FOLLOW, UNFOLLOW, TAG]) await expect(api.as(member).send(mutation, { name: 'deux mots' })).rejects.toMatchObject({ code: 'TAG_INVALID', field: 'tag' });
    await api.manager.query(`INSERT INTO tag_follow (person_id, tag, created_at) SELECT $1, 't' || n, now() FROM generate_series(1, 100) n`, [member.id]);
    await expect(api.as(member).send(FOLLOW, { name: 't7' })).resolves.toBeTruthy();
    await expect(api.as(member).send(FOLLOW, { name: 'onemore' })).rejects.toMatchObject({ code: 'TAG_FOLLOWS_TOO_MANY', params: { max: 100 } });
  });
});
