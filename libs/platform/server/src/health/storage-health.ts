import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Metrics } from '../http/metrics.ts';
import { dayMs } from '../time/durations.ts';
import { bytes, type HealthFinding, moment, text } from './health-check.ts';
import { HealthChecks } from './health-checks.ts';

const gigabyte = 1_000_000_000;
/** Whichever comes first: a share of a large disk is still much. */
const low = { share: 0.15, bytes: 10 * gigabyte };
const full = { share: 0.05, bytes: gigabyte };
const backupDays = 2;
/** Whoever makes backups touches this file of the data folder when one has ended well. */
export const backupMark = 'last-backup';

/** The disk of the data folder, and when it was last saved. */
@Injectable()
export class StorageHealth implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly checks: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.checks.register('storage', async () => [await this.space()]);
    this.checks.register('backup', async () => [await this.backup()]);
    this.metrics.gauge({ name: 'parvis_data_folder_free_bytes', help: 'What is free on the disk of the data folder.', labelNames: [], read: async () => [{ value: (await this.measure()).free }] });
    this.metrics.gauge({ name: 'parvis_data_folder_disk_bytes', help: 'How large the disk of the data folder is.', labelNames: [], read: async () => [{ value: (await this.measure()).size }] });
    this.metrics.gauge({
      name: 'parvis_backup_age_seconds',
      help: 'How long ago the last backup ended, by the file last-backup of the data folder; absent where there is none.',
      labelNames: [],
      read: async () => {
        const at = await this.lastBackup();
        return at ? [{ value: (Date.now() - at.getTime()) / 1_000 }] : [];
      },
    });
  }

  private async measure(): Promise<{ free: number; size: number }> {
    const { bavail, blocks, bsize } = await statfs(this.config.dataDir);
    return { free: bavail * bsize, size: blocks * bsize };
  }

  private async space(): Promise<HealthFinding> {
    const { free, size } = await this.measure();
    const isBelow = (limit: typeof low) => free < Math.min(limit.bytes, size * limit.share);
    const facts = { free: bytes(free), size: bytes(size), folder: text(this.config.dataDir) };
    if (isBelow(full)) return { code: 'storage.full', state: 'fault', facts };
    return isBelow(low) ? { code: 'storage.low', state: 'attention', facts } : { code: 'storage.free', state: 'fine', facts };
  }

  private async backup(): Promise<HealthFinding> {
    const at = await this.lastBackup();
    const file = text(join(this.config.dataDir, backupMark));
    if (!at) return { code: 'backup.unknown', state: 'unknown', facts: { file } };
    const facts = { at: moment(at), file };
    return Date.now() - at.getTime() > backupDays * dayMs ? { code: 'backup.old', state: 'attention', since: at, facts } : { code: 'backup.done', state: 'fine', facts };
  }

  private lastBackup(): Promise<Date | null> {
    return stat(join(this.config.dataDir, backupMark)).then(
      ({ mtime }) => mtime,
      () => null,
    );
  }
}
