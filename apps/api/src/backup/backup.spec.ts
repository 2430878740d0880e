import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, metadataXml, TestApi, testKeys } from '@parvis/identity/server/testing';
import { testDatabase } from '@parvis/platform/server/testing';
import pg from 'pg';
import { domains } from '../domains.ts';
import { runCommand } from '../testing/command.ts';

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'parvis-backup-'));
const from = join(folder, 'from');
const to = join(folder, 'to');
const archive = join(folder, 'parvis.tar.gz');
const metadata = join(folder, 'metadata.xml');
const key = randomBytes(16).toString('hex');
const place = join('media/files', key.slice(0, 2), key.slice(2, 4), key, 'file');
const bytes = randomBytes(3_000_000);

const put = (path: string, content: Buffer | string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

beforeAll(async () => {
  api = await TestApi.start(domains);
  put(metadata, metadataXml([testKeys()]));
  put(join(from, 'secrets.key'), 'sealed by this');
  put(join(from, 'saml/ours.pem'), 'signed by this');
  put(join(from, place), bytes);
  const person = await aPerson().save(api.manager);
  await api.manager.query(
    `INSERT INTO file (id, owner_id, key, kind, name, media_type, byte_size, storage_key, status, created_at) VALUES ($1, $2, $3, 'file', $4, 'application/octet-stream', $5, $6, 'ready', now())`,
    [randomUUID(), person.id, randomUUID(), 'Un nom\tavec \\ et\nune ligne', bytes.length, key],
  );
}, 60_000);
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** A database of its own, with nothing in it. */
async function bareDatabase(): Promise<{ url: string; query(sql: string): Promise<unknown[]>; drop(): Promise<void> }> {
  const { url, drop } = await testDatabase('template0');
  const query = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query(sql).then(({ rows }) => rows as unknown[]).finally(() => client.end());
  };
  return { url, query, drop };
}

const settings = { LANG: 'C', SAML_IDP_METADATA: metadata };
const urlOf = (): string => (api.manager.connection.options as { url?: string }).url ?? '';
const backup = (path = archive, variables: Record<string, string> = {}) => runCommand('backup', [path], urlOf(), { ...settings, PARVIS_DATA_DIR: from, ...variables });
const restore = (url: string, path = archive, ...more: string[]) => runCommand('restore', [path, ...more], url, { ...settings, PARVIS_DATA_DIR: to });

describe('backup and restore, from the command line', () => {
  it('saves rows, files and keys while Parvis runs, and puts them into an empty database as they were', async () => {
    const saved = await backup();
    expect(saved).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/\d+ tables, \d+ rows, 1 files, [\d.]+ MB\. It was read again and is whole\.$/m) });
    expect(statSync(archive).mode & 0o077).toBe(0);
    // The same, with the address of the database in a file.
    put(join(folder, 'database-url'), `${urlOf()}\n`);
    expect(await runCommand('backup', [join(folder, 'again.tar.gz')], undefined, { ...settings, PARVIS_DATA_DIR: from, DATABASE_URL_FILE: join(folder, 'database-url') })).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(from, 'last-backup'))).toBe(true);
    const bare = await bareDatabase();
    const restored = await restore(bare.url);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(to, place)).equals(bytes)).toBe(true);
    expect(readFileSync(join(to, 'secrets.key'), 'utf8')).toBe('sealed by this');
    expect(readFileSync(join(to, 'saml/ours.pem'), 'utf8')).toBe('signed by this');
    // The chain of the audit log, the foreign keys and the triggers are those of before.
    expect(await runCommand('audit-verify', [], bare.url, settings)).toMatchObject({ code: 0 });
    const shape = `SELECT (SELECT count(*)::int FROM pg_constraint WHERE connamespace = 'public'::regnamespace) AS constraints, (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O') AS triggers,
      (SELECT count(*)::int FROM person) AS people, (SELECT array_agg(name) FROM file) AS files, (SELECT max(id) FROM migration) AS newest`;
    expect(await bare.query(shape)).toEqual(await api.manager.query(shape));
    // A second time only when asked to.
    expect(await restore(bare.url)).toMatchObject({ code: 1, err: expect.stringContaining('add --replace') });
    await bare.query(`UPDATE file SET name = 'changed since'`);
    expect(await restore(bare.url, archive, '--replace')).toMatchObject({ code: 0 });
    expect(await bare.query(shape)).toEqual(await api.manager.query(shape));
    await bare.query(`INSERT INTO server_process (id, host, role, version, started_at, seen_at, memory_bytes, heap_share, delay_ms, sockets) VALUES (gen_random_uuid(), 'one', 'all', '0.1.0', now(), now(), 1, 0.1, 0, 0)`);
    expect(await restore(bare.url, archive, '--replace')).toMatchObject({ code: 1, err: expect.stringContaining('stop every process') });
    await bare.drop();
  }, 120_000);

  it('takes nothing of a file that was cut, changed, or is none, and leaves the database as it was', async () => {
    const bare = await bareDatabase();
    const whole = readFileSync(archive);
    const text = gunzipSync(whole);
    const at = text.indexOf('sealed by this');
    const changed = Buffer.from(text);
    changed.write('SEALED', at);
    const cases: [string, Buffer | string, string][] = [
      ['cut', whole.subarray(0, whole.length - 2_000), 'cannot be read'],
      ['changed', gzipSync(changed), 'was damaged: data/secrets.key'],
      ['none', 'a letter', 'cannot be read'],
    ];
    for (const [name, content, sentence] of cases) {
      put(join(folder, name), content);
      expect([name, await restore(bare.url, join(folder, name))]).toEqual([name, expect.objectContaining({ code: 1, err: expect.stringContaining(sentence) })]);
    }
    expect(await bare.query(`SELECT to_regclass('person') AS found`)).toEqual([{ found: null }]);
    // With the file as it is, the same database takes it.
    expect(await restore(bare.url)).toMatchObject({ code: 0 });
    await bare.drop();
  }, 120_000);

  it('leaves no half of a backup that could not be made, and says why', async () => {
    expect(await backup(join(folder, 'nowhere/parvis.tar.gz'))).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
    expect(await runCommand('backup', [], urlOf(), settings)).toMatchObject({ code: 1, err: expect.stringContaining('npm run backup -- FILE') });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 60_000);
});
