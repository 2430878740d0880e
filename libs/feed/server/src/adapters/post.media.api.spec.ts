import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { mediaDomain } from '@parvis/media/server';
import { aPdf, aPng, download, MediaFolder, upload } from '@parvis/media/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { newId, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from '../feed.domain.ts';

const shown = `id attachments { id kind name alt url } linkPreview { title url imageUrl }`;
const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${shown} } }`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${shown} } }`;
const DELETE = `mutation ($id: ID!) { deletePost(id: $id) }`;
const POST = `query ($id: ID!) { post(id: $id) { ${shown} } }`;

interface Shown {
  id: string;
  attachments: { id: string; url: string }[];
  linkPreview: { title: string } | null;
}

const folder = new MediaFolder();
let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  const domains = [platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain];
  api = await TestApi.start(domains, { env: { PARVIS_DATA_DIR: folder.path } });
});
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(author, member).save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const aFile = async (owner = author, name = 'plan.pdf') => (await upload(api, owner, name.endsWith('.pdf') ? { bytes: aPdf(), name } : { bytes: await aPng(), name, alt: 'A pump' })).file.id;
const publish = async (input: object, by = author) =>
  (await api.as(by).send<{ createPost: Shown }>(CREATE, { input: { key: randomUUID(), communityId: closed.id, body: richTextOf('Look'), ...input } })).createPost;
const edit = async (id: string, input: object, by = author) => (await api.as(by).send<{ editPost: Shown }>(EDIT, { input: { id, ...input } })).editPost;
const idsOf = ({ attachments }: Shown) => attachments.map(({ id }) => id);
const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ post: Shown | null }>(POST, { id })).post;
const statusesFor = (url: string) => Promise.all([author, member, stranger].map(async (person) => (await download(api, person, url)).status));

async function aPreview(title: string | null = 'A page'): Promise<string> {
  const id = newId();
  await api.manager.query(`INSERT INTO link_preview (id, url, title, description, site_name, fetched_at, expires_at) VALUES ($1, 'https://example.com/', $2, '', '', now(), now())`, [id, title]);
  return id;
}

describe('a post with files', () => {
  it('shows them in their order, to those who see the post and to nobody else', async () => {
    const [plan, photo] = [await aFile(), await aFile(author, 'photo.png')];
    const post = await publish({ attachmentIds: [photo, plan] });

    expect(post.attachments).toEqual([
      { id: photo, kind: 'IMAGE', name: 'photo.png', alt: 'A pump', url: `/media/${photo}/large` },
      { id: plan, kind: 'FILE', name: 'plan.pdf', alt: '', url: `/media/${plan}/file` },
    ]);
    expect(await read(member, post.id)).toEqual(post);
    expect(await read(stranger, post.id)).toBeNull();
    for (const { url } of post.attachments) expect(await statusesFor(url)).toEqual([200, 200, 404]);
  });

  it('loses its readers with the membership, files included', async () => {
    const { attachments } = await publish({ attachmentIds: [await aFile()] });
    await api.manager.query('DELETE FROM membership WHERE community_id = $1 AND person_id = $2', [closed.id, member.id]);
    expect(await statusesFor(attachments[0]?.url ?? '')).toEqual([200, 404, 404]);
  });

  it('may say nothing beside them', async () => {
    const post = await publish({ body: null, attachmentIds: [await aFile(author, 'photo.png')] });
    expect(post.attachments).toHaveLength(1);
    await expect(edit(post.id, { attachmentIds: [] })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
  });

  it('is published once, whatever the number of tries', async () => {
    const input = { key: randomUUID(), attachmentIds: [await aFile()] };
    const [first, again] = [await publish(input), await publish(input)];
    expect(again).toEqual(first);
  });

  it('changes them, and keeps them when nothing is said of them', async () => {
    const [one, two, three] = [await aFile(), await aFile(), await aFile()];
    const { id } = await publish({ attachmentIds: [one, two] });
    expect(idsOf(await edit(id, { attachmentIds: [three, two] }))).toEqual([three, two]);
    expect(idsOf(await edit(id, { body: richTextOf('Other words') }))).toEqual([three, two]);
    expect(await statusesFor(`/media/${one}/file`)).toEqual([200, 404, 404]);
    expect(idsOf(await edit(id, { attachmentIds: [] }))).toEqual([]);
  });

  it('takes them along when it is deleted', async () => {
    const post = await publish({ attachmentIds: [await aFile()] });
    await api.as(author).send(DELETE, { id: post.id });
    expect(await statusesFor(post.attachments[0]?.url ?? '')).toEqual([404, 404, 404]);
  });

  it.each([
    ['a file of a colleague', async () => [await aFile(member)], 'FILE_NOT_FOUND'],
    ['a file of another post', async () => idsOf(await publish({ attachmentIds: [await aFile()] })), 'FILE_NOT_FOUND'],
    ['too many', async () => Array.from({ length: 11 }, newId), 'TOO_MANY_ITEMS'],
    ['what is no identifier', async () => ['x'], 'ID_INVALID'],
  ])('is refused with %s, and not published', async (_what, ids, code) => {
    const attachmentIds = await ids();
    const count = async () => (await api.manager.query('SELECT count(*)::int AS n FROM post'))[0].n;
    const before = await count();
    await expect(publish({ attachmentIds })).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it('is changed by its author alone', async () => {
    const { id } = await publish({});
    await expect(edit(id, { attachmentIds: [await aFile(member)] }, member)).rejects.toMatchObject({ code: 'POST_NOT_YOURS' });
  });
});

describe('a post with the preview of a link', () => {
  it('shows it until it is taken away', async () => {
    const { id, linkPreview } = await publish({ linkPreviewId: await aPreview() });
    expect(linkPreview).toEqual({ title: 'A page', url: 'https://example.com/', imageUrl: null });
    expect((await edit(id, { body: richTextOf('Other words') })).linkPreview).toEqual(linkPreview);
    expect((await edit(id, { linkPreviewId: null })).linkPreview).toBeNull();
  });

  it.each([
    ['one that never was', async () => newId(), 'LINK_PREVIEW_NOT_FOUND'],
    ['one of a page that says nothing', () => aPreview(null), 'LINK_PREVIEW_NOT_FOUND'],
    ['what is no identifier', async () => 'x', 'ID_INVALID'],
  ])('is refused with %s', async (_what, id, code) => {
    await expect(publish({ linkPreviewId: await id() })).rejects.toMatchObject({ code });
  });
});
