import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId, platformDomain, Transactions } from '@parvis/platform/server';
import { FileLoader } from '../file/file.loader.ts';
import { mediaDomain } from '../media.domain.ts';
import { aPdf, download, MediaFolder, upload } from '../testing/index.ts';
import { Attachments, maxAttachments } from './attachments.ts';
import { MediaOwners } from './media-owners.ts';

let api: TestApi;
let owner: PersonEntity;
let reader: PersonEntity;
let outsider: PersonEntity;
const folder = new MediaFolder();

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain], { env: { PARVIS_DATA_DIR: folder.path } });
  // Something that is seen by one department alone.
  api.app.get(MediaOwners, { strict: false }).register({ type: 'note', visibleTo: (_id, viewer) => `EXISTS (SELECT 1 FROM person seer WHERE seer.id = ${viewer} AND seer.department = 'Readers')` });
});
beforeEach(async () => {
  owner = await aPerson().in('Readers').save(api.manager);
  reader = await aPerson().in('Readers').save(api.manager);
  outsider = await aPerson().in('Others').save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

const viewerAs = ({ id }: PersonEntity) => ({ personId: id, sessionId: newId(), roles: ['employee'] as const });
const replace = (person: PersonEntity, noteId: string, ids: string[]) =>
  api.app.get(Transactions).run((tx) => api.app.get(Attachments, { strict: false }).replace(tx, viewerAs(person), { type: 'note', id: noteId }, ids));
const filesOf = async (noteId: string) => (await api.app.get(FileLoader, { strict: false }).attachedTo(viewerAs(reader), 'note', noteId)).map(({ id }) => id);
const aFile = async (person = owner) => (await upload(api, person, { bytes: aPdf(), name: 'a.pdf' })).file;
const statusFor = async (person: PersonEntity | null, url: string) => (await download(api, person, url)).status;

describe('a file', () => {
  it('is its owner’s alone until it is attached, then seen by those who see what it is attached to', async () => {
    const { id, url } = await aFile();
    expect([await statusFor(owner, url), await statusFor(reader, url), await statusFor(null, url)]).toEqual([200, 404, 401]);

    await replace(owner, newId(), [id]);
    expect([await statusFor(owner, url), await statusFor(reader, url), await statusFor(outsider, url), await statusFor(null, url)]).toEqual([200, 200, 404, 401]);
  });

  it('that is out of sight answers as one that never was', async () => {
    const { id } = await aFile();
    const answers = await Promise.all([`/media/${id}/file`, `/media/${newId()}/file`, '/media/nothing/file', `/media/${id}/..%2f..%2fetc`].map((path) => download(api, outsider, path)));
    const seen = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text(), answer.headers.get('etag')]));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toEqual([404, '{"error":{"code":"FILE_NOT_FOUND","params":{}}}', expect.anything()]);
  });
});

describe('attaching', () => {
  it('keeps the order that is asked for, also a new one', async () => {
    const note = newId();
    const [one, two, three] = [(await aFile()).id, (await aFile()).id, (await aFile()).id];
    await replace(owner, note, [three, one, two]);
    expect(await filesOf(note)).toEqual([three, one, two]);
    await replace(owner, note, [two, three]);
    expect(await filesOf(note)).toEqual([two, three]);
    expect([await statusFor(owner, `/media/${one}/file`), await statusFor(reader, `/media/${one}/file`)]).toEqual([200, 404]);
  });

  it('lets a colleague who may change the thing keep what is there', async () => {
    const note = newId();
    const [one, two] = [(await aFile()).id, (await aFile(reader)).id];
    await replace(owner, note, [one]);
    await replace(reader, note, [two, one]);
    expect(await filesOf(note)).toEqual([two, one]);
  });

  it.each([
    ['a file of somebody else', async () => (await aFile(reader)).id, 'FILE_NOT_FOUND'],
    ['a file that is attached elsewhere', async () => attachedElsewhere(), 'FILE_NOT_FOUND'],
    ['a file that was deleted', async () => deleted(), 'FILE_NOT_FOUND'],
    ['a file that never was', async () => newId(), 'FILE_NOT_FOUND'],
    ['what is no identifier', async () => 'x', 'ID_INVALID'],
  ])('refuses %s, and changes nothing', async (_what, anId, code) => {
    const note = newId();
    const { id } = await aFile();
    await replace(owner, note, [id]);
    await expect(replace(owner, note, [await anId()])).rejects.toMatchObject({ code });
    expect(await filesOf(note)).toEqual([id]);
  });

  it('refuses more than ten', async () => {
    const ids = Array.from({ length: maxAttachments + 1 }, newId);
    await expect(replace(owner, newId(), ids)).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS', params: { max: 10 } });
  });

  it('refuses a kind of thing that nobody registered', async () => {
    const attach = api.app.get(Transactions).run((tx) => api.app.get(Attachments, { strict: false }).replace(tx, viewerAs(owner), { type: 'sand', id: newId() }, []));
    await expect(attach).rejects.toThrow('not registered');
  });

  async function attachedElsewhere(): Promise<string> {
    const { id } = await aFile();
    await replace(owner, newId(), [id]);
    return id;
  }

  async function deleted(): Promise<string> {
    const { id } = await aFile();
    await api.as(owner).send('mutation ($id: ID!) { deleteFile(id: $id) }', { id });
    return id;
  }
});

const describeImage = 'mutation ($input: UpdateFileAltInput!) { updateFileAlt(input: $input) { id alt } }';
const deleteFile = 'mutation ($id: ID!) { deleteFile(id: $id) }';

describe('the owner', () => {
  it('says what an image shows', async () => {
    const { id } = await aFile();
    await expect(api.as(owner).send(describeImage, { input: { id, alt: ' A pump ' } })).resolves.toEqual({ updateFileAlt: { id, alt: 'A pump' } });
  });

  it('deletes a file, also one that is attached: it is gone at once', async () => {
    const note = newId();
    const { id, url } = await aFile();
    await replace(owner, note, [id]);
    await expect(api.as(owner).send(deleteFile, { id })).resolves.toEqual({ deleteFile: id });
    expect([await filesOf(note), await statusFor(owner, url), await statusFor(reader, url)]).toEqual([[], 404, 404]);
  });

  it.each([
    ['describe', (id: string) => api.as(reader).send(describeImage, { input: { id, alt: 'x' } })],
    ['delete', (id: string) => api.as(reader).send(deleteFile, { id })],
  ])('alone may %s it', async (_what, change) => {
    const { id } = await aFile();
    await replace(owner, newId(), [id]);
    await expect(change(id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it.each([
    ['too many words', { id: newId(), alt: 'x'.repeat(501) }, 'TEXT_TOO_LONG'],
    ['what is no identifier', { id: 'x', alt: '' }, 'ID_INVALID'],
  ])('is refused %s', async (_what, input, code) => {
    await expect(api.as(owner).send(describeImage, { input })).rejects.toMatchObject({ code });
  });
});
