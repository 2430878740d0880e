import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { StartFault } from '../start/start-fault.ts';

/** Lines that are written in one transaction. */
export const batchSize = 5_000;

// Any number will do, as long as it stays the same: only one import runs at a time, the demo company's included.
export const importLock = 7_265_003;

export const importedTables = ['person', 'profile', 'follow', 'community', 'membership', 'post', 'comment', 'reaction', 'import_reference'];

/** PostgreSQL's words for « somebody else was in the way, try again ». */
const passing = new Set(['40001', '40P01']);
const maxTries = 5;

/** Makes the transaction fit for much at once. What a crash of PostgreSQL could lose of the last second, another run brings in again. */
export async function prepareForBulk(manager: EntityManager): Promise<void> {
  await manager.query('SET LOCAL statement_timeout = 0');
  await manager.query('SET LOCAL synchronous_commit = off');
}

export async function isEmpty({ manager }: Pick<DataSource, 'manager'>): Promise<boolean> {
  const people: unknown[] = await manager.query('SELECT 1 FROM person LIMIT 1');
  return people.length === 0;
}

/** One import's hold on the database. Batches are transactions of their own; in a dry run all are one, which is taken back in the end. */
export class ImportSession {
  private constructor(
    private readonly connection: QueryRunner,
    private readonly dryRun: boolean,
  ) {}

  /** Throws StartFault while another import runs. */
  static async open(dataSource: DataSource, { dryRun }: { dryRun: boolean }): Promise<ImportSession> {
    const connection = dataSource.createQueryRunner();
    const session = new ImportSession(connection, dryRun);
    try {
      const [row]: { locked: boolean }[] = await connection.query('SELECT pg_try_advisory_lock($1) AS locked', [importLock]);
      if (!row?.locked) throw new StartFault('Another import is running on this database: wait until it is done.');
      if (dryRun) {
        await connection.startTransaction();
        await prepareForBulk(connection.manager);
      }
      return session;
    } catch (error) {
      await connection.release();
      throw error;
    }
  }

  /** Runs `work` in a transaction; again when another one was in its way, so it must only write. */
  async batch<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.dryRun) return work(this.connection.manager);
    for (let tries = 1; ; tries += 1) {
      await this.connection.startTransaction();
      try {
        await prepareForBulk(this.connection.manager);
        const result = await work(this.connection.manager);
        await this.connection.commitTransaction();
        return result;
      } catch (error) {
        await this.connection.rollbackTransaction().catch(() => undefined);
        if (tries === maxTries || !passing.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /** After much has come in: fresh statistics for the planner, and no waiting lists in the search indexes. */
  async tidy(): Promise<void> {
    await this.connection.query('SET statement_timeout = 0');
    await this.connection.query(`VACUUM (ANALYZE) ${importedTables.join(', ')}`);
    await this.connection.query('RESET statement_timeout');
  }

  async close(): Promise<void> {
    try {
      if (this.connection.isTransactionActive) await this.connection.rollbackTransaction();
      await this.connection.query('SELECT pg_advisory_unlock($1)', [importLock]);
    } catch {
      // The connection is gone, and with it the transaction and the lock.
    } finally {
      await this.connection.release();
    }
  }
}
