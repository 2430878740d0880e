import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainText, richTextOf, tagsOf } from '@parvis/conversations/server';
import { demoPlan } from '@parvis/organisation';
import { idFrom } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import pg from 'pg';
import { TableCopier, written, type Cell } from './copy-in.ts';
import { ideaStatements, searchStatements } from './world-triggered.ts';
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
    const plan = { ...demoPlan(new Date().toISOString()), people: 120, communities: 30, posts: 60, campaigns: 6, ideas: 40, votes: 1_200 };
    await writeRows(plan, copier, { idFrom, richTextOf, plainText, tagsOf } as never, () => undefined);
    for (const statement of [...searchStatements, ...ideaStatements]) await client.query(statement);
    await client.query('SET session_replication_role = origin');

    expect(copier.counts).toMatchObject({ person: 120, profile: 120, community: 30, post: 60 });
    for (const table of ['profile_visibility', 'working_time', 'absence', 'mobility', 'skill_endorsement', 'expert_routing', 'expert_request']) expect(copier.counts[table]).toBeGreaterThan(0);
    const filled = (await client.query(`SELECT * FROM search_document ORDER BY id`)).rows;
    expect(filled).toHaveLength(60 + (copier.counts['comment'] ?? 0) + (copier.counts['idea'] ?? 0));
    const terms = (await client.query('SELECT * FROM idea_term ORDER BY idea_id, term')).rows;
    await client.query('UPDATE post SET text = text');
    await client.query('UPDATE comment SET text = text');
    await client.query('UPDATE idea SET title = title');
    expect((await client.query(`SELECT * FROM search_document ORDER BY id`)).rows).toEqual(filled);
    expect((await client.query('SELECT * FROM idea_term ORDER BY idea_id, term')).rows).toEqual(terms);
    expect((await client.query(`SELECT count(*)::int AS count FROM search_term`)).rows[0].count).toBeGreaterThan(100);
    const { rows: orphans } = await client.query(`SELECT 1 FROM comment LEFT JOIN post ON post.id = comment.subject_id WHERE post.id IS NULL`);
    expect(orphans).toEqual([]);
    await campaignsAgree(copier.counts);
  });
});

/** Votes are for ideas of their campaign, by others than those who make them, within what the ballot allows, and supports are counted. */
async function campaignsAgree(counts: Record<string, number>): Promise<void> {
  expect(counts).toMatchObject({ campaign: 6, ballot: 12, idea: 2 * 40 + 4 * 60 });
  for (const table of ['campaign_audience', 'idea_version', 'idea_answer', 'project', 'jury_sheet', 'ballot_key', 'ballot_voter']) expect(counts[table]).toBeGreaterThan(0);
  for (const table of ['idea_support', 'ballot_vote', 'ballot_pair']) expect(counts[table]).toBeGreaterThan(1_000);
  const wrong = [
    `SELECT 1 FROM ballot_vote given JOIN ballot ON ballot.id = given.ballot_id JOIN idea ON idea.id = given.idea_id WHERE idea.campaign_id <> ballot.campaign_id OR given.person_id = idea.author_id OR (given.person_id IS NULL) <> ballot.is_secret`,
    `SELECT 1 FROM ballot_pair given JOIN idea ON idea.id IN (first_id, second_id) WHERE given.person_id = idea.author_id`,
    `SELECT 1 FROM idea WHERE support_count <> (SELECT count(*) FROM idea_support given WHERE given.idea_id = idea.id)`,
    `SELECT 1 FROM ballot_vote given JOIN ballot ON ballot.id = given.ballot_id GROUP BY ballot.id, given.voter HAVING ballot.kind = 'points' AND sum(given.mark) > max(ballot.points)`,
    `SELECT 1 FROM ballot JOIN ballot_key held ON held.ballot_id = ballot.id WHERE ballot.sealed_at IS NOT NULL OR NOT ballot.is_secret`,
    `SELECT 1 FROM idea JOIN person ON person.id = idea.author_id WHERE idea.department <> coalesce(person.department, '')`,
  ];
  for (const sql of wrong) expect((await client.query(sql)).rows).toEqual([]);
}
