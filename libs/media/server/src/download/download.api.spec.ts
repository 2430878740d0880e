import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { mediaDomain } from '../media.domain.ts';
import { aPdf, aPhoto, download, MediaFolder, upload } from '../testing/index.ts';
import { byteRange } from './byte-range.ts';
import { ImageBytes } from './image-bytes.ts';

let api: TestApi;
let ada: PersonEntity;
const folder = new MediaFolder();
const takesAvif = { accept: 'image/avif,image/webp,*/*' };

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, mediaDomain], { env: { PARVIS_DATA_DIR: folder.path } });
  ada = await aPerson().save(api.manager);
});
afterAll(async () => {
  await api.stop();
  folder.remove();
});

/** The beginning of an MP3: enough to be recognised, and to be sent in parts. */
const aSound = () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x0a', 'latin1'), Buffer.alloc(10), Buffer.from('fffb9064', 'hex'), Buffer.from('0123456789'.repeat(50))]);

describe('a download', () => {
  it('of an image is shown in place, as WebP at first, as AVIF once that is made', async () => {
    const { file } = await upload(api, ada, { bytes: await aPhoto(), name: 'mer.jpg' });
    const first = await download(api, ada, file.url, takesAvif);
    await api.app.get(ImageBytes, { strict: false }).idle();
    const second = await download(api, ada, file.url, takesAvif);
    const plain = await download(api, ada, file.url);

    expect([first, second, plain].map(({ headers }) => headers.get('content-type'))).toEqual(['image/webp', 'image/avif', 'image/webp']);
    expect(second.headers.get('content-disposition')).toBe(`inline; filename="mer.avif"; filename*=UTF-8''mer.avif`);
    expect(first.headers.get('etag')).not.toBe(second.headers.get('etag'));
    expect(second.headers.get('vary')).toMatch(/Accept/);
  });

  it('of an image is a download when that is asked for', async () => {
    const { file } = await upload(api, ada, { bytes: await aPhoto() });
    expect((await download(api, ada, `${file.url}?download`)).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('of anything else never opens in the browser, whatever its name says', async () => {
    const { file } = await upload(api, ada, { bytes: aPdf(), name: 'Résumé "2026"\r\nX-Evil: 1.pdf' });
    const { headers } = await download(api, ada, file.url);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'x-evil', 'cache-control', 'cross-origin-resource-policy'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''R%C3%A9sum%C3%A9[^"\r\n]*$/),
      'x-content-type-options': 'nosniff',
      'x-evil': null,
      'cache-control': 'private, no-cache, no-transform',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('that the browser has already is not sent again', async () => {
    const { file } = await upload(api, ada, { bytes: await aPhoto() });
    const etag = (await download(api, ada, file.url)).headers.get('etag') ?? '';
    expect((await download(api, ada, file.url, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304);
  });

  it('is sent in parts to players', async () => {
    const bytes = aSound();
    const { file } = await upload(api, ada, { bytes, name: 'talk.mp3' });
    const part = await download(api, ada, file.url, { range: 'bytes=100-199' });

    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 100-199/${bytes.length}`, '100']);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    expect(part.headers.get('content-disposition')).toMatch(/^inline/);
    expect((await download(api, ada, file.url, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  });

  it.each(['thumb', 'original', 'file.webp', '__proto__'])('of a variant that is none is not found: %s', async (variant) => {
    const { file } = await upload(api, ada, { bytes: aPdf(), name: 'a.pdf' });
    expect((await download(api, ada, `/media/${file.id}/${variant}`)).status).toBe(404);
  });

  it('costs one statement', async () => {
    const { file } = await upload(api, ada, { bytes: await aPhoto() });
    expect(await api.statementsOf(() => download(api, ada, file.url))).toHaveLength(1);
  });

  it('of what the storage has lost is not found', async () => {
    const { file } = await upload(api, ada, { bytes: aPdf(), name: 'a.pdf' });
    rmSync(`${folder.path}/media/files`, { recursive: true });
    const response = await download(api, ada, file.url);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([404, 'application/json; charset=utf-8', null]);
  });
});

describe('a range', () => {
  it.each([
    [undefined, null],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=10-500', { start: 10, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=99-', { start: 99, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['lines=1-2', null],
  ])('%s of 100 bytes', (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });
});
