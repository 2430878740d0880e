import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { aDocx, aGif, aPdf, aPhoto, aPng, aZip, download, eicar, FakeClamd, MediaFolder, upload } from '@parvis/media/server/testing';
import sharp from 'sharp';
import { domains } from '../../apps/api/src/domains.ts';

const folder = new MediaFolder();
let api: TestApi;
let attacker: PersonEntity;
let clamd: FakeClamd;
let kept: string[];

beforeAll(async () => {
  clamd = await FakeClamd.start();
  Object.assign(process.env, { MEDIA_MAX_FILE_MB: '5', MEDIA_MAX_IMAGE_MB: '5', CLAMD_URL: `tcp://127.0.0.1:${clamd.port}` });
  api = await TestApi.start(domains, { env: { PARVIS_DATA_DIR: folder.path } });
  attacker = await aPerson().save(api.manager);
  kept = folder.kept();
});
afterEach(() => {
  clamd.behaviour = 'scan';
  kept = folder.kept();
});
afterAll(async () => {
  await api.stop();
  clamd.stop();
  folder.remove();
});

const script = '<script>fetch("/graphql")</script>';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')]);
const elf = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]);
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);

/** A PNG whose header promises more pixels than any memory holds. */
async function pixelBomb(): Promise<Buffer> {
  const png = Buffer.from(await aPng());
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}

describe('what is refused', () => {
  it.each([
    ['an SVG with a script', 'logo.svg', () => svg, 'FILE_TYPE_NOT_ALLOWED'],
    ['an SVG that says it is a photo', 'photo.jpg', () => svg, 'FILE_TYPE_NOT_ALLOWED'],
    ['an SVG that says it is a text', 'notes.txt', () => svg, 'FILE_TYPE_NOT_ALLOWED'],
    ['a page', 'page.html', () => `<!doctype html>${script}`, 'FILE_TYPE_NOT_ALLOWED'],
    ['a page that says it is a text', 'page.txt', () => `\ufeff \n<!DOCTYPE html>${script}`, 'FILE_TYPE_NOT_ALLOWED'],
    ['a page that says it is a PDF', 'page.pdf', () => `<html>${script}</html>`, 'FILE_TYPE_MISMATCH'],
    ['a shell script as a text', 'run.txt', () => '#!/bin/sh\nrm -rf /', 'FILE_TYPE_NOT_ALLOWED'],
    ['a script', 'run.js', () => 'alert(1)', 'FILE_TYPE_NOT_ALLOWED'],
    ['a program of Windows', 'setup.exe', () => exe, 'FILE_TYPE_NOT_ALLOWED'],
    ['a program that says it is a PDF', 'report.pdf', () => exe, 'FILE_TYPE_MISMATCH'],
    ['a program of Linux that says it is a text', 'notes.txt', () => elf, 'FILE_TYPE_MISMATCH'],
    ['a program behind a name that reads backwards', 'invoice\u202efdp.exe', () => exe, 'FILE_TYPE_NOT_ALLOWED'],
    ['a PDF that says it is a video', 'film.mp4', () => aPdf(), 'FILE_TYPE_MISMATCH'],
    ['a document of before 2007', 'old.doc', () => oldOffice, 'FILE_TYPE_NOT_ALLOWED'],
    ['a document of before 2007 that says it is a new one', 'old.docx', () => oldOffice, 'FILE_TYPE_MISMATCH'],
    ['a document with macros', 'budget.docx', () => aDocx({ name: 'word/vbaProject.bin', content: 'x' }), 'FILE_HAS_MACROS'],
    ['an archive that says it is a document', 'note.docx', () => aZip([{ name: 'a.txt', content: 'a' }]), 'FILE_UNREADABLE'],
    ['an archive that becomes enormous', 'bomb.zip', () => aZip([{ name: 'zeros', content: 'x', declaredSize: 3_000_000_000 }]), 'FILE_EXPANDS_TOO_MUCH'],
    ['an archive that does not say how large it becomes', 'bomb.zip', () => aZip([{ name: 'zeros', content: 'x', declaredSize: 0xff_ff_ff_ff }]), 'FILE_EXPANDS_TOO_MUCH'],
    ['an archive of very many', 'many.zip', () => aZip(Array.from({ length: 20_001 }, (_, i) => ({ name: `${i}` }))), 'FILE_EXPANDS_TOO_MUCH'],
    ['a document that is a bomb', 'bomb.docx', () => aDocx({ name: 'word/media/a.bin', content: 'x', declaredSize: 900_000_000 }), 'FILE_EXPANDS_TOO_MUCH'],
    ['an archive without an end', 'half.zip', () => aZip([{ name: 'a', content: 'abc' }]).subarray(0, 40), 'FILE_UNREADABLE'],
    ['an image of 3,600 megapixels', 'bomb.png', pixelBomb, 'IMAGE_TOO_MANY_PIXELS'],
    ['a photo that is cut', 'half.jpg', async () => aPhoto().then((photo) => photo.subarray(0, photo.length / 2)), 'FILE_UNREADABLE'],
    ['the beginning of a PNG and then anything', 'fake.png', async () => Buffer.concat([(await aPng()).subarray(0, 33), deflateSync(Buffer.alloc(1_000))]), 'FILE_UNREADABLE'],
    ['the beginning of a GIF and then a script', 'fake.gif', () => `GIF89a/*${script}*/=1`, 'FILE_UNREADABLE'],
    ['nothing', 'empty.pdf', () => '', 'FILE_EMPTY'],
    ['too much', 'large.txt', () => 'x'.repeat(6_000_000), 'FILE_TOO_LARGE'],
    ['a virus', 'virus.txt', () => eicar, 'FILE_INFECTED'],
    ['a virus in an archive', 'virus.zip', () => aZip([{ name: 'a.txt', content: eicar }]), 'FILE_INFECTED'],
  ])('%s', async (_what, name, bytes, code) => {
    const { status, error, file } = await upload(api, attacker, { bytes: await bytes(), name });
    expect({ status, code: error?.code, file }).toEqual({ status: 400, code, file: undefined });
    expect(folder.kept()).toEqual(kept);
    expect(folder.onTheirWay()).toEqual([]);
  });

  it('everything, while the scanner does not answer', async () => {
    clamd.behaviour = 'hang up';
    for (const bytes of [aPdf(), await aPhoto()]) expect((await upload(api, attacker, { bytes, name: 'a.pdf' })).error?.code).toBe('FILE_SCANNER_UNREACHABLE');
    expect(folder.kept()).toEqual(kept);
  });
});

