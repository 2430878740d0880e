import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import type { Transaction } from '../database/transactions.ts';
import { failureCode } from '../errors/failure-code.ts';
import { within } from '../time/within.ts';
import type { JobType } from './job-type.ts';
import { connectionOf, jobsSchema, poolOf } from './jobs-database.ts';

/** Idempotent: a job may run twice. What throws, or takes too long, is tried again later and later, then kept as failed. */
export type JobHandler<P extends object> = (payload: P) => Promise<void>;

export interface JobLimits {
  /** What one run may take, in seconds. */
  timeLimitS?: number;
}

export interface JobTime {
  /** Not before then; at once when left out. */
  at?: Date;
  /** One job of the type waits under a key at most: a new one replaces it. */
  key?: string;
}

interface Work {
  handle: JobHandler<object>;
  timeLimitS: number;
  cron: string | null;
}

const pollMs = 2_000;
/** How often each type looks by itself, in case ours fails. */
const backstopS = 60;
const batchSize = 5;
const stopLimitMs = 20_000;
const retries = { retryLimit: 8, retryDelay: 10, retryBackoff: true, retryDelayMax: 3_600 };

/**
 * Work for later, kept in PostgreSQL by pg-boss. Domains say what they do when their module starts (`on`, `every`), plan jobs within their
 * transactions (`at`), and any process that works runs them, one process per job. Under NODE_ENV=test nothing runs until `runDue` or `run`.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly work = new Map<string, Work>();
  private readonly boss: PgBoss;
  private readonly runs: boolean;
  /** By type, who of pg-boss works on it. */
  private readonly workers = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
  ) {
    this.runs = config.works && !config.test;
    this.boss = new PgBoss({ db: poolOf(dataSource), schema: jobsSchema, migrate: false, supervise: this.runs, schedule: this.runs });
    this.boss.on('error', (error) => this.logger.warn(`Jobs wait: ${error.message}`));
  }

  /** Does the jobs of a type. */
  on<P extends object>(type: JobType<P>, handle: JobHandler<P>, limits: JobLimits = {}): void {
    this.add(type.name, { handle: handle as JobHandler<object>, timeLimitS: limits.timeLimitS ?? 300, cron: null });
  }

  /** Does something again and again, at the times of a cron expression (UTC), once in all processes. */
  every(type: JobType<object>, cron: string, handle: () => Promise<void>, limits: JobLimits = {}): void {
    this.add(type.name, { handle, timeLimitS: limits.timeLimitS ?? 900, cron });
  }

  /** What this version does, and at which times of the clock (cron, UTC); null: when something asks for it. */
  get kinds(): { name: string; cron: string | null }[] {
    return [...this.work].map(([name, { cron }]) => ({ name, cron }));
  }

  /** The first time after `from` at which a cron expression (UTC) comes due. */
  nextOf(cron: string, from: Date): Date | null {
    return this.boss.previewSchedule(cron, { from, count: 1 })[0] ?? null;
  }

  /** Plans a job: it is there when the transaction is committed, and never when it is not. */
  async at<P extends object>(tx: Transaction, type: JobType<P>, payload: P, { at, key }: JobTime = {}): Promise<void> {
    if (key !== undefined) await this.cancel(tx, type, key);
    await this.boss.send(type.name, payload, {
      db: connectionOf(tx.manager),
      ...(at && { startAfter: at }),
      ...(key !== undefined && { singletonKey: key }),
      ...this.limitsOf(type.name),
    });
  }

  /** Takes back what waits under a key; nothing when nothing does. What already runs goes on. */
  async cancel(tx: Transaction, type: JobType<object>, key: string): Promise<void> {
    const { executeSql } = connectionOf(tx.manager);
    // Two who plan under one key at the same moment take turns, so that one job is left.
    await executeSql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${type.name} ${key}`]);
    await executeSql(`DELETE FROM ${jobsSchema}.job WHERE name = $1 AND singleton_key = $2 AND state < 'active'`, [type.name, key]);
  }

  /** Runs what is due at `now`, here and until nothing is left; for tests. Returns how many jobs were done; a failure is kept for another try. */
  async runDue(now = new Date()): Promise<number> {
    let done = 0;
    for (const name of this.work.keys()) {
      await this.dataSource.query(`WITH due AS (UPDATE ${jobsSchema}.job SET start_after = now() WHERE name = $1 AND state < 'active' AND start_after <= $2 RETURNING 1) SELECT FROM due`, [name, now]);
      for (let [job] = await this.boss.fetch<object>(name); job; [job] = await this.boss.fetch<object>(name)) {
        const failure = await this.failureOf(name, job);
        if (failure) await this.boss.fail(name, job.id, { code: failure });
        else await this.boss.complete(name, job.id);
        done += failure ? 0 : 1;
      }
    }
    return done;
  }

  /** Runs a type's handler now, here, whatever is planned; for tests of what is done by the clock. */
  async run<P extends object>(type: JobType<P>, payload: P): Promise<void> {
    await this.workOf(type.name).handle(payload);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.makeQueues();
    if (!this.runs) return;
    await this.boss.start();
    await this.keepTimetable();
    for (const name of this.work.keys()) {
      // Side by side: what waits for its turn would use up its time. A full batch is followed by the next without a pause.
      const worker = await this.boss.work(name, { pollingIntervalSeconds: backstopS, batchSize, burstWhenBatchFull: true, perJobResults: true }, (jobs: Job<object>[]) =>
        Promise.all(jobs.map(async (job): Promise<JobResult> => {
          const failure = await this.failureOf(name, job);
          return failure ? { id: job.id, status: 'failed', output: { code: failure } } : { id: job.id, status: 'completed' };
        })),
      );
      this.workers.set(name, worker);
    }
    this.look();
  }

  /** Wakes those who have something to do. One look for all types: forty that each look every other second keep a quiet machine busy. */
  private look(): void {
    this.timer = setTimeout(() => {
      this.dueTypes()
        .then((names) => names.forEach((name) => this.boss.notifyWorker(this.workers.get(name) as string)))
        .catch((error: Error) => this.logger.warn(`Jobs wait: ${error.message}`))
        .finally(() => this.timer && this.look());
    }, pollMs).unref();
  }

  private async dueTypes(): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT type.name FROM unnest($1::text[]) AS type (name) WHERE EXISTS (SELECT 1 FROM ${jobsSchema}.job WHERE job.name = type.name AND job.state < 'active' AND job.start_after <= now())`,
      [[...this.workers.keys()]],
    );
    return rows.map(({ name }) => name);
  }

  /** Lets what runs end; what does not within the limit is run again by another process. */
  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.runs) await this.boss.stop({ graceful: true, close: false, timeout: stopLimitMs });
  }

  private add(name: string, work: Work): void {
    if (this.work.has(name)) throw new Error(`The job ${name} is done twice.`);
    this.work.set(name, work);
  }

  private workOf(name: string): Work {
    const work = this.work.get(name);
    if (!work) throw new Error(`Nobody does the job ${name}.`);
    return work;
  }

  private limitsOf(name: string) {
    // A little more than the handler is given, so that it is we who say what took too long.
    return { ...retries, expireInSeconds: this.workOf(name).timeLimitS + 30 };
  }

  /** Every process may plan every job, so every process makes sure that they have a place. */
  private async makeQueues(): Promise<void> {
    const known: { name: string }[] = await this.dataSource.query(`SELECT name FROM ${jobsSchema}.queue`);
    const there = new Set(known.map(({ name }) => name));
    for (const name of this.work.keys()) if (!there.has(name)) await this.boss.createQueue(name, this.limitsOf(name));
  }

  /** The timetable is that of this version: what an earlier one did by the clock is done no more. */
  private async keepTimetable(): Promise<void> {
    for (const { name } of await this.boss.getSchedules()) if (!this.work.get(name)?.cron) await this.boss.unschedule(name);
    for (const [name, { cron }] of this.work) if (cron) await this.boss.schedule(name, cron, {}, this.limitsOf(name));
  }

  /** Null: it was done. Else what is kept with the job: a code, since the words of an error may tell of people. Those are in the log, under the job's id. */
  private async failureOf(name: string, { id, data }: Job<object>): Promise<string | null> {
    const { handle, timeLimitS } = this.workOf(name);
    try {
      await within(timeLimitS * 1000, handle(data), `The job ${name}`);
      return null;
    } catch (error) {
      this.logger.error({ err: error, job: name, jobId: id }, 'A job failed; it is tried again.');
      return failureCode(error);
    }
  }
}
