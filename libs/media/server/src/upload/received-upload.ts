import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '@parvis/platform/server';
import busboy from 'busboy';
import type { Request } from 'express';
import { mediaErrors } from '../media.errors.ts';

/** What a client sent: the bytes in a temporary file, everything else as it said it. */
export interface ReceivedUpload {
  key: string;
  alt: string;
  name: string;
  path: string;
}

interface Place {
  folder: string;
  maxBytes: number;
}

const limits = { files: 1, fields: 4, fieldSize: 4_000, fieldNameSize: 50, parts: 6, headerPairs: 20 };

/**
 * Streams the one file of a form to a temporary place, hands it to `work`, and leaves nothing behind whatever happens: a cut connection, too
 * many bytes, a refusal. Errors: FILE_MISSING, FILE_TOO_LARGE, FILE_INCOMPLETE.
 */
export async function withUpload<T>(request: Request, { folder, maxBytes }: Place, work: (upload: ReceivedUpload) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${newId()}.part`);
  try {
    const { fields, name } = await receive(request, path, maxBytes);
    return await work({ key: fields.get('key') ?? '', alt: fields.get('alt') ?? '', name, path });
  } finally {
    await rm(path, { force: true });
  }
}

async function receive(request: Request, path: string, maxBytes: number): Promise<{ fields: Map<string, string>; name: string }> {
  const form = formOf(request);
  const fields = new Map<string, string>();
  let saved: Promise<string> | undefined;
  form.on('field', (name, value) => void fields.set(name, value));
  form.on('file', (field, stream, { filename }) => {
    if (field !== 'file' || saved) return void stream.resume();
    saved = save(stream, path, maxBytes).then(() => filename ?? '');
    // Looked at below; until then a failure must not count as one that nobody looks at.
    saved.catch(() => drain(request, form, maxBytes));
  });
  const parsed = pipeline(request, form).catch(() => {
    throw mediaErrors.fileIncomplete();
  });
  parsed.catch(() => undefined);
  const failed = new Promise<never>((_, reject) => form.once('file', () => saved?.catch(reject)));
  await Promise.race([parsed, failed]);
  if (!saved) throw mediaErrors.fileMissing();
  return { fields, name: await saved };
}

/** Reads what is still on its way without keeping it: a client that sends cannot hear us yet. To a limit, for one that never ends. */
function drain(request: Request, form: busboy.Busboy, maxBytes: number): void {
  let left = maxBytes;
  request.unpipe(form);
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}

function formOf(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    // Not a form, or one without its boundary.
    throw mediaErrors.fileMissing();
  }
}

async function save(stream: Readable, path: string, maxBytes: number): Promise<void> {
  let received = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > maxBytes) done(mediaErrors.fileTooLarge(Math.floor(maxBytes / 1024 / 1024)));
      else done(null, chunk);
    },
  });
  await pipeline(stream, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}
