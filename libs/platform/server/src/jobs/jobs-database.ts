import { createRequire } from 'node:module';
import type pg from 'pg';
import { PgBoss, type Db } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';

export const jobsSchema = 'pgboss';
/** The version of pg-boss's tables that it was written for. */
const wantedVersion = (createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } }).pgboss.schema;

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

/** Whether pg-boss's tables are what this version needs; asks for no more than to read. */
export async function jobsAreInstalled(dataSource: DataSource): Promise<boolean> {
  const boss = new PgBoss({ db: poolOf(dataSource), schema: jobsSchema, migrate: false, supervise: false, schedule: false });
  const [{ exists }]: [{ exists: boolean }] = await dataSource.query(`SELECT to_regclass($1) IS NOT NULL AS exists`, [`${jobsSchema}.version`]);
  return exists && (await boss.schemaVersion()) === wantedVersion;
}

/** Makes pg-boss's tables, or brings them to what this version needs. */
export async function installJobs(dataSource: DataSource): Promise<void> {
  const boss = new PgBoss({ db: poolOf(dataSource), schema: jobsSchema, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false, close: false });
}
