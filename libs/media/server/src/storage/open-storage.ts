import { join } from 'node:path';
import type { Client } from 'pg';
import { parseMediaSettings, type MediaSettings, type Surroundings } from '../media.config.ts';
import { DiskStorage } from './disk.storage.ts';
import type { Storage } from './storage.ts';

/** Where files are kept, by the settings. */
export async function openStorage({ s3, folder }: MediaSettings): Promise<Storage> {
  if (!s3) return new DiskStorage(join(folder, 'files'));
  // Loaded when it is needed: half a second of each start, and 34 MB.
  const { S3Storage } = await import('./s3.storage.ts');
  return new S3Storage(s3);
}

/** The same for a program that is no server, by the environment. */
export function storageOf(variables: Record<string, string | undefined>, around: Surroundings): Promise<Storage> {
  const result = parseMediaSettings(variables, around);
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return openStorage(result.settings);
}

/** The folders of the storage that a row names: files of people, and pictures of links. */
export async function storedFolders(client: Pick<Client, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`SELECT storage_key AS key FROM file WHERE status = 'ready' UNION SELECT image_key FROM link_preview WHERE image_key IS NOT NULL ORDER BY 1`);
  return rows.map(({ key }) => key);
}
