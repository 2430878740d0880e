import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import sharp from 'sharp';
import { mediaDomain } from '../media.domain.ts';
import { aDocx, aGif, aPdf, aPhoto, aPng, aZip, download, MediaFolder, upload } from '../testing/index.ts';

let api: TestApi;
let ada: PersonEntity;
const folder = new MediaFolder();

beforeAll(async () => {
  process.env['MEDIA_MAX_FILE_MB'] = '2';
  process.env['MEDIA_MAX_IMAGE_MB'] = '1';
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain], { env: { PARVIS_DATA_DIR: folder.path } });
  ada = await aPerson().save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

describe('an image', () => {
  it('is turned upright, encoded anew in sizes that make sense, and says what it is', async () => {
    const { status, file } = await upload(api, ada, { bytes: await aPhoto({ width: 1200, height: 800 }), name: 'Été à la mer.JPG', alt: ' The sea ' });

    expect(status).toBe(201);
    expect(file).toMatchObject({ kind: 'IMAGE', name: 'Été à la mer.JPG', mediaType: 'image/webp', width: 800, height: 1200, alt: 'The sea', isAnimated: false, tint: expect.stringMatching(/^#[0-9a-f]{6}$/) });
    for (const [variant, height] of [['thumb', 320], ['medium', 960], ['large', 1200]] as const) {
      const response = await download(api, ada, `/media/${file.id}/${variant}`);
      expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', height });
    }
  });

  it('keeps nothing of where and by whom it was taken', async () => {
    const photo = await aPhoto();
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('SpyPhone');
    const { file } = await upload(api, ada, { bytes: photo });

    const sent = Buffer.from(await (await download(api, ada, file.url)).arrayBuffer());
    const { exif, xmp, iptc, icc } = await sharp(sent).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(sent.toString('latin1')).not.toMatch(/Exif|SpyPhone|Secret|GPS/);
  });

  it('is never enlarged', async () => {
    const { file } = await upload(api, ada, { bytes: await aPng({ width: 40, height: 30 }), name: 'small.png' });
    const response = await download(api, ada, `/media/${file.id}/large`);
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  it('keeps moving when it moves', async () => {
    const { file } = await upload(api, ada, { bytes: await aGif(3), name: 'party.gif' });
    const response = await download(api, ada, file.url);
    expect(file).toMatchObject({ isAnimated: true, width: 40, height: 30 });
    expect(await sharp(Buffer.from(await response.arrayBuffer()), { animated: true }).metadata()).toMatchObject({ pages: 3 });
  });

  it('loses what was appended to it', async () => {
    const polyglot = Buffer.concat([await aPhoto(), aZip([{ name: 'evil.html', content: '<script>alert(1)</script>' }])]);
    const { file } = await upload(api, ada, { bytes: polyglot });
    expect(Buffer.from(await (await download(api, ada, file.url)).arrayBuffer()).toString('latin1')).not.toContain('<script>');
  });
});

describe('a file', () => {
  it.each([
    ['a PDF', 'rapport.pdf', () => aPdf(), 'application/pdf'],
    ['a text', 'notes.txt', () => 'Bonjour à tous', 'text/plain'],
    ['a table in Windows-1252', 'table.csv', () => Buffer.from('pr\xe9nom;nom\nAda;L', 'latin1'), 'text/csv'],
    ['Markdown', 'README.md', () => '# Title\n\n<h1 align="center">x</h1>', 'text/markdown'],
    ['a Word document', 'note.docx', () => aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an archive', 'all.zip', () => aZip([{ name: 'a.txt', content: 'a' }]), 'application/zip'],
  ])('is kept as it is: %s', async (_what, name, bytes, mediaType) => {
    const { status, file } = await upload(api, ada, { bytes: bytes(), name });
    expect({ status, file }).toMatchObject({ status: 201, file: { kind: 'FILE', name, mediaType, width: null } });
    expect(Buffer.from(await (await download(api, ada, file.url)).arrayBuffer())).toEqual(Buffer.from(bytes()));
  });
});

describe('a retry', () => {
  it('with the same key is answered with the file of the first time, and keeps nothing more', async () => {
    const key = randomUUID();
    const bytes = aPdf();
    const first = await upload(api, ada, { bytes, name: 'one.pdf', key });
    const before = folder.kept();
    const again = await upload(api, ada, { bytes, name: 'one.pdf', key });

    expect(again.file.id).toBe(first.file.id);
    expect(folder.kept()).toEqual(before);
  });

  it('at the same moment makes one file', async () => {
    const key = randomUUID();
    const before = folder.kept().length;
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(api, ada, { bytes: aPdf(), name: 'one.pdf', key })));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ file }) => file.id)).size).toBe(1);
    expect(folder.kept()).toHaveLength(before + 1);
  });

  it('of somebody else with the same key is another file', async () => {
    const key = randomUUID();
    const grace = await aPerson().save(api.manager);
    const [one, other] = [await upload(api, ada, { bytes: aPdf(), name: 'one.pdf', key }), await upload(api, grace, { bytes: aPdf(), name: 'one.pdf', key })];
    expect(one.file.id).not.toBe(other.file.id);
  });

  it('after the file was deleted does not bring it back', async () => {
    const key = randomUUID();
    const { file } = await upload(api, ada, { bytes: aPdf(), name: 'one.pdf', key });
    await api.as(ada).send('mutation ($id: ID!) { deleteFile(id: $id) }', { id: file.id });
    expect((await upload(api, ada, { bytes: aPdf(), name: 'one.pdf', key })).error).toEqual({ code: 'FILE_NOT_FOUND', params: {} });
  });
});

