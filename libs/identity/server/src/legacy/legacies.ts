import { Injectable } from '@nestjs/common';
import { checkedId, isId, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { identityErrors } from '../identity.errors.ts';
import type { Viewer } from '../viewer/viewer.ts';

export const legacyKinds = ['community', 'campaign', 'question'] as const;
export type LegacyKindName = (typeof legacyKinds)[number];

/** What people who left kept alone, of one sort; the domain that owns it registers it. */
export interface LegacyKind {
  kind: LegacyKindName;
  /** SQL query of `id`, `title`, `leaver_id`, `left_at` and `taker_id`: each thing once for everybody who may take it over. Whoever may must be one who may see it, by the rule of its domain. */
  offers: string;
  /** Makes it theirs; it was found to be offered to them in this transaction. */
  takeOver(tx: Transaction, viewer: Viewer, id: string): Promise<void>;
}

export interface Legacy {
  kind: LegacyKindName;
  subjectId: string;
  title: string;
  leaverId: string;
  leftAt: Date;
}

const most = 50;
/** So many are told of one thing: whoever takes it first has it, and a crowd waits for each other. */
const mostTold = 10;

/** What people who left kept alone, and who takes it over. Nobody learns of what they may not see: whoever may take a thing over sees it already. */
@Injectable()
export class Legacies {
  private readonly kinds = new Map<LegacyKindName, LegacyKind>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  register(kind: LegacyKind): void {
    this.kinds.set(kind.kind, kind);
  }

  get registered(): LegacyKindName[] {
    return [...this.kinds.keys()];
  }

  /** SQL condition: that thing is offered to the viewer. `id` and `viewer`: SQL expressions. */
  isOffered(kind: LegacyKindName, id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM (${this.kinds.get(kind)?.offers ?? nothing}) offer WHERE offer.id = ${id} AND offer.taker_id = ${viewer})`;
  }

  /** What is offered to the viewer, of whoever left last first, 50 at most. */
  async offeredTo({ personId }: Viewer): Promise<Legacy[]> {
    return this.dataSource.query(`SELECT kind, id AS "subjectId", title, leaver_id AS "leaverId", left_at AS "leftAt" FROM (${this.all()}) offer WHERE taker_id = $1 ORDER BY left_at DESC, kind, id LIMIT ${most}`, [personId]);
  }

  /** Those of the ids that are offered to the viewer, with their titles. */
  async described({ personId }: Viewer, kind: LegacyKindName, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
    return this.dataSource.query(`SELECT id, title FROM (${this.kinds.get(kind)?.offers ?? nothing}) offer WHERE taker_id = $1 AND id = ANY($2)`, [personId, ids]);
  }

  /** What somebody left, and who may take each over, ten at most. */
  async leftBy(leaverId: string): Promise<{ kind: LegacyKindName; id: string; leftAt: Date; takerIds: string[] }[]> {
    return this.dataSource.query(
      `SELECT kind, id, min(left_at) AS "leftAt", (array_agg(taker_id ORDER BY taker_id))[1:${mostTold}] AS "takerIds" FROM (${this.all()}) offer WHERE leaver_id = $1 GROUP BY kind, id`,
      [leaverId],
    );
  }

  /** How much of each sort waits for somebody since that person left: numbers, and no title. */
  async countsOf(leaverId: string): Promise<{ kind: LegacyKindName; count: number }[]> {
    return this.dataSource.query(`SELECT kind, count(DISTINCT id)::int AS count FROM (${this.all()}) offer WHERE leaver_id = $1 GROUP BY kind ORDER BY kind`, [leaverId]);
  }

  /** The first who takes it has it. Errors: ID_INVALID, LEGACY_NOT_FOUND: taken by somebody else meanwhile, not the viewer's to take, or never there. */
  async takeOver(viewer: Viewer, { kind, subjectId }: { kind: LegacyKindName; subjectId: string }): Promise<void> {
    const id = checkedId('subjectId', subjectId);
    await this.transactions.run(async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 23))', [id]);
      const found = this.kinds.get(kind);
      const leaverId = found && (await this.leaverOf(tx.manager, found, { id, takerId: viewer.personId }));
      if (!leaverId) throw identityErrors.legacyNotFound();
      await found.takeOver(tx, viewer, id);
      tx.record({ area: 'people', action: 'people.taken-over', actorId: viewer.personId, details: { kind, subject: id, person: leaverId } });
    });
  }

  private async leaverOf(manager: EntityManager, { offers }: LegacyKind, { id, takerId }: { id: string; takerId: string }): Promise<string | null> {
    const [row]: { leaverId: string }[] = await manager.query(`SELECT leaver_id AS "leaverId" FROM (${offers}) offer WHERE id = $1 AND taker_id = $2`, [id, takerId]);
    return row && isId(row.leaverId) ? row.leaverId : null;
  }

  private all(): string {
    const parts = [...this.kinds.values()].map(({ kind, offers }) => `SELECT '${kind}' AS kind, id, title, leaver_id, left_at, taker_id FROM (${offers}) ${kind}_offer`);
    return parts.length > 0 ? parts.join(' UNION ALL ') : nothing;
  }
}

const nothing = `SELECT NULL::text AS kind, NULL::uuid AS id, NULL::text AS title, NULL::uuid AS leaver_id, NULL::timestamptz AS left_at, NULL::uuid AS taker_id WHERE FALSE`;
