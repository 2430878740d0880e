import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A whole Parvis as an administrator starts it: server, embedded PostgreSQL, demo company, demo identity provider. */
export interface Stack {
  url: string;
  identityProvider: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
/** What Node compiled of the server for one stack it need not compile for the next; as `npm start` does. */
const compiled = join(root, 'node_modules/.cache/compiled');

interface Start {
  dataDir?: string;
  env?: Record<string, string>;
}

/** Starts the built server on free ports and waits until it is ready. Data goes to `dataDir`, or to a copy of the first start's (`setup.mjs`) that goes with it. */
export async function startStack(start: Start = {}): Promise<Stack> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(start);
    } catch (error) {
      // Whoever looked for a port at the same moment, in another process, may have found the same one.
      if (attempt === 3 || !/EADDRINUSE|is taken by another program/.test(String(error))) throw error;
    }
  }
}

async function startOnce({ dataDir, env = {} }: Start): Promise<Stack> {
  const folder = dataDir ?? copyOfTemplate();
  const [port, idpPort] = [await unusedPort(), await unusedPort()];
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(root, 'dist/server/main.mjs')], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development', PORT: String(port), DEMO_IDP_PORT: String(idpPort), PARVIS_URL: url, PARVIS_DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    if (!dataDir) rmSync(folder, { recursive: true, force: true });
  };
  await ready(url, child, () => output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, identityProvider: `http://127.0.0.1:${idpPort}`, process: child, output: () => output, stop };
}

/** What the first start left (`setup.mjs`), or an empty folder where there was none. */
export function copyOfTemplate(): string {
  const folder = temporaryFolder();
  const template = process.env['PARVIS_TEST_TEMPLATE'];
  // Whose file it is goes with it: started by root, PostgreSQL runs under another account.
  if (template) execFileSync('cp', ['-a', `${template}/.`, folder]);
  return folder;
}

/** Waits until `/readyz` answers 200. */
export async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`Parvis ended with code ${child.exitCode}:\n${output()}`);
    const answered = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Parvis was not ready in 90 s:\n${output()}`);
}
