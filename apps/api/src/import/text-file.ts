import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { StartFault } from '../start/start-fault.ts';

export type Encoding = 'UTF-8' | 'Windows-1252';

export interface TextFile {
  path: string;
  /** How reports call it. */
  name: string;
  size: number;
  encoding: Encoding;
}

/** A line of a file, without its end; one that cannot be read says why instead. */
export type TextLine = { number: number; text: string; reason?: undefined } | { number: number; text?: undefined; reason: string };

const maxLineBytes = 1_048_576;
const chunkBytes = 1_048_576;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Looks at the beginning of a file. Throws StartFault when it cannot be read. `encoding` decides for files that may have several. */
export async function openTextFile(path: string, encoding: 'UTF-8' | 'detected'): Promise<TextFile> {
  const name = basename(path);
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartFault(`${path} cannot be read (${error.code ?? error.message}).`);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new StartFault(`${path} is not a file.`);
    const { buffer: start, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 2 && ['fffe', 'feff'].includes(start.toString('hex'))) throw new StartFault(`${path} is encoded in UTF-16: save it as UTF-8.`);
    return { path, name, size: stat.size, encoding: encoding === 'UTF-8' ? encoding : await encodingOf(path) };
  } finally {
    await file.close();
  }
}

/** UTF-8 when all of it is; else what spreadsheets on Windows write. */
async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return 'UTF-8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return 'Windows-1252';
  }
}

/** The lines of a file, many at a time, blank ones included; `read` is told how many bytes came. Memory stays the same whatever the file. */
export async function* linesOf(file: TextFile, read: (bytes: number) => void): AsyncGenerator<TextLine[]> {
  let number = 0;
  // Begins a line whose end has not come yet; null while a line that is too long is passed over.
  let begun: Buffer[] | null = [];
  const lineOf = (end: Buffer): TextLine => {
    number += 1;
    const bytes = begun && (begun.length > 0 ? Buffer.concat([...begun, end]) : end);
    begun = [];
    if (!bytes || bytes.length > maxLineBytes) return { number, reason: 'the line is longer than 1 MB' };
    return decoded(file.encoding, number, bytes);
  };
  for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const lines: TextLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      lines.push(lineOf(chunk.subarray(start, end)));
      start = end + 1;
    }
    if (start < chunk.length && begun) {
      begun.push(chunk.subarray(start));
      if (begun.reduce((sum, part) => sum + part.length, 0) > maxLineBytes) begun = null;
    }
    read(chunk.length);
    yield lines;
  }
  if (!begun || begun.length > 0) yield [lineOf(Buffer.alloc(0))];
}

function decoded(encoding: Encoding, number: number, bytes: Buffer): TextLine {
  const start = number === 1 && bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  const line = bytes.subarray(start, end);
  if (encoding === 'Windows-1252') return { number, text: iconv.decode(line, 'windows-1252') };
  return isUtf8(line) ? { number, text: line.toString('utf8') } : { number, reason: 'the line is not encoded in UTF-8' };
}
