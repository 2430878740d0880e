import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { aPdf, aPhoto, download, MediaFolder, upload } from '@parvis/media/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { aCommunity } from '../testing/index.ts';

const EDIT = `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { name bannerImage { id alt mediaType url } } }`;
const SEEN = `query ($id: ID!) { community(id: $id) { bannerImage { id } changes { edges { node { kind } } } } }`;
const MERGE = `mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }`;

interface Seen {
  bannerImage: { id: string } | null;
  changes: { edges: { node: { kind: string } }[] };
}

const folder = new MediaFolder();
let api: TestApi;
let animator: PersonEntity, member: PersonEntity, invited: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain], { env: { PARVIS_DATA_DIR: folder.path } });
});
beforeEach(async () => {
  [animator, member, invited, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const community = (visibility: CommunityVisibility = 'closed') => aCommunity().being(visibility).animatedBy(animator).with(member).inviting(invited).save(api.manager);
const anImage = async (by = animator) => (await upload(api, by, { bytes: await aPhoto(), alt: 'The hall' })).file.id;
const wear = async (id: string, bannerImageId: string | null, by = animator) =>
  (await api.as(by).send<{ updateCommunity: { bannerImage: { id: string; url: string } | null } }>(EDIT, { input: { id, bannerImageId } })).updateCommunity.bannerImage;
const seenBy = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ community: Seen | null }>(SEEN, { id })).community;
const statusesFor = (url: string) => Promise.all([animator, member, invited, stranger].map(async (person) => (await download(api, person, url)).status));

describe('the image that a community wears', () => {
  it('is put on by an animator, encoded anew, and taken off again', async () => {
    const [{ id }, image] = [await community(), await anImage()];
    expect(await wear(id, image)).toEqual({ id: image, alt: 'The hall', mediaType: 'image/webp', url: `/media/${image}/large` });
    expect((await seenBy(member, id))?.bannerImage).toEqual({ id: image });
    expect(await wear(id, null)).toBeNull();
    expect((await seenBy(animator, id))?.changes.edges.map(({ node }) => node.kind)).toEqual(['BANNER', 'BANNER']);
    expect(await statusesFor(`/media/${image}/large`)).toEqual([200, 404, 404, 404]);
  });

  it('stays when nothing is said of it, and is no change when it is the same', async () => {
    const [{ id }, image] = [await community(), await anImage()];
    await wear(id, image);
    await wear(id, image);
    await api.as(animator).send(EDIT, { input: { id, description: 'Other words' } });
    const seen = await seenBy(animator, id);
    expect(seen?.bannerImage).toEqual({ id: image });
    expect(seen?.changes.edges.map(({ node }) => node.kind)).toEqual(['DESCRIPTION', 'BANNER']);
  });

  it('is described by any animator, not by members, and that is a change', async () => {
    const [second] = (await people(api.manager, 1)) as [PersonEntity];
    const { id } = await aCommunity().being('closed').animatedBy(animator, second).with(member).save(api.manager);
    await wear(id, await anImage());
    const describe = async (by: PersonEntity, bannerImageAlt: string) =>
      (await api.as(by).send<{ updateCommunity: { bannerImage: { alt: string } } }>(EDIT, { input: { id, bannerImageAlt } })).updateCommunity.bannerImage.alt;

    expect(await describe(second, ' The hall at noon ')).toBe('The hall at noon');
    expect(await describe(animator, 'The hall at noon')).toBe('The hall at noon');
    expect((await seenBy(second, id))?.changes.edges.map(({ node }) => node.kind)).toEqual(['BANNER', 'BANNER']);
    await expect(describe(member, 'Mine')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(describe(second, 'x'.repeat(501))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'bannerImageAlt' });
    expect(await describe(second, '')).toBe('');
  });

  it.each([
    ['an open one by everybody', 'open' as const, [200, 200, 200, 200]],
    ['a closed one by everybody, as its name is', 'closed' as const, [200, 200, 200, 200]],
    ['a secret one by its members alone', 'secret' as const, [200, 200, 404, 404]],
  ])('is seen of %s', async (_what, visibility, statuses) => {
    const { id } = await community(visibility);
    const url = (await wear(id, await anImage()))?.url ?? '';
    expect(await statusesFor(url)).toEqual(statuses);
    expect((await download(api, null, url)).status).toBe(401);
    const isShown = async (viewer: PersonEntity) => Boolean((await seenBy(viewer, id))?.bannerImage);
    expect([await isShown(animator), await isShown(member), await isShown(invited), await isShown(stranger)]).toEqual(statuses.map((status) => status === 200));
  });

  it.each([
    ['a file that is no image', async () => (await upload(api, animator, { bytes: aPdf(), name: 'a.pdf' })).file.id, 'IMAGE_REQUIRED'],
    ['an image of somebody else', () => anImage(member), 'FILE_NOT_FOUND'],
    ['one that never was', async () => newId(), 'FILE_NOT_FOUND'],
    ['what is no identifier', async () => 'x', 'ID_INVALID'],
  ])('is refused when it is %s, and the one before stays', async (_what, other, code) => {
    const [{ id }, image] = [await community(), await anImage()];
    await wear(id, image);
    await expect(wear(id, await other())).rejects.toMatchObject({ code });
    expect((await seenBy(animator, id))?.bannerImage).toEqual({ id: image });
  });

  it('is chosen by animators alone', async () => {
    const { id } = await community('secret');
    await expect(wear(id, await anImage(member), member)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(wear(id, await anImage(stranger), stranger)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
  });

  it('goes with the community when that becomes another', async () => {
    const [from, into] = [await community(), await community()];
    const [gone, kept] = [await wear(from.id, await anImage()), await wear(into.id, await anImage())];
    await api.as(animator).send(MERGE, { input: { fromId: from.id, intoId: into.id, confirmedContentCount: 0 } });
    expect(await statusesFor(gone?.url ?? '')).toEqual([404, 404, 404, 404]);
    expect((await seenBy(member, into.id))?.bannerImage?.id).toBe(kept?.id);
  });
});
