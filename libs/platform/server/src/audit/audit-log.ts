import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AuditRecord, taken } from './audit-entry.ts';

/** Entries of one statement. */
const mostTogether = 200;

interface Waiting {
  record: AuditRecord;
  written: () => void;
  failed: (error: unknown) => void;
}

/**
 * Writes down who did what, for good. What changes something writes with it: `tx.record`. What comes while a statement is under way goes with the next one, all
 * of it together: each waits for the disk once or twice, however many write at once.
 */
@Injectable()
export class AuditLog {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly dataSource: DataSource) {}

  /** For what changes nothing, such as a reading or a refusal: on disk when this resolves, so that it can stand before the answer. One statement at most. */
  write(record: AuditRecord): Promise<void> {
    return new Promise((written, failed) => {
      this.waiting.push({ record, written, failed });
      if (!this.isWriting) void this.writeWaiting();
    });
  }

  /** When something was last done in an area; null: never. Not by whom, nor what about. */
  async lastOf({ area, action }: Pick<AuditRecord, 'area' | 'action'>): Promise<Date | null> {
    const [last]: { at: Date }[] = await this.dataSource.query('SELECT at FROM audit_entry WHERE area = $1 AND action = $2 ORDER BY number DESC LIMIT 1', [area, action]);
    return last?.at ?? null;
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.writeTogether(this.waiting.splice(0, mostTogether));
    this.isWriting = false;
  }

  private async writeTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      await writeRecords(this.dataSource.manager, batch.map(({ record }) => record));
      for (const { written } of batch) written();
    } catch (error) {
      // One that cannot be written must not take the others along.
      if (batch.length > 1 && isOfContent(error)) for (const one of batch) await this.writeTogether([one]);
      else for (const { failed } of batch) failed(error);
    }
  }
}

/** PostgreSQL refused what was to be written, and not the connection, the time or the place. */
const isOfContent = (error: unknown): boolean => /^(22|23|P0)/.test((error as { code?: string }).code ?? '');

/** Whoever writes holds up everybody else who does until their transaction ends: the last thing to do before a commit. */
export async function writeRecords(manager: EntityManager, records: readonly AuditRecord[]): Promise<void> {
  const rows = records.map(({ area, action, actorId, details }) => ({ area, action, actor_id: actorId, details: taken(details) }));
  await manager.query(
    `INSERT INTO audit_entry (area, action, actor_id, details)
     SELECT area, action, actor_id, details FROM jsonb_to_recordset($1) AS told (area text, action text, actor_id uuid, details jsonb)`,
    [JSON.stringify(rows)],
  );
}
