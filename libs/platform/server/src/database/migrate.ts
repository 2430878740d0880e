import { installJobs, jobsAreInstalled } from '../jobs/jobs-database.ts';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';

// Any number will do, as long as it stays the same: processes that start together take turns by it.
const migrationLock = 7_265_002;

/** Brings the schema, and that of the jobs, to the newest version; safe when several processes start at once. Returns the names of the migrations that ran. */
export function migrate(dataSource: DataSource): Promise<string[]> {
  return inMigrationTurn(dataSource, async (connection) => {
    // Each migration is its own transaction: one that was cut short has left nothing and runs again.
    const executor = new MigrationExecutor(dataSource, connection);
    executor.transaction = 'each';
    const ran = await executor.executePendingMigrations();
    await installJobs(dataSource);
    return ran.map((migration) => migration.name);
  });
}

/** Whether the account may change the schema: the owner may, the one that the server runs as may not. */
export async function mayMigrate(dataSource: DataSource): Promise<boolean> {
  const [{ may }]: [{ may: boolean }] = await dataSource.query(`SELECT has_schema_privilege('public', 'CREATE') AS may`);
  return may;
}

/** Whether the schema, and that of the jobs, is what this version needs; asks for no more than to read. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const [{ exists }]: [{ exists: boolean }] = await dataSource.query(`SELECT to_regclass('migration') IS NOT NULL AND has_table_privilege('migration', 'SELECT') AS exists`);
  if (!exists) return false;
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.length === 0 && (await jobsAreInstalled(dataSource));
}

/** Runs `work` on a connection of its own, one after the other in all processes, for as long as it takes. */
export async function inMigrationTurn<T>(dataSource: DataSource, work: (connection: QueryRunner) => Promise<T>): Promise<T> {
  const connection = dataSource.createQueryRunner();
  try {
    // For this connection alone, which also runs the migrations: an index over years of posts takes longer than a request may.
    await connection.query('SET statement_timeout = 0');
    await connection.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work(connection);
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await connection.query('RESET statement_timeout').catch(() => undefined);
    await connection.release();
  }
}
