import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { hourMs } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { mediaSettings, type MediaSettings } from './media.config.ts';
import { storageToken, type Storage } from './storage/storage.ts';
import { incomingFolder } from './upload/upload.controller.ts';

const batch = 500;
const staleUploadMs = 2 * hourMs;

/** Removes what nobody will ask for any more: deleted files, uploads that were attached to nothing for a day, and what a crash left half-way. */
@Injectable()
export class MediaSweep {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: Storage,
    @Inject(mediaSettings) private readonly settings: MediaSettings,
  ) {}

  /** Returns how many files lost their bytes. May run twice, also at once: removing what is gone does nothing. */
  async run(): Promise<number> {
    await this.removeStaleUploads();
    for (let removed = 0; ; ) {
      const rows = await this.nextBatch();
      for (const { id, storageKey } of rows) await this.remove(id, storageKey);
      removed += rows.length;
      if (rows.length < batch) return removed;
    }
  }

  private nextBatch(): Promise<{ id: string; storageKey: string }[]> {
    return this.dataSource.query(
      `SELECT id, storage_key AS "storageKey" FROM file
       WHERE status <> 'removed' AND (attached_id IS NULL OR deleted_at IS NOT NULL)
         AND (deleted_at IS NOT NULL OR created_at < now() - CASE status WHEN 'receiving' THEN interval '2 hours' ELSE interval '1 day' END)
       ORDER BY created_at LIMIT ${batch}`,
    );
  }

  /** First out of reach, then gone: a file that is attached this very moment keeps its bytes. */
  private async remove(id: string, storageKey: string): Promise<void> {
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE file SET deleted_at = coalesce(deleted_at, now()) WHERE id = $1 AND storage_key = $2 AND status <> 'removed' AND (attached_id IS NULL OR deleted_at IS NOT NULL)`,
      [id, storageKey],
    );
    if (changed === 0) return;
    await this.storage.removeAll(storageKey);
    await this.dataSource.query(`UPDATE file SET status = 'removed' WHERE id = $1`, [id]);
  }

  private async removeStaleUploads(): Promise<void> {
    const folder = incomingFolder(this.settings);
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < Date.now() - staleUploadMs) await rm(path, { force: true });
    }
  }
}
