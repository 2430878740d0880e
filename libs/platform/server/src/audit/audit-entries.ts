import type { AuditDetail, AuditEntry } from './audit-entry.ts';

export interface AuditRow {
  number: string;
  at: Date;
  actorId: string | null;
  area: string;
  action: string;
  details: { [key: string]: AuditDetail };
  previousHash: Buffer;
  hash: Buffer;
}

/** The columns of `audit_entry`, for `entryOf`. */
export const auditColumns = `number, at, actor_id AS "actorId", area, action, details, previous_hash AS "previousHash", hash`;

/** A row as PostgreSQL gives it. */
export const entryOf = (row: AuditRow): AuditEntry => ({ ...row, number: Number(row.number) });
