import { dataSourceOf, faultsOfRole, isMigrated, letRun, mayMigrate, migrate, type Config, type Domain } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { connected } from './database.ts';
import { StartFault } from './start-fault.ts';

const migrated = (ran: readonly string[]): string => `The database is up to date (${ran.length} migrations).`;

/** As the owner of the tables: brings the schema to the newest version, and lets the account of DATABASE_URL read and write rows. Throws StartFault. */
export async function migrateAsOwner(config: Config, domains: readonly Domain[], progress: (line: string) => void): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (!databaseUrl || !databaseOwnerUrl) throw new StartFault('Set DATABASE_OWNER_URL, the account that owns the tables, and DATABASE_URL, the one that Parvis runs as.');
  const owner = await connected(dataSourceOf(domains, databaseOwnerUrl, { poolSize: 2 }), databaseOwnerUrl, 'DATABASE_OWNER_URL');
  try {
    const role = decodeURIComponent(new URL(databaseUrl).username);
    const faults = await faultsOfRole(owner, role);
    if (faults.length > 0) throw new StartFault(`DATABASE_URL: ${faults.join(' ')}`);
    const ran = await migrate(owner);
    if (ran.length > 0) progress(migrated(ran));
    await letRun(owner, role);
  } finally {
    await owner.destroy();
  }
}

/** Brings the schema to the newest version, as the owner where one is named; an account that may not is told so when there is something to bring. Throws StartFault. */
export async function bringUpToDate(config: Config, domains: readonly Domain[], running: DataSource, progress: (line: string) => void): Promise<void> {
  if (config.databaseOwnerUrl) return migrateAsOwner(config, domains, progress);
  if (await mayMigrate(running)) {
    const ran = await migrate(running);
    if (ran.length > 0) progress(migrated(ran));
  } else if (!(await isMigrated(running))) {
    throw new StartFault('The database is older than this version, and the account of DATABASE_URL may not change its tables: run npm run database:migrate with DATABASE_OWNER_URL, then start again.');
  }
}
