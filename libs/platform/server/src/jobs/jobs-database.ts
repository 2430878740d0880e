import type pg from 'pg';
import { PgBoss, type Db } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';

export const jobsSchema = 'pgboss';

/** pg-boss on the pool that everything else uses. */
export function poolOf(dataSource: DataSource): Db {
  const pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  return { executeSql: (text, values) => pool.query(text, values) };
}

/** pg-boss inside a transaction: the job stands or falls with the change that it belongs to. */
export function connectionOf(manager: EntityManager): Db {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('A job is planned in a transaction: use that of Transactions.run.');
  return {
    async executeSql(text, values) {
      const client = (await runner.connect()) as pg.PoolClient;
      return client.query(text, values);
    },
  };
}

/** Makes pg-boss's tables, or brings them to what this version needs. */
export async function installJobs(dataSource: DataSource): Promise<void> {
  const boss = new PgBoss({ db: poolOf(dataSource), schema: jobsSchema, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false, close: false });
}
