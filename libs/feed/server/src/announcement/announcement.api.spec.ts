import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { aPost } from '../testing/index.ts';

const FIELDS = `id isPinned announcement { asksAcknowledgement pinnedUntil viewerHasAcknowledged readCount acknowledgedCount audienceCount }`;
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${FIELDS} } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { post(id: $id) { ${FIELDS} } }`;
const MARK = `mutation ($id: ID!, $acknowledged: Boolean!) { readAnnouncement(postId: $id, acknowledged: $acknowledged) { ${FIELDS} } }`;
const PIN = `mutation ($id: ID!) { pinPost(id: $id) { ${FIELDS} } }`;
const UNPIN = `mutation ($id: ID!) { unpinPost(id: $id) { ${FIELDS} } }`;
const PINNED = `query ($id: ID!) { community(id: $id) { pinnedPosts { id } } pinnedPosts { id } }`;

interface Announcement {
  id: string;
  isPinned: boolean;
  announcement: { viewerHasAcknowledged: boolean; readCount: number | null; acknowledgedCount: number | null; audienceCount: number | null };
}

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, stranger: PersonEntity, hr: PersonEntity;
let others: PersonEntity[];
let closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [animator, member, stranger, ...others] = (await people(api.manager, 11)) as [PersonEntity, PersonEntity, PersonEntity, ...PersonEntity[]];
  hr = await aPerson().being('hr').save(api.manager);
  closed = await aCommunity().being('closed').animatedBy(animator).with(member, ...others).save(api.manager);
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
async function announce(by: PersonEntity, { community = closed as CommunityEntity | null, ...part }: { community?: CommunityEntity | null; pinnedUntil?: string | null; asksAcknowledgement?: boolean } = {}) {
  const input = { key: randomUUID(), kind: 'ANNOUNCEMENT', title: 'The site closes at noon', communityId: community?.id ?? null, announcement: part };
  return (await api.as(by).send<{ createPost: Announcement }>(CREATE, { input })).createPost;
}
const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ post: Announcement | null }>(READ, { id })).post;
const mark = (by: PersonEntity, id: string, acknowledged: boolean) => api.as(by).send(MARK, { id, acknowledged });

async function pinned(viewer: PersonEntity): Promise<{ here: string[] | undefined; company: string[] }> {
  const answer = await api.as(viewer).send<{ community: { pinnedPosts: { id: string }[] } | null; pinnedPosts: { id: string }[] }>(PINNED, { id: closed.id });
  return { here: answer.community?.pinnedPosts.map(({ id }) => id), company: answer.pinnedPosts.map(({ id }) => id) };
}

describe('an announcement', () => {
  it('is made by animators in their community, and to the whole company by those who speak for it', async () => {
    const here = await announce(animator);
    expect(here.isPinned).toBe(true);
    await expect(announce(member)).rejects.toMatchObject({ code: 'ANNOUNCEMENT_NOT_ALLOWED' });
    await expect(announce(hr)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    await expect(announce(animator, { community: null })).rejects.toMatchObject({ code: 'ANNOUNCEMENT_NOT_ALLOWED' });
    const toAll = await announce(hr, { community: null });
    expect(await pinned(member)).toEqual({ here: [here.id], company: [toAll.id] });
    expect((await pinned(stranger)).here).toEqual([]);
    await api.as(hr).send(UNPIN, { id: toAll.id });
  });

  it('stays on top until its time, which can be changed to one that is to come', async () => {
    const { id } = await announce(animator, { pinnedUntil: inAnHour() });
    await expect(announce(animator, { pinnedUntil: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'TIME_PAST', field: 'pinnedUntil' });
    await expect(api.as(animator).send(EDIT, { input: { id, announcement: { pinnedUntil: '2020-01-01T00:00:00Z' } } })).rejects.toMatchObject({ code: 'TIME_PAST' });
    await expect(api.as(animator).send(EDIT, { input: { id, announcement: { pinnedUntil: null, asksAcknowledgement: true } } })).resolves.toMatchObject({
      editPost: { isPinned: true, announcement: { pinnedUntil: null, asksAcknowledgement: true } },
    });
    await api.manager.query(`UPDATE post SET pinned_until = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect((await read(member, id))?.isPinned).toBe(false);
    expect((await pinned(member)).here).toEqual([]);
  });

  it('tells its author and the animators how many have read it, nobody who, and others nothing', async () => {
    const { id } = await announce(animator, { asksAcknowledgement: true });
    await mark(member, id, false);
    await mark(member, id, true);
    await mark(member, id, false);
    await mark(others[0] as PersonEntity, id, false);
    await mark(animator, id, false);
    expect((await read(animator, id))?.announcement).toMatchObject({ readCount: 2, acknowledgedCount: 1, audienceCount: 9 });
    expect((await read(member, id))?.announcement).toMatchObject({ viewerHasAcknowledged: true, readCount: null, acknowledgedCount: null, audienceCount: null });
  });

  it('gives no figure about fewer than eight people', async () => {
    const small = await aCommunity().animatedBy(animator).with(member).save(api.manager);
    const { id } = await announce(animator, { community: small });
    await mark(member, id, true);
    expect((await read(animator, id))?.announcement).toMatchObject({ readCount: null, audienceCount: null });
  });

  it('is read by those who see it, and nothing else is', async () => {
    const { id } = await announce(animator);
    await expect(mark(stranger, id, true)).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(mark(member, (await aPost().by(member).in(closed).save(api.manager)).id, true)).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
    await expect(mark(member, '17', true)).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send(MARK, { id, acknowledged: true })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('pinned posts', () => {
  const aPostHere = async () => (await aPost().by(member).in(closed).save(api.manager)).id;
  const pin = (by: PersonEntity, id: string) => api.as(by).send(PIN, { id });

  it('are three at most, chosen by animators, the newest first', async () => {
    const [one, two, three, four] = [await aPostHere(), await aPostHere(), await aPostHere(), await aPostHere()] as const;
    for (const id of [one, two, three, three]) await pin(animator, id);
    await expect(pin(animator, four)).rejects.toMatchObject({ code: 'PINS_FULL', params: { max: 3 } });
    expect((await pinned(member)).here).toEqual([three, two, one]);
    await api.as(animator).send(UNPIN, { id: two });
    await pin(animator, four);
    expect((await pinned(member)).here).toEqual([four, three, one]);
  });

  it('are pinned and taken down by nobody else', async () => {
    const id = await aPostHere();
    for (const operation of [PIN, UNPIN]) {
      await expect(api.as(member).send(operation, { id })).rejects.toMatchObject({ code: 'PIN_NOT_ALLOWED' });
      await expect(api.as(hr).send(operation, { id })).rejects.toMatchObject({ code: 'POST_NOT_FOUND' });
      await expect(api.as(animator).send(operation, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID' });
      await expect(api.anonymous().send(operation, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('never exceed three, pinned at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, aPostHere));
    const tries = await Promise.allSettled(ids.map((id) => pin(animator, id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});
