import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import {
  auditColumns, checkedId, connection, decodeCursor, encodeCursor, entryOf, platformErrors, type AuditEntry, type AuditRow, type Connection, type PageRequest,
} from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { type AuditArea, AuditAreaEnum, readersOf } from './audit-area.ts';

export interface AuditFilter {
  area: AuditArea;
  actorId?: string | null | undefined;
  since?: Date | null | undefined;
  before?: Date | null | undefined;
  /** What the page of a refusal showed. */
  reference?: string | null | undefined;
}

const batchSize = 1_000;

/** The one way to read the audit log: whoever has no role for the area is refused before anything is read. */
@Injectable()
export class AuditQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. Errors: FORBIDDEN, ID_INVALID, CURSOR_INVALID. */
  async list(viewer: Viewer, { area, actorId, since, before, reference }: AuditFilter, page: PageRequest): Promise<Connection<AuditEntry>> {
    requireReader(viewer, area);
    const [after] = page.after ? decodeCursor(page.after, ['position']) : [null];
    const rows: AuditRow[] = await this.dataSource.query(
      `SELECT ${auditColumns} FROM audit_entry
       WHERE area = $1 AND ($2::uuid IS NULL OR actor_id = $2) AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4) AND ($5::bigint IS NULL OR number < $5) AND ($7::text IS NULL OR details ->> 'reference' = $7)
       ORDER BY number DESC LIMIT $6`,
      [area, actorId ? checkedId('actor', actorId) : null, since ?? null, before ?? null, after, page.first + 1, reference?.trim().toUpperCase() || null],
    );
    return connection(rows.map(entryOf), page, ({ number }) => encodeCursor(number));
  }

  /** What the viewer may read. */
  areasOf(viewer: Viewer): AuditArea[] {
    return Object.values(AuditAreaEnum).filter((area) => mayRead(viewer, area));
  }

  /** Whoever is named in the area and still known, by name. Errors: FORBIDDEN. */
  async actorIds(viewer: Viewer, area: AuditArea): Promise<string[]> {
    requireReader(viewer, area);
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT person.id FROM person WHERE id IN (SELECT actor_id FROM audit_entry WHERE area = $1) ORDER BY sort_name, id LIMIT 500`,
      [area],
    );
    return rows.map(({ id }) => id);
  }

  /** All of it, the oldest first, read while it is sent. Errors: FORBIDDEN. */
  all(viewer: Viewer, area: AuditArea): AsyncGenerator<AuditEntry> {
    requireReader(viewer, area);
    return this.inBatches(area);
  }

  private async *inBatches(area: AuditArea): AsyncGenerator<AuditEntry> {
    for (let last = 0; ; ) {
      const rows: AuditRow[] = await this.dataSource.query(`SELECT ${auditColumns} FROM audit_entry WHERE area = $1 AND number > $2 ORDER BY number LIMIT ${batchSize}`, [area, last]);
      const entries = rows.map(entryOf);
      yield* entries;
      last = entries.at(-1)?.number ?? last;
      if (rows.length < batchSize) return;
    }
  }
}

function requireReader(viewer: Viewer, area: AuditArea): void {
  if (!mayRead(viewer, area)) throw platformErrors.forbidden();
}

const mayRead = ({ roles }: Viewer, area: AuditArea): boolean => roles.some((role) => readersOf[area].includes(role));
