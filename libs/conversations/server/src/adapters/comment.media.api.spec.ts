import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { people, type TestApi } from '@parvis/identity/server/testing';
import { aPdf, aPng, download, MediaFolder, upload } from '@parvis/media/server/testing';
import { newId } from '@parvis/platform/server';
import { richTextOf } from '../rich-text/rich-text.ts';
import { startTalk } from '../testing/talk-api.ts';

const shown = `id isDeleted body attachments { id kind name alt url }`;
const ADD = `mutation ($input: AddCommentInput!) { addComment(input: $input) { ${shown} } }`;
const EDIT = `mutation ($input: EditCommentInput!) { editComment(input: $input) { ${shown} } }`;
const DELETE = `mutation ($id: ID!) { deleteComment(id: $id) }`;
const COMMENT = `query ($id: ID!) { comment(id: $id) { ${shown} } }`;

interface Shown {
  id: string;
  isDeleted: boolean;
  body: object;
  attachments: { id: string; url: string }[];
}

const folder = new MediaFolder();
let api: TestApi;
let author: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let closed: CommunityEntity;

beforeAll(async () => {
  api = await startTalk({ PARVIS_DATA_DIR: folder.path });
});
beforeEach(async () => {
  [author, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  closed = await aCommunity().being('closed').with(author, member).save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const aFile = async (owner = author) => (await upload(api, owner, { bytes: aPdf(), name: 'plan.pdf' })).file.id;
const aPicture = async () => (await upload(api, author, { bytes: await aPng(), name: 'photo.png', alt: 'A pump' })).file.id;
const add = async (input: object, by = author) =>
  (await api.as(by).send<{ addComment: Shown }>(ADD, { input: { key: randomUUID(), subject: { type: 'community', id: closed.id }, body: richTextOf('Look'), ...input } })).addComment;
const edit = async (id: string, input: object, by = author) => (await api.as(by).send<{ editComment: Shown }>(EDIT, { input: { id, ...input } })).editComment;
const read = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ comment: Shown | null }>(COMMENT, { id })).comment;
const idsOf = ({ attachments }: Shown) => attachments.map(({ id }) => id);
const urlOf = ({ attachments }: Shown) => attachments[0]?.url ?? '';
const statusesFor = (url: string) => Promise.all([author, member, stranger].map(async (person) => (await download(api, person, url)).status));

describe('a comment with files', () => {
  it('shows them in their order, to those who see what it is about and to nobody else', async () => {
    const [plan, photo] = [await aFile(), await aPicture()];
    const comment = await add({ attachmentIds: [photo, plan] });

    expect(comment.attachments).toEqual([
      { id: photo, kind: 'IMAGE', name: 'photo.png', alt: 'A pump', url: `/media/${photo}/large` },
      { id: plan, kind: 'FILE', name: 'plan.pdf', alt: '', url: `/media/${plan}/file` },
    ]);
    expect(await read(member, comment.id)).toEqual(comment);
    expect(await read(stranger, comment.id)).toBeNull();
    for (const { url } of comment.attachments) expect(await statusesFor(url)).toEqual([200, 200, 404]);
    expect((await download(api, null, urlOf(comment))).status).toBe(401);
  });

  it('loses its readers with the membership, files included', async () => {
    const comment = await add({ attachmentIds: [await aFile()] });
    await api.manager.query('DELETE FROM membership WHERE community_id = $1 AND person_id = $2', [closed.id, member.id]);
    expect(await statusesFor(urlOf(comment))).toEqual([200, 404, 404]);
  });

  it('may say nothing beside them, as long as there is one', async () => {
    const comment = await add({ body: null, attachmentIds: [await aPicture()] });
    expect(comment.body).toEqual({ type: 'doc' });
    await expect(edit(comment.id, { body: null, attachmentIds: [] })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'body' });
    await expect(edit(comment.id, { body: null })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
    await expect(add({ body: null })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
  });

  it('is written once, whatever the number of tries', async () => {
    const input = { key: randomUUID(), attachmentIds: [await aFile()] };
    const [first, again] = [await add(input), await add(input)];
    expect(again).toEqual(first);
  });

  it('changes them, and keeps them when nothing is said of them', async () => {
    const [one, two, three] = [await aFile(), await aFile(), await aFile()];
    const { id } = await add({ attachmentIds: [one, two] });
    const body = richTextOf('Other words');
    expect(idsOf(await edit(id, { body, attachmentIds: [three, two] }))).toEqual([three, two]);
    expect(idsOf(await edit(id, { body }))).toEqual([three, two]);
    expect(await statusesFor(`/media/${one}/file`)).toEqual([200, 404, 404]);
    expect(idsOf(await edit(id, { body, attachmentIds: [] }))).toEqual([]);
  });

  it('takes them along when it is deleted, also when it keeps its place', async () => {
    const comment = await add({ attachmentIds: [await aFile()] });
    await add({ parentId: comment.id }, member);
    await api.as(author).send(DELETE, { id: comment.id });
    expect(await read(member, comment.id)).toMatchObject({ isDeleted: true, attachments: [] });
    expect(await statusesFor(urlOf(comment))).toEqual([404, 404, 404]);
  });

  it.each([
    ['a file of a colleague', async () => [await aFile(member)], 'FILE_NOT_FOUND'],
    ['a file of another comment', async () => idsOf(await add({ attachmentIds: [await aFile()] })), 'FILE_NOT_FOUND'],
    ['too many', async () => Array.from({ length: 11 }, newId), 'TOO_MANY_ITEMS'],
    ['what is no identifier', async () => ['x'], 'ID_INVALID'],
  ])('is refused with %s, and not written', async (_what, ids, code) => {
    const attachmentIds = await ids();
    const count = async () => (await api.manager.query('SELECT count(*)::int AS n FROM comment'))[0].n;
    const before = await count();
    await expect(add({ attachmentIds })).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it('is changed by its author alone', async () => {
    const { id } = await add({});
    const body = richTextOf('Mine now');
    await expect(edit(id, { body, attachmentIds: [await aFile(member)] }, member)).rejects.toMatchObject({ code: 'COMMENT_NOT_YOURS' });
    await expect(edit(id, { body, attachmentIds: [await aFile(stranger)] }, stranger)).rejects.toMatchObject({ code: 'COMMENT_NOT_FOUND' });
  });
});
