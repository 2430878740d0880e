import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const SAVE = `mutation ($id: ID!) { savePost(id: $id) { id viewerHasSaved } }`;
const UNSAVE = `mutation ($id: ID!) { unsavePost(id: $id) { id viewerHasSaved } }`;
const SAVED = `query ($first: Int, $after: String) { savedPosts(first: $first, after: $after) { edges { node { id viewerHasSaved } } pageInfo { endCursor hasNextPage } } }`;
const DELETE = `mutation ($id: ID!) { deletePost(id: $id) }`;

interface Saved { savedPosts: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }

let api: TestApi;
let reader: PersonEntity, author: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [reader, author, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').animatedBy(author).with(reader).save(api.manager);
});

const say = () => aPost().by(author).in(closed).save(api.manager);
const save = (id: string, by = reader) => api.as(by).send(SAVE, { id });
const page = async (variables = {}, by = reader) => (await api.as(by).send<Saved>(SAVED, variables)).savedPosts;
const saved = async (by = reader) => (await page({}, by)).edges.map(({ node }) => node.id);

describe('saving a post', () => {
  it('puts it on top of one’s own list, once, and says so to oneself alone', async () => {
    const [older, newer] = [await say(), await say()];
    await expect(save(newer.id)).resolves.toEqual({ savePost: { id: newer.id, viewerHasSaved: true } });
    await save(older.id);
    await save(newer.id);

    expect(await saved()).toEqual([older.id, newer.id]);
    expect(await saved(author)).toEqual([]);
    await expect(api.as(author).send(`query ($id: ID!) { post(id: $id) { viewerHasSaved } }`, { id: newer.id })).resolves.toEqual({ post: { viewerHasSaved: false } });
    await expect(api.as(reader).send(UNSAVE, { id: newer.id })).resolves.toEqual({ unsavePost: { id: newer.id, viewerHasSaved: false } });
    await api.as(reader).send(UNSAVE, { id: newer.id });
    expect(await saved()).toEqual([older.id]);
  });

  it('is told to nobody', async () => {
    const { id } = await say();
    const before = await api.manager.query('SELECT count(*)::int AS events FROM outbox_event');
    await save(id);
    expect(await api.manager.query('SELECT count(*)::int AS events FROM outbox_event')).toEqual(before);
    expect(api.app.get(EventHandlers).of('feed.post-saved')).toEqual([]);
  });

  it('pages by the time of saving, without a gap or a repeat', async () => {
    const posts = [await say(), await say(), await say(), await say(), await say()];
    for (const { id } of posts) await save(id);
    const first = await page({ first: 2 });
    await save((await say()).id);
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    const last = await page({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, last].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(posts.map(({ id }) => id).reverse());
    expect([first, second, last].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  });

  it('loses what is deleted, and what one may not read any more', async () => {
    const [kept, deleted, left] = [await aPost().by(author).save(api.manager), await say(), await say()];
    for (const { id } of [kept, deleted, left]) await save(id);
    await api.as(author).send(DELETE, { id: deleted.id });
    expect(await saved()).toEqual([left.id, kept.id]);
    await api.as(reader).send(`mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }`, { id: closed.id });
    expect(await saved()).toEqual([kept.id]);
    await expect(api.as(reader).send(UNSAVE, { id: left.id })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
  });

  it('keeps what is muted since', async () => {
    const { id } = await say();
    await save(id);
    await api.as(reader).send(`mutation ($input: MuteInput!) { mute(input: $input) { id } }`, { input: { personId: author.id, duration: 'DAY' } });
    expect(await saved()).toEqual([id]);
  });

  it.each([['saving', SAVE], ['taking back', UNSAVE]])('%s is refused for what is out of sight, is missing, is no id, and without a session', async (_what, mutation) => {
    const { id } = await say();
    await expect(api.as(reader).send(mutation, { id })).resolves.toBeTruthy();
    await expect(api.as(stranger).send(mutation, { id })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(api.as(reader).send(mutation, { id: randomUUID() })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(api.as(reader).send(mutation, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.anonymous().send(mutation, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses a page too large, a cursor that is made up and whoever is not signed in', async () => {
    await expect(page({ first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE', field: 'first' });
    await expect(page({ after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
    await expect(api.anonymous().send(SAVED)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
