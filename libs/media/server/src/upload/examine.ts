import { open, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { extensionOf } from '../file/file-name.ts';
import { mediaErrors } from '../media.errors.ts';
import { allowedFiles, imageTypes, type Check } from './file-kinds.ts';
import { requireModest, zipEntries, type ZipEntry } from './zip-directory.ts';

export type Examined = { kind: 'image' } | { kind: 'file'; mediaType: string };

/**
 * What a file is by its bytes; its name only narrows that down. Errors: FILE_EMPTY, FILE_TYPE_NOT_ALLOWED, FILE_TYPE_MISMATCH, FILE_HAS_MACROS,
 * FILE_EXPANDS_TOO_MUCH, FILE_UNREADABLE.
 */
export async function examine(path: string, name: string): Promise<Examined> {
  if ((await stat(path)).size === 0) throw mediaErrors.fileEmpty();
  const extension = extensionOf(name);
  const sniffed = await fileTypeFromFile(path).catch(() => undefined);
  if (sniffed && imageTypes.has(sniffed.mime)) return { kind: 'image' };
  const allowed = allowedFiles.get(extension);
  if (!allowed) throw mediaErrors.fileTypeNotAllowed();
  if (sniffed ? !allowed.sniffed.includes(sniffed.mime) : allowed.check !== 'text') throw mediaErrors.fileTypeMismatch(extension);
  await checks[allowed.check](path, extension);
  return { kind: 'file', mediaType: allowed.mediaType };
}

const checks: Record<Check, (path: string, extension: string) => Promise<void>> = {
  none: async () => undefined,
  text: requireText,
  archive: async (path) => requireModest(await zipEntries(path)),
  office: (path) => requireMacroFree(path, { holds: /^\[Content_Types\]\.xml$/, macros: /(^|\/)(vbaProject|vbaData|xlm|macrosheets|activeX)/i }),
  'open-document': (path) => requireMacroFree(path, { holds: /^content\.xml$/, macros: /^(Basic|Scripts)\//i }),
};

async function requireMacroFree(path: string, { holds, macros }: { holds: RegExp; macros: RegExp }): Promise<void> {
  const entries = await zipEntries(path);
  requireModest(entries);
  const named = (form: RegExp) => entries.some(({ name }: ZipEntry) => form.test(name));
  if (!named(holds)) throw mediaErrors.fileUnreadable();
  if (named(macros)) throw mediaErrors.fileHasMacros();
}

/** Beginnings of what a browser or a shell would run, whatever the name says. */
const runnable = /^\s*(#!|<\?(xml|php)|<!doctype\s+html|<(html|svg|script|head|body|iframe)[\s>])/i;
const chunkLength = 64 * 1024;

/** UTF-8 or Windows-1252, without the controls that no text has. Read piece by piece: a text may be as large as any file. */
async function requireText(path: string, extension: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkLength);
    for (let position = 0; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunkLength, position);
      if (bytesRead === 0) return;
      const bytes = chunk.subarray(0, bytesRead);
      if (position === 0 && runnable.test(bytes.subarray(0, 1_000).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) throw mediaErrors.fileTypeNotAllowed();
      if (bytes.some(isNoText)) throw mediaErrors.fileTypeMismatch(extension);
      position += bytesRead;
    }
  } finally {
    await file.close();
  }
}

const isNoText = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);
