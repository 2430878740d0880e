import type { Readable } from 'node:stream';

/** Bytes of an object, or of a part of it: both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What to keep: bytes in memory, or a file on the disk that the storage may move away. */
export type Content = Buffer | { path: string };

/**
 * Where bytes are kept. `folder` is a file's storage key, `name` one of a few fixed words (`file`, `thumb.webp`): nothing that a client said
 * is ever part of them.
 */
export interface Storage {
  /** Whole or not at all: nobody ever reads half of it. */
  put(folder: string, name: string, content: Content): Promise<void>;
  /** Null when there is none. Without a range, all of it. */
  read(folder: string, name: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null>;
  /** Names of what is in the folder; none when there is no folder. */
  list(folder: string): Promise<string[]>;
  /** Everything in the folder; nothing happens when there is none. */
  removeAll(folder: string): Promise<void>;
}

/** Token of the storage that is configured. */
export const storageToken = Symbol('storage');
