import { installJobs } from '../jobs/jobs-database.ts';
import { MigrationExecutor, type DataSource } from 'typeorm';

// Any number will do, as long as it stays the same: processes that start together take turns by it.
const migrationLock = 7_265_002;

/** Brings the schema, and that of the jobs, to the newest version; safe when several processes start at once. Returns the names of the migrations that ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const connection = dataSource.createQueryRunner();
  try {
    // For this connection alone, which also runs the migrations: an index over years of posts takes longer than a request may.
    await connection.query('SET statement_timeout = 0');
    await connection.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    // Each migration is its own transaction: one that was cut short has left nothing and runs again.
    const executor = new MigrationExecutor(dataSource, connection);
    executor.transaction = 'each';
    const ran = await executor.executePendingMigrations();
    await installJobs(dataSource);
    return ran.map((migration) => migration.name);
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await connection.query('RESET statement_timeout').catch(() => undefined);
    await connection.release();
  }
}
