import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack, type Pack } from 'tar-stream';
import { StartFault } from '../start/start-fault.ts';

/** The last entry: what each other one hashes to (SHA-256, hexadecimal). An archive without it was cut short. */
const sumsName = 'sums.json';

/** A tar file, compressed, whose last entry tells what is in it. It appears under its name once it is whole and on the disk. */
export class ArchiveWriter {
  private readonly tar: Pack = pack();
  private readonly sums: Record<string, string> = {};
  private readonly written: Promise<void>;
  private readonly path: string;
  private readonly halfway: string;
  /** Why nothing can be written any more: a disk that is full, a folder that is not there. */
  private fault: unknown;

  constructor(path: string) {
    this.path = path;
    this.halfway = `${path}.part`;
    // Nobody else reads it: it holds everything.
    this.written = pipeline(this.tar, createGzip({ level: 3 }), createWriteStream(this.halfway, { mode: 0o600 }));
    this.written.catch((error: unknown) => (this.fault = error));
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    this.sums[name] = createHash('sha256').update(bytes).digest('hex');
    await this.entry(name, bytes);
  }

  /** Bytes that are read while they are written: `size` of them. */
  async addStream(name: string, stream: Readable, size: number): Promise<void> {
    if (this.fault) throw this.fault;
    const hash = createHash('sha256');
    stream.on('data', (chunk: Buffer) => hash.update(chunk));
    const entry = this.tar.entry({ name, size });
    await Promise.race([pipeline(stream, entry), this.failure()]);
    this.sums[name] = hash.digest('hex');
  }

  async end(): Promise<void> {
    await this.entry(sumsName, Buffer.from(JSON.stringify(this.sums)));
    this.tar.finalize();
    await this.written;
    const file = await open(this.halfway, 'r+');
    await file.sync().finally(() => file.close());
    await rename(this.halfway, this.path);
  }

  /** Takes away what was begun. */
  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
    await rm(this.halfway, { force: true });
  }

  private async entry(name: string, bytes: Buffer): Promise<void> {
    if (this.fault) throw this.fault;
    const done = Promise.withResolvers<void>();
    this.tar.entry({ name, size: bytes.length }, bytes, (error) => (error ? done.reject(error) : done.resolve()));
    await Promise.race([done.promise, this.failure()]);
  }

  /** Never resolves: a disk that is full ends whatever waits for it. */
  private failure(): Promise<never> {
    return this.written.then(() => new Promise<never>(() => undefined));
  }
}

/** Goes through an archive from its beginning, an entry after the other; each must be read to its end. Throws StartFault where it cannot be read. */
export async function* entriesOf(path: string): AsyncGenerator<{ name: string; stream: AsyncIterable<Buffer> }> {
  const tar = extract();
  const read = pipeline(createReadStream(path), createGunzip(), tar);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) {
      yield { name: entry.header.name, stream: readable(path, entry as AsyncIterable<Buffer>) };
      entry.resume();
    }
    await read;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* readable(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): StartFault {
  if (error instanceof StartFault) return error;
  return new StartFault(`${path} cannot be read (${(error as Error).message}): it is no backup of Parvis, or was damaged.`);
}

/** Reads all of an archive and compares it with what was written down as it was made. Returns the entries named by `wanted`. Throws StartFault. */
export async function verifyArchive(path: string, wanted: readonly string[] = []): Promise<Map<string, Buffer>> {
  const found = new Map<string, string>();
  const kept = new Map<string, Buffer>();
  let sums: Record<string, string> | null = null;
  for await (const { name, stream } of entriesOf(path)) {
    if (name === sumsName) {
      sums = JSON.parse((await buffer(stream)).toString()) as Record<string, string>;
    } else if (wanted.includes(name)) {
      const bytes = await buffer(stream);
      kept.set(name, bytes);
      found.set(name, createHash('sha256').update(bytes).digest('hex'));
    } else {
      found.set(name, (await hashed(stream)).digest('hex'));
    }
  }
  if (!sums) throw new StartFault(`${path} is not whole: it has no end. Take another backup.`);
  const differing = Object.keys({ ...sums, ...Object.fromEntries(found) }).filter((name) => sums[name] !== found.get(name));
  if (differing.length > 0) throw new StartFault(`${path} was damaged: ${differing.slice(0, 3).join(', ')}${differing.length > 3 ? ` and ${differing.length - 3} more` : ''} is not what was written. Take another backup.`);
  return kept;
}

async function hashed(stream: AsyncIterable<Buffer>): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash;
}
