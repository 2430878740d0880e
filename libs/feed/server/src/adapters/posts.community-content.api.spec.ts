import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';
import { MuteEntity } from '../mute/mute.entity.ts';
import { PostEntity } from '../post/post.entity.ts';
import { aPost } from '../testing/index.ts';

const PREVIEW = `query ($id: ID!) { visibilityChange(id: $id, visibility: OPEN) { discloses contentCount contents { kind count } } }`;
const OPEN = `mutation ($id: ID!, $count: Int) { changeCommunityVisibility(input: { id: $id, visibility: OPEN, confirmedContentCount: $count }) { visibility } }`;
const POSTS = `query ($id: ID!) { community(id: $id) { posts { totalCount: edges { node { id } } } } }`;

let api: TestApi;
let animator: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  [animator, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});
afterAll(() => api.stop());

describe('opening a closed community', () => {
  it('says how many posts everybody will read, and refuses whoever agreed to fewer', async () => {
    const { id } = await aCommunity().being('closed').animatedBy(animator).save(api.manager);
    for (const text of ['One', 'Two', 'Three']) await aPost().by(animator).in({ id }).saying(text).save(api.manager);
    const taken = await aPost().by(animator).in({ id }).save(api.manager);
    await api.manager.update(PostEntity, taken.id, { deletedAt: new Date() });
    const read = async () => (await api.as(stranger).send<{ community: { posts: { totalCount: object[] } } }>(POSTS, { id })).community.posts.totalCount.length;

    await expect(api.as(animator).send(PREVIEW, { id })).resolves.toEqual({ visibilityChange: { discloses: 'CONTENTS', contentCount: 3, contents: [{ kind: 'post', count: 3 }] } });
    await expect(api.as(animator).send(OPEN, { id, count: 2 })).rejects.toMatchObject({ code: 'COMMUNITY_DISCLOSURE_UNCONFIRMED', params: { count: 3 } });
    expect(await read()).toBe(0);
    await expect(api.as(animator).send(OPEN, { id, count: 3 })).resolves.toEqual({ changeCommunityVisibility: { visibility: 'OPEN' } });
    expect(await read()).toBe(3);
  });
});

describe('merging two communities', () => {
  const MERGE = `mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }`;

  it('moves every post with its talk, forgets who had muted the first, and refuses whoever agreed to fewer', async () => {
    const first = await aCommunity().being('secret').animatedBy(animator).save(api.manager);
    const second = await aCommunity().animatedBy(animator).save(api.manager);
    const post = await aPost().by(animator).in(first).saying('Kept among us.').save(api.manager);
    const taken = await aPost().by(animator).in(first).save(api.manager);
    await api.manager.update(PostEntity, taken.id, { deletedAt: new Date() });
    await api.manager.insert(MuteEntity, { id: newId(), personId: animator.id, communityId: first.id, createdAt: new Date() });
    const ids = { fromId: first.id, intoId: second.id };

    await expect(api.as(animator).send('query ($fromId: ID!, $intoId: ID!) { communityMerge(fromId: $fromId, intoId: $intoId) { contents { kind count } isReadByAll } }', ids)).resolves.toEqual({
      communityMerge: { contents: [{ kind: 'post', count: 1 }], isReadByAll: true },
    });
    await expect(api.as(animator).send(MERGE, { input: { ...ids, confirmedContentCount: 0 } })).rejects.toMatchObject({ code: 'COMMUNITY_DISCLOSURE_UNCONFIRMED', params: { count: 1 } });
    await expect(api.as(stranger).send('query ($id: ID!) { post(id: $id) { id } }', { id: post.id })).resolves.toEqual({ post: null });
    await api.as(animator).send(MERGE, { input: { ...ids, confirmedContentCount: 1 } });

    await expect(api.as(stranger).send('query ($id: ID!) { post(id: $id) { community { id } } }', { id: post.id })).resolves.toEqual({ post: { community: { id: second.id } } });
    await expect(api.as(stranger).send('query ($id: ID!) { post(id: $id) { id } }', { id: taken.id })).resolves.toEqual({ post: null });
    expect(await api.manager.countBy(MuteEntity, { personId: animator.id })).toBe(0);
  });

  it('leaves what is on top of the second there, and of the first what there is room for', async () => {
    const [first, second] = [await aCommunity().animatedBy(animator).save(api.manager), await aCommunity().animatedBy(animator).save(api.manager)];
    const pinned = async (place: { id: string }, text: string, minute: number): Promise<void> => {
      const { id } = await aPost().by(animator).in(place).saying(text).save(api.manager);
      await api.manager.update(PostEntity, id, { pinnedAt: new Date(2026, 10, 1, 8, minute) });
    };
    for (const [minute, text] of ['oldest', 'older', 'new'].entries()) await pinned(first, text, minute + 10);
    await pinned(second, 'here before', 0);

    await api.as(animator).send(MERGE, { input: { fromId: first.id, intoId: second.id, confirmedContentCount: 3 } });

    const onTop: { text: string }[] = await api.manager.query('SELECT text FROM post WHERE community_id = $1 AND pinned_at IS NOT NULL ORDER BY pinned_at', [second.id]);
    expect(onTop.map(({ text }) => text)).toEqual(['here before', 'older', 'new']);
  });
});
