import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dataSourceOf } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import { demoPlan } from '@parvis/organisation';
import { domains } from '../domains.ts';
import { seedDemoCompany } from './demo-seed.ts';

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await testDatabase();
  dataSource = await dataSourceOf(domains, database.url, { poolSize: 4 }).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const quietly = (): void => undefined;
const plan = demoPlan(new Date().toISOString());
const count = async (table: string): Promise<number> => Number((await dataSource.query(`SELECT count(*) FROM ${table}`))[0].count);

describe('the demo company', () => {
  it('is made once, also when several start at the same time', async () => {
    await Promise.all([seedDemoCompany(dataSource, quietly), seedDemoCompany(dataSource, quietly)]);

    expect(await count('person')).toBe(plan.people);
    expect(await count('post')).toBe(plan.posts);
    expect(await count('community')).toBe(plan.communities);
    expect(await count(`person WHERE roles @> '{employee,executive}'`)).toBeGreaterThan(0);
    expect(await count(`person WHERE manager_id IS NULL`)).toBe(1);
    expect(await count(`comment WHERE text LIKE '%@{%'`)).toBe(0);
    expect(await count('ama_session')).toBe(2);
    expect(await count('ama_question question WHERE vote_count <> (SELECT count(*) FROM ama_vote WHERE question_id = question.id)')).toBe(0);
    expect(await count('ama_answer')).toBeGreaterThan(2);
    expect(await count('import_reference')).toBe(0);
  });

  it('is not made beside somebody', async () => {
    await dataSource.query(`INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at)
      VALUES (gen_random_uuid(), 'u1', '', 'A', 'A', 'a', '{employee}', now(), now())`);

    await seedDemoCompany(dataSource, quietly);

    expect(await count('person')).toBe(1);
  });

  it('leaves nothing when it is cut short, and is made by the next start', async () => {
    const seeding = expect(seedDemoCompany(dataSource, quietly)).rejects.toThrow();
    await cutShort();
    await seeding;
    expect(await count('person')).toBe(0);

    await seedDemoCompany(dataSource, quietly);
    expect(await count('person')).toBe(plan.people);
  });
});

/** Ends the connection of the seed once it writes. */
async function cutShort(): Promise<void> {
  const writing = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()`;
  while ((await dataSource.query(writing)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
