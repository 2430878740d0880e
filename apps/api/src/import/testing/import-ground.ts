import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { dataSourceOf } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import type { DataSource } from 'typeorm';
import { domains } from '../../domains.ts';
import type { Told } from '../import-command.ts';
import { ImportProgress } from '../import-progress.ts';

/** Where imports are tried: a database whose tables are empty before each test, and a folder for files. To be called once in a file of tests. */
export function importGround(tables: readonly string[]) {
  const ground = { dataSource: undefined as unknown as DataSource, folder: '' };
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    ground.dataSource = await dataSourceOf(domains, database.url, { poolSize: 4 }).initialize();
    ground.folder = await mkdtemp(join(tmpdir(), 'parvis-import-'));
  });
  afterAll(async () => {
    await rm(ground.folder, { recursive: true });
    await ground.dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => ground.dataSource.query(`TRUNCATE ${tables.join(', ')} CASCADE`));
  return ground;
}

/** What an import is told, and what it says meanwhile, line by line. */
export function listening(): { told: Told; said: string[] } {
  const said: string[] = [];
  const progress = new ImportProgress({ write: (text: string | Uint8Array) => said.push(...String(text).trimEnd().split('\n')) > 0 });
  return { told: { progress, stopping: new AbortController().signal }, said };
}
