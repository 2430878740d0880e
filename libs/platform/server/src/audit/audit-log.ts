import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AuditRecord, taken } from './audit-entry.ts';

/** Writes down who did what, for good. What changes something writes with it: `tx.record`. */
@Injectable()
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /** For what changes nothing, such as a reading or a refusal: on disk when this resolves, so that it can stand before the answer. One statement. */
  async write(record: AuditRecord): Promise<void> {
    await writeRecords(this.dataSource.manager, [record]);
  }
}

/** Whoever writes holds up everybody else who does until their transaction ends: the last thing to do before a commit. */
export async function writeRecords(manager: EntityManager, records: readonly AuditRecord[]): Promise<void> {
  const rows = records.map(({ area, action, actorId, details }) => ({ area, action, actor_id: actorId, details: taken(details) }));
  await manager.query(
    `INSERT INTO audit_entry (area, action, actor_id, details)
     SELECT area, action, actor_id, details FROM jsonb_to_recordset($1) AS told (area text, action text, actor_id uuid, details jsonb)`,
    [JSON.stringify(rows)],
  );
}
