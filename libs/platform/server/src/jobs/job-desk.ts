import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '../database/transactions.ts';
import { Jobs } from './jobs.ts';
import { jobsSchema } from './jobs-database.ts';

/** A kind of job, and how it goes with it. */
export interface JobKind {
  name: string;
  /** When it is done by the clock, as a cron expression in UTC; null: when something asks for it. */
  cron: string | null;
  nextAt: Date | null;
  /** By the clock, it should have begun then, and did not; null: nothing was missed, as far as is known. */
  missedAt: Date | null;
  waiting: number;
  running: number;
  /** Those that nothing tries any more. */
  failed: number;
  failedSince: Date | null;
  /** The first that waits could have begun then; null: none is due. */
  dueSince: Date | null;
  /** Of the last week, which is how long runs are remembered. */
  lastRun: { startedAt: Date; endedAt: Date; hasFailed: boolean } | null;
}

/** Failures of a kind that have the same cause. */
export interface JobFailure {
  /** As `failureCode` tells. */
  failure: string;
  count: number;
  lastAt: Date;
}

type Row = Omit<JobKind, 'cron' | 'nextAt' | 'missedAt' | 'lastRun'> & { startedAt: Date | null; endedAt: Date | null; hasFailed: boolean | null; scheduledAt: Date | null };
const none: Omit<Row, 'name'> = { waiting: 0, running: 0, failed: 0, failedSince: null, dueSince: null, startedAt: null, endedAt: null, hasFailed: null, scheduledAt: null };

/** Where an administrator looks after jobs: what was done, what waits, what failed, and what to do about it. */
@Injectable()
export class JobDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** All kinds of this version, by name. */
  async kinds(): Promise<JobKind[]> {
    return this.kindsIn(this.dataSource.manager);
  }

  /** One kind; null when there is none of that name. */
  async kind(name: string, manager: EntityManager = this.dataSource.manager): Promise<JobKind | null> {
    return (await this.kindsIn(manager)).find((kind) => kind.name === name) ?? null;
  }

  /** Why those of a kind failed, the most frequent first. */
  async failuresOf(name: string): Promise<JobFailure[]> {
    return this.dataSource.query(
      `SELECT coalesce(output->>'code', CASE WHEN output::text LIKE '%timed out%' THEN 'TOOK_TOO_LONG' ELSE 'UNKNOWN' END) AS failure, count(*)::int AS count, max(completed_on) AS "lastAt"
       FROM ${jobsSchema}.job WHERE name = $1 AND state = 'failed' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`,
      [name],
    );
  }

  /** Does what is else done by the clock, soon, in any process that works. False: one waits already. */
  async runNow(tx: Transaction, name: string): Promise<boolean> {
    const kind = await this.kind(name, tx.manager);
    if (!kind || kind.dueSince || kind.running > 0) return false;
    await this.jobs.at(tx, { name }, {});
    return true;
  }

  /** Tries those that failed again, with one try each; answers how many. */
  async tryAgain(tx: Transaction, name: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.manager.query(
      `UPDATE ${jobsSchema}.job SET state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = NULL WHERE name = $1 AND state = 'failed'`,
      [name],
    );
    return count;
  }

  /** Forgets those that failed; answers how many. */
  async discard(tx: Transaction, name: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.manager.query(`DELETE FROM ${jobsSchema}.job WHERE name = $1 AND state = 'failed'`, [name]);
    return count;
  }

  private async kindsIn(manager: EntityManager): Promise<JobKind[]> {
    const rows: Row[] = await manager.query(
      `WITH counted AS (
         SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS running, count(*) FILTER (WHERE state = 'failed')::int AS failed,
           min(completed_on) FILTER (WHERE state = 'failed') AS failed_since, min(start_after) FILTER (WHERE state < 'active' AND start_after <= now()) AS due_since
         FROM ${jobsSchema}.job GROUP BY name),
       run AS (
         SELECT DISTINCT ON (name) name, started_on, completed_on, state = 'failed' AS has_failed FROM ${jobsSchema}.job
         WHERE started_on IS NOT NULL AND completed_on IS NOT NULL AND state IN ('completed', 'failed') ORDER BY name, completed_on DESC)
       SELECT queue.name, coalesce(waiting, 0) AS waiting, coalesce(running, 0) AS running, coalesce(failed, 0) AS failed, failed_since AS "failedSince", due_since AS "dueSince",
         started_on AS "startedAt", completed_on AS "endedAt", has_failed AS "hasFailed", schedule.created_on AS "scheduledAt"
       FROM ${jobsSchema}.queue LEFT JOIN counted USING (name) LEFT JOIN run USING (name) LEFT JOIN ${jobsSchema}.schedule USING (name)`,
    );
    const known = new Map(rows.map((row) => [row.name, row]));
    const now = new Date();
    return this.jobs.kinds.map(({ name, cron }) => this.kindOf({ cron, row: known.get(name) ?? { name, ...none }, now })).sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  private kindOf({ cron, row: { startedAt, endedAt, hasFailed, scheduledAt, ...counts }, now }: { cron: string | null; row: Row; now: Date }): JobKind {
    const since = startedAt && (!scheduledAt || startedAt > scheduledAt) ? startedAt : scheduledAt;
    // What waits or runs is late at most, and told as that.
    const expected = cron !== null && since && counts.waiting + counts.running === 0 ? this.jobs.nextOf(cron, since) : null;
    return {
      ...counts,
      cron,
      nextAt: cron === null ? null : this.jobs.nextOf(cron, now),
      missedAt: expected && expected < now ? expected : null,
      lastRun: startedAt && endedAt ? { startedAt, endedAt, hasFailed: hasFailed ?? false } : null,
    };
  }
}