describe('an upload is refused', () => {
  it.each([
    ['nobody is signed in', () => upload(api, null, { bytes: aPdf() }), 401, { code: 'UNAUTHENTICATED' }],
    ['another site sends it', () => upload(api, ada, { bytes: aPdf(), headers: { 'x-parvis-upload': '' } }), 403, { code: 'FORBIDDEN' }],
    ['it is empty', () => upload(api, ada, { bytes: '', name: 'a.txt' }), 400, { code: 'FILE_EMPTY' }],
    ['it is too large', () => upload(api, ada, { bytes: 'x'.repeat(3_000_000), name: 'a.txt' }), 400, { code: 'FILE_TOO_LARGE', params: { maxMb: 2 } }],
    ['an image is too large', async () => upload(api, ada, { bytes: Buffer.concat([await aPhoto(), Buffer.alloc(1_500_000)]) }), 400, { code: 'FILE_TOO_LARGE', params: { maxMb: 1 } }],
    ['its key is none', () => upload(api, ada, { bytes: aPdf(), name: 'a.pdf', key: 'x' }), 400, { code: 'ID_INVALID' }],
    ['its words are too many', () => upload(api, ada, { bytes: aPdf(), name: 'a.pdf', alt: 'x'.repeat(501) }), 400, { code: 'TEXT_TOO_LONG', params: { max: 500 } }],
  ])('when %s', async (_what, send, status, error) => {
    const before = folder.kept();
    expect(await send()).toMatchObject({ status, error });
    expect(folder.kept()).toEqual(before);
    expect(folder.onTheirWay()).toEqual([]);
  });

  it('when the person has too many that are attached to nothing', async () => {
    const hoarder = await aPerson().save(api.manager);
    await api.manager.query(
      `INSERT INTO file (id, owner_id, key, kind, name, media_type, byte_size, storage_key, status, created_at)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 'file', 'x', 'text/plain', 1, md5(n::text), 'ready', now() FROM generate_series(1, 60) n`,
      [hoarder.id],
    );
    expect((await upload(api, hoarder, { bytes: aPdf(), name: 'a.pdf' })).error).toEqual({ code: 'FILES_TOO_MANY_WAITING', params: { max: 60 } });
  });

  it('when the person sends without end', async () => {
    const flood = await aPerson().save(api.manager);
    for (let i = 0; i < 120; i += 1) await upload(api, flood, { bytes: '', name: 'a.txt' });
    expect((await upload(api, flood, { bytes: aPdf(), name: 'a.pdf' })).error).toEqual({ code: 'PACE_EXCEEDED', params: { seconds: expect.any(Number) } });
  });
});
