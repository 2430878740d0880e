import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainText, richTextOf, tagsOf } from '@parvis/conversations/server';
import { demoPlan } from '@parvis/organisation';
import { idFrom } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import pg from 'pg';
import { TableCopier, written, type Cell } from './copy-in.ts';
import { searchStatements } from './world-triggered.ts';
import { columns, writeRows } from './world-rows.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('rows that are copied in', () => {
  const odd: Cell[][] = [
    ['a\tb\nc\\d\re', ['x', 'with "quotes", commas and \\'], null],
    ['', [], true],
    ['\\N', ['NULL', ''], false],
  ];

  it('come out as they went in, whatever they hold', async () => {
    await client.query('CREATE TEMP TABLE odd (text text, list text[], flag boolean)');
    const copier = new TableCopier(client, { odd: 'text, list, flag' });
    for (const cells of odd) await copier.add('odd', cells);
    await copier.end();

    const { rows } = await client.query<{ text: string; list: string[]; flag: boolean | null }>('SELECT * FROM odd');
    expect(rows.map(({ text, list, flag }) => [text, list, flag])).toEqual(odd);
    expect(copier.counts).toEqual({ odd: 3 });
  });

  it('fail when the table refuses them', async () => {
    await client.query('CREATE TEMP TABLE strict (number integer)');
    const copier = new TableCopier(client, { strict: 'number' });
    await copier.add('strict', ['no number']);
    await expect(copier.end()).rejects.toThrow('invalid input syntax');
    await expect(client.query('SELECT 1')).resolves.toBeDefined();
  });

  it('have dates and nothing in their own forms', () => {
    expect(written(new Date('2026-01-02T03:04:05Z'))).toBe('2026-01-02T03:04:05.000Z');
    expect(written(null)).toBe('\\N');
  });
});

describe('a world', () => {
  it('fits the tables as they are now, and search makes of it what its triggers would have made', async () => {
    await client.query('SET session_replication_role = replica');
    const copier = new TableCopier(client, columns);
    const plan = { ...demoPlan(new Date().toISOString()), people: 120, communities: 30, posts: 60 };
    await writeRows(plan, copier, { idFrom, richTextOf, plainText, tagsOf } as never, () => undefined);
    for (const statement of searchStatements) await client.query(statement);
    await client.query('SET session_replication_role = origin');

    expect(copier.counts).toMatchObject({ person: 120, profile: 120, community: 30, post: 60 });
    for (const table of ['profile_visibility', 'working_time', 'absence', 'mobility', 'skill_endorsement', 'expert_routing', 'expert_request']) expect(copier.counts[table]).toBeGreaterThan(0);
    const filled = (await client.query(`SELECT * FROM search_document ORDER BY id`)).rows;
    expect(filled).toHaveLength(60 + (copier.counts['comment'] ?? 0));
    await client.query('UPDATE post SET text = text');
    await client.query('UPDATE comment SET text = text');
    expect((await client.query(`SELECT * FROM search_document ORDER BY id`)).rows).toEqual(filled);
    expect((await client.query(`SELECT count(*)::int AS count FROM search_term`)).rows[0].count).toBeGreaterThan(100);
    const { rows: orphans } = await client.query(`SELECT 1 FROM comment LEFT JOIN post ON post.id = comment.subject_id WHERE post.id IS NULL`);
    expect(orphans).toEqual([]);
  });
});
