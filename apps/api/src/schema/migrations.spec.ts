import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataSourceOf, migrate } from '@parvis/platform/server';
import { SqlCounter, testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { domains } from '../domains.ts';

const timeOf = (name: string): number => Number(/\d{13}$/.exec(name)?.[0]);
/** In the order in which they run: by the time in their names. */
const names = domains.flatMap(({ migrations }) => migrations.map((Migration) => new Migration().name ?? Migration.name)).sort((a, b) => timeOf(a) - timeOf(b));

let database: TestDatabase;
let opened: DataSource[];

beforeEach(async () => {
  database = await testDatabase('template0');
  opened = [];
});
afterEach(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  await database.drop();
});

async function connect(from = domains): Promise<DataSource> {
  const dataSource = dataSourceOf(from, database.url, { poolSize: 3 });
  dataSource.setOptions({ logger: new SqlCounter() });
  await dataSource.initialize();
  opened.push(dataSource);
  return dataSource;
}

/** What the database holds: columns, indexes, constraints, functions and extensions, each by its definition. */
async function schemaOf(dataSource: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE prokind = 'f' AND pronamespace = 'public'::regnamespace
    UNION ALL SELECT extname FROM pg_extension
    ORDER BY 1`);
  return rows.map(({ line }) => line).filter((line) => !/migration/.test(line));
}

describe('the migrations', () => {
  it('bring an empty database to what the entities say', async () => {
    const dataSource = await connect();

    expect(await migrate(dataSource)).toEqual(names);

    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('change nothing the second time', async () => {
    const dataSource = await connect();
    await migrate(dataSource);
    const before = await schemaOf(dataSource);

    expect(await migrate(dataSource)).toEqual([]);
    expect(await schemaOf(dataSource)).toEqual(before);
  });

  it('go down one by one to nothing, and up again to the same', async () => {
    const dataSource = await connect();
    const empty = await schemaOf(dataSource);
    await migrate(dataSource);
    const newest = await schemaOf(dataSource);

    for (const name of names.toReversed()) {
      const steps = await schemaOf(dataSource);
      await dataSource.undoLastMigration({ transaction: 'each' });
      expect({ name, undone: (await schemaOf(dataSource)).join('\n') !== steps.join('\n') }).toEqual({ name, undone: true });
    }
    expect(await schemaOf(dataSource)).toEqual(empty);
    expect(await migrate(dataSource)).toEqual(names);
    expect(await schemaOf(dataSource)).toEqual(newest);
    // Reads the schema after each of them, of which there are more every week.
  }, 120_000);

  it('run once when several processes start at once', async () => {
    const processes = await Promise.all([connect(), connect(), connect()]);
    const ran = await Promise.all(processes.map((dataSource) => migrate(dataSource)));
    expect(ran.flat()).toEqual(names);
  });

  it('have each a time of its own in their names', () => {
    expect(names.map(timeOf)).toEqual([...new Set(names.map(timeOf))]);
  });

  it('may take longer than a statement of the server may', async () => {
    const limits: string[] = [];
    class Slow1800000000000 implements MigrationInterface {
      readonly name = 'Slow1800000000000';
      async up(runner: QueryRunner): Promise<void> {
        limits.push((await runner.query('SHOW statement_timeout'))[0].statement_timeout);
      }
      async down(): Promise<void> {}
    }
    const dataSource = await connect([{ name: 'slow', module: class {}, entities: [], migrations: [Slow1800000000000] }]);

    await migrate(dataSource);

    expect(limits).toEqual(['0']);
    const [served] = await dataSource.query('SHOW statement_timeout');
    expect(served).toEqual({ statement_timeout: '30s' });
  });

  it('leave nothing of one that fails, and let the next start try again', async () => {
    let fails = true;
    class Half1800000000000 implements MigrationInterface {
      readonly name = 'Half1800000000000';
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('CREATE TABLE half (id int)');
        if (fails) throw new Error('The power went.');
      }
      async down(): Promise<void> {}
    }
    const dataSource = await connect([{ name: 'half', module: class {}, entities: [], migrations: [Half1800000000000] }]);

    await expect(migrate(dataSource)).rejects.toThrow('The power went.');
    expect(await schemaOf(dataSource)).not.toContainEqual(expect.stringContaining('half'));
    fails = false;
    await expect(migrate(dataSource)).resolves.toEqual(['Half1800000000000']);
  });
});
