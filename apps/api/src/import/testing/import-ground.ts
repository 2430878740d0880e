import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { dataSourceOf } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import type { DataSource } from 'typeorm';
import { domains } from '../../domains.ts';
import type { Told } from '../import-command.ts';
import { ImportProgress } from '../import-progress.ts';
import { runImport } from '../import-run.ts';

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

/** Runs files of a network of three people, u1 to u3, where imports are tried. */
export function importRuns(ground: { dataSource: DataSource; folder: string }) {
  async function run(lines: object[]): Promise<{ problems: string[]; added: (type: string) => number }> {
    const { told, said } = listening();
    const [people, history] = [join(ground.folder, 'hr.csv'), join(ground.folder, 'network.jsonl')];
    await writeFile(people, `identifier,surname\nu1,A\nu2,B\nu3,C\n`);
    await writeFile(history, lines.map((line) => JSON.stringify(line)).join('\n'));
    const report = await runImport(ground.dataSource, { people, history, dryRun: false }, told);
    return { problems: said.flatMap((line) => /line \d+: .*/.exec(line) ?? []), added: (type) => report.count(type).added };
  }

  /** Runs the same file twice: what is in the second time must be what was in the first time. */
  async function runTwice(lines: object[], read: () => Promise<unknown>): Promise<unknown> {
    expect((await run(lines)).problems).toEqual([]);
    const once = await read();
    expect((await run(lines)).problems).toEqual([]);
    expect(await read()).toEqual(once);
    return once;
  }

  return { run, runTwice };
}
