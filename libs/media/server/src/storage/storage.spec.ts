import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeS3 } from '../testing/fake-s3.ts';
import { DiskStorage } from './disk.storage.ts';
import { S3Storage } from './s3.storage.ts';
import type { Storage } from './storage.ts';

const root = mkdtempSync(join(tmpdir(), 'parvis-storage-'));
let s3: FakeS3;
beforeAll(async () => {
  s3 = await FakeS3.start();
});
afterAll(() => {
  s3.stop();
  rmSync(root, { recursive: true });
});

const onS3 = (secret = 'secret', id = 'id') => new S3Storage({ endpoint: s3.url, bucket: 'parvis', region: 'eu-west-3', accessKeyId: id, secretAccessKey: secret });
const storages: [string, () => Storage][] = [
  ['the disk', () => new DiskStorage(join(root, 'files'))],
  ['S3', () => onS3()],
];
const aFolder = () => randomBytes(16).toString('hex');
const bytesOf = async (storage: Storage, folder: string, name: string, range?: { start: number; end: number }) => {
  const found = await storage.read(folder, name, range);
  return found && { bytes: (await buffer(found.stream)).toString('latin1'), size: found.size };
};

describe.each(storages)('%s', (_name, open) => {
  it('gives back what it was given', async () => {
    const [storage, folder] = [open(), aFolder()];
    await storage.put(folder, 'file', Buffer.from('hello'));
    expect(await bytesOf(storage, folder, 'file')).toEqual({ bytes: 'hello', size: 5 });
  });

  it('gives back a part', async () => {
    const [storage, folder] = [open(), aFolder()];
    await storage.put(folder, 'file', Buffer.from('0123456789'));
    expect(await bytesOf(storage, folder, 'file', { start: 2, end: 4 })).toEqual({ bytes: '234', size: 10 });
  });

  it('takes a file of the disk away, also a large one', async () => {
    const [storage, folder] = [open(), aFolder()];
    const path = join(root, aFolder());
    const large = randomBytes(7 * 1024 * 1024);
    writeFileSync(path, large);
    await storage.put(folder, 'file', { path });
    expect((await bytesOf(storage, folder, 'file'))?.bytes === large.toString('latin1')).toBe(true);
    expect(existsSync(path)).toBe(false);
  });

  it('lists what is in a folder', async () => {
    const [storage, folder] = [open(), aFolder()];
    expect(await storage.list(folder)).toEqual([]);
    for (const name of ['thumb.webp', 'file']) await storage.put(folder, name, Buffer.from('hello'));
    expect(await storage.list(folder)).toEqual(['file', 'thumb.webp']);
  });

  it('replaces what is there', async () => {
    const [storage, folder] = [open(), aFolder()];
    for (const text of ['one', 'two']) await storage.put(folder, 'thumb.webp', Buffer.from(text));
    expect((await bytesOf(storage, folder, 'thumb.webp'))?.bytes).toBe('two');
  });

  it('says null for what is not there', async () => {
    expect(await open().read(aFolder(), 'file')).toBeNull();
  });

  it('removes a folder and no other, and does not mind one that is not there', async () => {
    const [storage, one, other] = [open(), aFolder(), aFolder()];
    for (const folder of [one, other]) for (const name of ['thumb.webp', 'large.webp']) await storage.put(folder, name, Buffer.from('x'));
    await storage.removeAll(one);
    await storage.removeAll(one);
    expect([await storage.read(one, 'thumb.webp'), await storage.read(one, 'large.webp')]).toEqual([null, null]);
    expect(await bytesOf(storage, other, 'large.webp')).toMatchObject({ bytes: 'x' });
  });
});

describe('the disk', () => {
  it.each([
    ['../../etc', 'passwd'],
    ['0'.repeat(32), '../file'],
    ['0'.repeat(32), '/etc/passwd'],
    ['0'.repeat(32), ''],
    ['', 'file'],
  ])('is never left: %s %s', async (folder, name) => {
    await expect(new DiskStorage(root).read(folder, name)).rejects.toThrow('Not a place in the storage.');
  });

  it('never shows half of a file, nor leaves one', async () => {
    const [storage, folder] = [new DiskStorage(join(root, 'halves')), aFolder()];
    await Promise.all(Array.from({ length: 8 }, (_, i) => storage.put(folder, 'file', Buffer.alloc(1024 * 1024, i))));
    const { bytes = '' } = (await bytesOf(storage, folder, 'file')) ?? {};
    expect(new Set(bytes).size).toBe(1);
    expect(readdirSync(join(root, 'halves'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['file']);
  });
});

describe('S3', () => {
  it('sends a large file in parts, all in the bucket of the configuration', async () => {
    const path = join(root, aFolder());
    writeFileSync(path, Buffer.alloc(12 * 1024 * 1024, 1));
    const before = s3.requests.length;
    await onS3().put(aFolder(), 'file', { path });
    const sent = s3.requests.slice(before);
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.every((request) => / \/parvis\/media\/[0-9a-f]{32}\/file$/.test(request))).toBe(true);
  });

  it('fails aloud when it is refused: a file is never taken for one that is not there', async () => {
    await expect(onS3('secret', 'somebody-else').read(aFolder(), 'file')).rejects.toThrow();
    await expect(onS3('secret', 'somebody-else').put(aFolder(), 'file', Buffer.from('x'))).rejects.toThrow();
  });
});
