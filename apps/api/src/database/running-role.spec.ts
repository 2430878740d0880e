import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi } from '@parvis/identity/server/testing';
import { AuditLog, Jobs, jobType } from '@parvis/platform/server';
import { asRunning } from '@parvis/platform/server/testing';
import pg from 'pg';
import { domains } from '../domains.ts';

let api: TestApi;
let running: pg.Client;

beforeAll(async () => {
  api = await TestApi.start(domains);
  running = new pg.Client({ connectionString: asRunning((api.dataSource.options as { url: string }).url) });
  await running.connect();
  await api.app.get(AuditLog).write({ area: 'test', action: 'test.one', actorId: null, details: {} });
}, 60_000);
afterAll(async () => {
  await running.end();
  await api.stop();
});

const codeOf = async (sql: string): Promise<string> =>
  running.query(sql).then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('the account that the server runs as', () => {
  it.each([
    ['read rows', 'SELECT * FROM audit_entry'],
    ['write rows', `INSERT INTO outbox_event SELECT * FROM outbox_event WHERE false`],
    ['change rows', 'UPDATE person SET display_name = display_name'],
    ['remove rows', 'DELETE FROM letter'],
    ['make a table that its transaction takes along', 'BEGIN; CREATE TEMP TABLE told (id int) ON COMMIT DROP; COMMIT'],
    ['empty what the pulse has counted', 'SELECT engagement_empty_pulse_waiting()'],
    ['make a month of events', `SELECT engagement_make_month('2031-05-17')`],
    ['write into that month', 'SELECT * FROM engagement_event_203105'],
    ['drop it', `SELECT engagement_drop_month('2031-05-01')`],
    ['tidy the words of the search', 'SELECT search_tidy_words()'],
  ])('may %s', async (_what, sql) => {
    expect(await codeOf(sql)).toBe('allowed');
  });

  it.each([
    ['change an entry of the audit log', `UPDATE audit_entry SET action = 'test.other'`],
    ['remove one', 'DELETE FROM audit_entry'],
    ['empty it', 'TRUNCATE audit_entry'],
    ['take its guard away', 'ALTER TABLE audit_entry DISABLE TRIGGER USER'],
    ['pass by its guard', 'SET session_replication_role = replica'],
    ['change what guards it', `CREATE OR REPLACE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`],
    ['empty a table', 'TRUNCATE letter'],
    ['drop one', 'DROP TABLE letter'],
    ['change one', 'ALTER TABLE person ADD COLUMN extra int'],
    ['make one', 'CREATE TABLE planted (id int)'],
    ['make one among the jobs', 'CREATE TABLE pgboss.planted (id int)'],
    ['make a function', 'CREATE FUNCTION planted() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    ['make a schema', 'CREATE SCHEMA planted'],
    ['make a database', 'CREATE DATABASE planted'],
    ['make an account', 'CREATE ROLE planted'],
    ['become the owner', 'SET ROLE parvis'],
    ['give rights away', 'ALTER ROLE parvis_running SUPERUSER'],
    ['say that a migration ran', `INSERT INTO migration (timestamp, name) VALUES (1, 'planted')`],
    ['read the passwords of accounts', 'SELECT * FROM pg_authid'],
    ['read files of the machine', `SELECT pg_read_file('/etc/passwd')`],
    ['run programs on it', `COPY letter TO PROGRAM 'cat'`],
  ])('may not %s', async (_what, sql) => {
    expect(await codeOf(sql)).toBe('42501');
  });

  it('owns nothing', async () => {
    const { rows } = await running.query(`SELECT relname FROM pg_class WHERE relowner = current_user::regrole UNION ALL SELECT proname FROM pg_proc WHERE proowner = current_user::regrole`);
    expect(rows).toEqual([]);
  });

  it('reads and writes what tables come later, without a word more', async () => {
    await api.manager.query('CREATE TABLE later (id bigserial PRIMARY KEY, said text)');
    expect(await codeOf(`INSERT INTO later (said) VALUES ('yes'); UPDATE later SET said = 'no'; DELETE FROM later`)).toBe('allowed');
    expect(await codeOf('TRUNCATE later')).toBe('42501');
  });

  it('runs what runs as the owner on its own words alone: each has a fixed search path, and no stranger runs it', async () => {
    const loose: { name: string }[] = await api.manager.query(
      `SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
         AND (NOT coalesce(array_to_string(proconfig, ' ') LIKE '%search_path=%', false) OR has_function_privilege('public', oid, 'EXECUTE'))`,
    );
    expect(loose).toEqual([]);
  });

  it('does everything that is done by the clock', async () => {
    const jobs = api.app.get(Jobs);
    const names = jobs.kinds.filter(({ cron }) => cron !== null).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) await expect(jobs.run(jobType<object>(name), {})).resolves.toBeUndefined();
  }, 60_000);
});
