import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange, Content, Storage } from './storage.ts';

/** Files on the local disk: two levels of folders, so that none grows to a million entries. */
export class DiskStorage implements Storage {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(folder: string, name: string, content: Content): Promise<void> {
    const target = this.pathOf(folder, name);
    await mkdir(join(target, '..'), { recursive: true });
    if (!Buffer.isBuffer(content)) {
      await flushed(content.path);
      await rename(content.path, target);
      return;
    }
    const halfway = `${target}.${randomUUID()}.part`;
    await writeFile(halfway, content, { flush: true });
    await rename(halfway, target);
  }

  async read(folder: string, name: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null> {
    const path = this.pathOf(folder, name);
    const size = await stat(path).then((found) => found.size, absent);
    if (size === null) return null;
    return { stream: createReadStream(path, range ?? {}), size };
  }

  async list(folder: string): Promise<string[]> {
    const names = await readdir(this.pathOf(folder)).catch((error: NodeJS.ErrnoException) => absent(error) ?? []);
    return names.filter((name) => !name.endsWith('.part')).sort();
  }

  async removeAll(folder: string): Promise<void> {
    await rm(this.pathOf(folder), { recursive: true, force: true });
  }

  private pathOf(folder: string, ...name: string[]): string {
    // The last line of defence: both come from us, and would leave the root only by a bug.
    if (!/^[0-9a-f]{32}$/.test(folder) || name.some((part) => !/^[a-z]+(\.[a-z0-9]+)?$/.test(part))) throw new Error('Not a place in the storage.');
    return join(this.root, folder.slice(0, 2), folder.slice(2, 4), folder, ...name);
  }
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
