import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetadataCopy } from './metadata-source.ts';

/** Keeps the last good copy of what stands at that address in a file of that folder. */
export function metadataFile(folder: string, source: string): MetadataCopy {
  const file = join(folder, `identity-provider-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.xml`);
  return {
    read: () =>
      readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    write: async (xml) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // By way of another name: a process that starts at this moment must not read half a file.
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, xml, { mode: 0o600 });
      await rename(draft, file);
    },
  };
}
