import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { ready } from '../e2e/stack.ts';
import { signIn } from '../e2e/sign-in.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * What the image holds, put together by the same program, run as the Dockerfile says: by an account that is not root, on a file system on which nothing but the
 * volume and /tmp can be written.
 */
const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'infra/image/Dockerfile'), 'utf8');
const byRoot = process.getuid?.() === 0;
/** The account nobody, which every Linux has: PostgreSQL asks for a name. */
const nobody = 65_534;
const readOnlyRoot = byRoot && spawnSync('unshare', ['--mount', 'setpriv', '--version']).status === 0;

/** Everything is mounted read-only but the volume and /tmp (and what the kernel provides); then root lays itself down. Ends with 42 where the tree can be written. */
const locked = `set -eu
for folder in "$VOLUME" "$TMPDIR"; do mount --bind "$folder" "$folder"; done
while read -r _ place _; do
  case "$place" in /proc|/proc/*|/sys|/sys/*|/dev|/dev/*|"$VOLUME"|"$TMPDIR") ;; *) mount -o remount,ro,bind "$place" ;; esac
done < /proc/mounts
if touch "$TREE/written" 2>/dev/null; then exit 42; fi
exec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups --no-new-privs --bounding-set=-all "$@"`;

let folder: string;
let tree: string;
let environment: Record<string, string>;
let server: ChildProcess;
let output = '';
let url: string;
let identityProvider: string;
let idp: ChildProcess;

/** What follows an instruction of the last stage. */
function instruction(name: string): string {
  const line = dockerfile.split('\n').findLast((text) => text.startsWith(`${name} `) || (name === 'HEALTHCHECK' && text.startsWith(name)));
  if (!line) throw new Error(`The Dockerfile has no ${name}.`);
  return line.slice(name.length + 1);
}
const command = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

function started([program = '', ...parameters]: string[], changes: Record<string, string> = {}): ChildProcess {
  const path = join(folder, program);
  const options = { cwd: tree, env: { ...environment, ...changes }, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  if (readOnlyRoot) return spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', locked, 'sh', path, ...parameters], options);
  return spawn(path, parameters, { ...options, ...(byRoot && { uid: nobody, gid: nobody }) });
}

const endOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

beforeAll(async () => {
  if (!readOnlyRoot) console.log('SKIPPED: a root that is read-only as a whole (mounting needs root); the files of the image are read-only.');
  folder = temporaryFolder({ onDisk: true });
  tree = join(folder, 'parvis');
  execFileSync(process.execPath, [join(root, 'infra/image/assemble.ts'), tree]);
  // The account of the image cannot enter a clone in root's home.
  copyFileSync(process.execPath, join(folder, 'node'));
  chmodSync(join(folder, 'node'), 0o755);
  execFileSync('chmod', ['-R', 'a+rX,a-w', tree]);
  const [volume, temporary] = [join(folder, 'volume'), join(folder, 'tmp')];
  for (const place of [volume, temporary]) {
    mkdirSync(place, { mode: 0o700 });
    if (byRoot) chownSync(place, nobody, nobody);
  }
  const [port, idpPort] = [await unusedPort(), await unusedPort()];
  url = `http://localhost:${port}`;
  idp = spawn(process.execPath, [join(root, 'dist/server/demo-identity-provider.mjs')], {
    env: { PATH: process.env['PATH'], DEMO_IDP_PORT: String(idpPort), PARVIS_URL: url, PARVIS_DATA_DIR: join(folder, 'keys') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => idp.stdout?.once('data', resolve));
  identityProvider = `http://127.0.0.1:${idpPort}`;
  const ofImage = Object.fromEntries(instruction('ENV').split(' ').map((pair) => pair.split('=') as [string, string]));
  environment = {
    ...ofImage,
    PATH: process.env['PATH'] ?? '',
    TREE: tree,
    VOLUME: volume,
    TMPDIR: temporary,
    PARVIS_DATA_DIR: volume,
    PORT: String(port),
    PARVIS_URL: url,
    SAML_IDP_METADATA: `${identityProvider}/metadata`,
  };
  writeFileSync(join(folder, 'since'), '');
  server = started(command(instruction('CMD')));
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await ready(url, server, () => output);
});
afterAll(async () => {
  for (const child of [server, idp]) {
    if (!child || child.exitCode !== null || child.signalCode !== null) continue;
    const ended = endOf(child);
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('the image', () => {
  it('says who it runs as by number, and not as root', () => {
    expect(Number(/^(\d+):\d+$/.exec(instruction('USER'))?.[1])).toBeGreaterThan(0);
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).not.toMatch(/^Uid:.*\b0\b/m);
  });

  it('holds what runs, and neither sources, tests, tools for development nor the demo identity provider', () => {
    const held = execFileSync('find', [tree, '-path', `${tree}/node_modules/*/*`, '-prune', '-o', '-print'], { encoding: 'utf8' }).split('\n');
    const has = (path: string): boolean => held.includes(join(tree, path));
    expect(['dist/server/main.mjs', 'dist/server/doctor.mjs', 'dist/apps/web/index.html', 'node_modules/typeorm', 'LICENSE'].filter((path) => !has(path))).toEqual([]);
    expect(['.git', 'apps', 'libs', 'test', 'dist/server/demo-identity-provider.mjs', 'node_modules/jest', 'node_modules/nx', 'node_modules/typescript', 'node_modules/playwright-core'].filter(has)).toEqual([]);
  });

  it('serves: pages, a sign-in, a file, its own PostgreSQL', async () => {
    const person = await signIn({ url, identityProvider, path: '/people' });
    expect(person).toMatchObject({ landedOn: '/people', displayName: expect.stringMatching(/\S/) });
    const page = await (await fetch(`${url}/people`, { headers: { cookie: person.cookie, accept: 'text/html' } })).text();
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
    expect((await fetch(`${url}${script}`)).status).toBe(200);
    const form = new FormData();
    form.append('key', randomUUID());
    form.append('file', new Blob([`id,name\n1,Élodie\n`]), 'people.csv');
    const uploaded = await fetch(`${url}/media`, { method: 'POST', headers: { cookie: person.cookie, 'x-parvis-upload': '1' }, body: form });
    expect([uploaded.status, await uploaded.text()]).toEqual([201, expect.stringContaining('people.csv')]);
  });

  it('is found to be well by its own health check', async () => {
    const check = command(instruction('HEALTHCHECK'));
    expect(await endOf(started(check))).toBe(0);
    expect(await endOf(started(check, { PORT: String(await unusedPort()) }))).toBe(1);
  });

  it('takes a backup of itself into the volume', async () => {
    const file = join(environment['VOLUME'] ?? '', 'parvis.tar.gz');
    const backup = started(['node', 'dist/server/backup.mjs', file]);
    let told = '';
    for (const stream of [backup.stdout, backup.stderr]) stream?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    expect({ code: await endOf(backup), told }).toEqual({ code: 0, told: expect.stringContaining(file) });
  });

  it('writes into the volume alone, and ends cleanly', async () => {
    const ended = endOf(server);
    server.kill('SIGTERM');
    expect({ code: await ended, output }).toMatchObject({ code: 0 });
    expect(execFileSync('find', [tree, '-newercm', join(folder, 'since')], { encoding: 'utf8' })).toBe('');
    expect(execFileSync('find', [environment['VOLUME'] ?? '', '-newercm', join(folder, 'since'), '-path', '*/media/*', '-type', 'f'], { encoding: 'utf8' })).not.toBe('');
  });
});
