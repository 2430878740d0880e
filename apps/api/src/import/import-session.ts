import { nameMissingAnimators } from '@parvis/communities/server';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { StartFault } from '../start/start-fault.ts';

/** Lines that are written in one transaction. */
export const batchSize = 5_000;

// Any number will do, as long as it stays the same: only one import runs at a time, the demo company's included.
export const importLock = 7_265_003;

export const importedTables = [
  'person', 'profile', 'profile_visibility', 'working_time', 'mobility', 'person_skill', 'absence', 'follow', 'community', 'membership', 'tag_follow', 'post', 'poll', 'poll_option', 'poll_participant', 'poll_vote', 'event', 'event_reply',
  'announcement', 'announcement_reader', 'comment', 'comment_vote', 'reaction', 'wiki_page', 'wiki_version', 'engagement_standing', 'engagement_event',
  'engagement_pending', 'import_reference',
];

/** PostgreSQL's words for « somebody else was in the way, try again ». */
const passing = new Set(['40001', '40P01']);
const maxTries = 5;

/** Makes the transaction fit for much at once. What a crash of PostgreSQL could lose of the last second, another run brings in again. */
export async function prepareForBulk(manager: EntityManager): Promise<void> {
  await manager.query('SET LOCAL statement_timeout = 0');
  await manager.query('SET LOCAL synchronous_commit = off');
  // The waiting lists of the search indexes: long ones are sorted in at a quarter less work, and not so long that a search meanwhile is slow.
  await manager.query(`SET LOCAL gin_pending_list_limit = '16MB'`);
  await manager.query(`SET LOCAL work_mem = '64MB'`);
}

export async function isEmpty({ manager }: Pick<DataSource, 'manager'>): Promise<boolean> {
  const people: unknown[] = await manager.query('SELECT 1 FROM person LIMIT 1');
  return people.length === 0;
}

/** Two batches may be written at the same time, each on a connection of its own. */
type Lane = 'first' | 'second';

/** One import's hold on the database. Batches are transactions of their own; in a dry run all are one, which is taken back in the end. */
export class ImportSession {
  private dryTurn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly lanes: Record<Lane, QueryRunner>,
    private readonly dryRun: boolean,
  ) {}

  /** Throws StartFault while another import runs. */
  static async open(dataSource: DataSource, { dryRun }: { dryRun: boolean }): Promise<ImportSession> {
    const lanes = { first: dataSource.createQueryRunner(), second: dataSource.createQueryRunner() };
    const session = new ImportSession(lanes, dryRun);
    try {
      const [row]: { locked: boolean }[] = await lanes.first.query('SELECT pg_try_advisory_lock($1) AS locked', [importLock]);
      if (!row?.locked) throw new StartFault('Another import is running on this database: wait until it is done.');
      if (dryRun) {
        await lanes.first.startTransaction();
        await prepareForBulk(lanes.first.manager);
      }
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Runs `work` in a transaction; again when another one was in its way, so it must only write to the database. */
  batch<T>(lane: Lane, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dryRun ? this.dryBatch(work) : this.realBatch(this.lanes[lane], work);
  }

  /** After much has come in: fresh statistics for the planner, and no waiting lists in the search indexes. */
  /** Communities of a history that tells no roles still need somebody to let people in. */
  async nameMissingAnimators(say: (line: string) => void): Promise<void> {
    const named = await nameMissingAnimators(this.lanes.first.manager);
    if (named > 0) say(`${named} communities came without an animator: the member who has been there longest was named.`);
  }

  async tidy(): Promise<void> {
    await this.lanes.first.query('SET statement_timeout = 0');
    await this.lanes.first.query(`VACUUM (ANALYZE) ${importedTables.join(', ')}`);
    await this.lanes.first.query('RESET statement_timeout');
  }

  async close(): Promise<void> {
    const { first, second } = this.lanes;
    try {
      if (first.isTransactionActive) await first.rollbackTransaction();
      await first.query('SELECT pg_advisory_unlock_all()');
    } catch {
      // The connection is gone, and with it the transaction and the lock.
    } finally {
      await first.release();
      await second.release();
    }
  }

  /** One transaction is one connection, on which they take turns. */
  private dryBatch<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const result = this.dryTurn.then(() => work(this.lanes.first.manager));
    this.dryTurn = result.catch(() => undefined);
    return result;
  }

  private async realBatch<T>(connection: QueryRunner, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await connection.startTransaction();
      try {
        await prepareForBulk(connection.manager);
        const result = await work(connection.manager);
        await connection.commitTransaction();
        return result;
      } catch (error) {
        await connection.rollbackTransaction().catch(() => undefined);
        if (tries === maxTries || !passing.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }
}