describe('what is two things at once', () => {
  it.each([
    ['a photo that is an archive too', async () => Buffer.concat([await aPhoto(), aZip([{ name: 'a.html', content: script }])])],
    ['a picture with a page in its comment', async () => sharp(await aPng()).withExif({ IFD0: { ImageDescription: script } }).png().toBuffer()],
    ['an animation with a script after its end', async () => Buffer.concat([await aGif(), Buffer.from(script)])],
  ])('leaves only its pixels: %s', async (_what, bytes) => {
    const { file } = await upload(api, attacker, { bytes: await bytes(), name: 'a.jpg' });
    const sent = await download(api, attacker, file.url);
    expect(sent.headers.get('content-type')).toBe('image/webp');
    expect(Buffer.from(await sent.arrayBuffer()).toString('latin1')).not.toMatch(/script|PK\x03\x04/);
  });

  it('a PDF that is a page too is sent as a download that nothing opens', async () => {
    const { file } = await upload(api, attacker, { bytes: Buffer.concat([aPdf(), Buffer.from(script)]), name: 'a.pdf' });
    const { headers } = await download(api, attacker, file.url);
    expect([headers.get('content-type'), headers.get('content-disposition'), headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
      'application/pdf',
      expect.stringMatching(/^attachment/),
      'nosniff',
      expect.stringMatching(/sandbox/),
    ]);
  });
});

