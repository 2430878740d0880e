import { open, type FileHandle } from 'node:fs/promises';
import { mediaErrors } from '../media.errors.ts';

export interface ZipEntry {
  name: string;
  compressedSize: number;
  size: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
const entryLength = 46;
const maxEntries = 20_000;
const maxDirectory = 8 * 1024 * 1024;
/** Stands where a size does not fit: 4 GB, in a file that is far smaller. */
const tooLargeToSay = 0xff_ff_ff_ff;

/**
 * The entries of an archive as its directory declares them (APPNOTE.TXT 4.3.12, 4.3.16); nothing is inflated. Errors: FILE_UNREADABLE when it
 * is no archive, FILE_EXPANDS_TOO_MUCH when it declares more than any honest one.
 */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const file = await open(path, 'r');
  try {
    const { count, size, offset } = await endOf(file);
    if (count > maxEntries || size > maxDirectory) throw mediaErrors.fileExpandsTooMuch();
    return entriesIn(await bytesAt(file, offset, size), count);
  } finally {
    await file.close();
  }
}

/** Errors: FILE_EXPANDS_TOO_MUCH when it would be a hundred times larger once opened, and past what any document needs. */
export function requireModest(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  const isBomb = total > 2 * 1024 ** 3 || (total > 50 * 1024 ** 2 && total > 100 * packed);
  if (isBomb || entries.some(({ size }) => size === tooLargeToSay)) throw mediaErrors.fileExpandsTooMuch();
}

async function endOf(file: FileHandle): Promise<{ count: number; size: number; offset: number }> {
  const { size: length } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, length - endLength - longestComment), Math.min(length, endLength + longestComment));
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark) return { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  throw mediaErrors.fileUnreadable();
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryMark) throw mediaErrors.fileUnreadable();
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + entryLength, at + entryLength + nameLength),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
    });
    at += entryLength + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw mediaErrors.fileUnreadable();
  return buffer;
}