describe('names', () => {
  it.each(['../../../../etc/cron.d/evil.txt', '/etc/passwd.txt', 'C:\\Windows\\evil.txt', '..%2f..%2fevil.txt', 'a\0.txt', `${'a/'.repeat(500)}evil.txt`, `${'é'.repeat(4_000)}.txt`, '\r\nX-Evil: 1.txt'])('of clients never become places: %j', async (name) => {
    const form = `--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n${randomUUID()}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="${name.replace(/[\r\n\0"]/g, '_')}"\r\n\r\nhello\r\n--b--\r\n`;
    const response = await fetch(`${api.url}/media`, { method: 'POST', headers: { cookie: await api.cookieOf(attacker.id), 'x-parvis-upload': '1', 'content-type': 'multipart/form-data; boundary=b' }, body: form });
    const { file } = (await response.json()) as { file: { name: string } };
    expect(response.status).toBe(201);
    expect(file.name).toMatch(/^[^/\\\0\r\n]{1,120}$/);
    expect(folder.kept()).toEqual([...kept, 'file'].sort());
  });
});

describe('requests that are not what they should be', () => {
  const post = async (headers: Record<string, string>, body: string) =>
    fetch(`${api.url}/media`, { method: 'POST', headers: { cookie: await api.cookieOf(attacker.id), 'x-parvis-upload': '1', ...headers }, body });
  const field = (name: string, value: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' };

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{}', 'FILE_MISSING'],
    ['a form of another kind', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 'FILE_MISSING'],
    ['a form without its boundary', { 'content-type': 'multipart/form-data' }, 'x', 'FILE_MISSING'],
    ['a form without a file', multipart, `${field('key', randomUUID())}--b--\r\n`, 'FILE_MISSING'],
    ['a form that ends in the middle', multipart, `${field('key', randomUUID())}--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf`, 'FILE_INCOMPLETE'],
    ['very many fields', multipart, `${Array.from({ length: 5_000 }, (_, i) => field(`f${i}`, 'x')).join('')}--b--\r\n`, 'FILE_MISSING'],
    ['a field that is too long', multipart, `${field('alt', 'x'.repeat(500_000))}${field('key', randomUUID())}--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhi\r\n--b--\r\n`, 'TEXT_TOO_LONG'],
  ])('are refused: %s', async (_what, headers, body, code) => {
    const response = await post(headers as Record<string, string>, body);
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([400, code]);
    expect([folder.kept(), folder.onTheirWay()]).toEqual([kept, []]);
  });

  it('are refused where they become too large, when they did not say how large they are', async () => {
    let sent = 0;
    const pieces = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(Buffer.from(`${field('key', randomUUID())}--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n`));
      },
      pull(stream) {
        sent += 1;
        if (sent > 7) stream.close();
        else stream.enqueue(Buffer.alloc(1024 * 1024, 'x'));
      },
    });
    const init = { method: 'POST', headers: { cookie: await api.cookieOf(attacker.id), 'x-parvis-upload': '1', ...multipart }, body: pieces, duplex: 'half' };
    const response = await fetch(`${api.url}/media`, init as RequestInit);
    expect([response.status, await response.json()]).toEqual([400, { error: { code: 'FILE_TOO_LARGE', params: { maxMb: 5 } } }]);
    expect([folder.kept(), folder.onTheirWay()]).toEqual([kept, []]);
  });

  it('leave nothing on the disk when their connection is cut, and the server goes on', async () => {
    const { hostname, port } = new URL(api.url);
    const cookie = await api.cookieOf(attacker.id);
    const cut = connect(Number(port), hostname);
    cut.write(
      `POST /media HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nX-Parvis-Upload: 1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 4000000\r\n\r\n${field('key', randomUUID())}--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'x'.repeat(100_000)}`,
    );
    await until(() => folder.onTheirWay().length === 1);
    cut.destroy();
    await until(() => folder.onTheirWay().length === 0);
    expect(folder.kept()).toEqual(kept);
    expect((await upload(api, attacker, { bytes: aPdf(), name: 'a.pdf' })).status).toBe(201);
  });
});

/** Looks again until it is so: what happens on another connection tells nobody. */
async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('It never came to be.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
