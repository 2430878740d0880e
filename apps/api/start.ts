import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** `npm start`: builds what has changed since the last time (Nx keeps what was built), then becomes the server. */
const root = join(import.meta.dirname, '../..');
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
/** Where Node keeps what it has compiled: the next start need not do it again. */
const compiled = join(root, 'node_modules/.cache/compiled');

const since = Date.now();
const tick = setInterval(() => process.stderr.write(`  … ${Math.round((Date.now() - since) / 1000)} s\n`), 2_000);
const slow = setTimeout(() => process.stderr.write('Building what has changed…\n'), 1_500);
const build = await run([nx, 'run-many', '-t', 'build', '-p', 'api,web'], 'pipe');
clearInterval(tick);
clearTimeout(slow);
if (build.code !== 0) {
  process.stderr.write(`${build.output}\nParvis cannot start: it could not be built, see above.\n`);
  process.exit(1);
}
const server = await run(['--enable-source-maps', join(root, 'dist/server/main.mjs')], 'inherit');
process.exit(server.code);

async function run(parameters: string[], output: 'inherit' | 'pipe'): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', output, output], env: { NODE_COMPILE_CACHE: compiled, ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // Ctrl-C reaches the child by itself; a signal to this process alone must be handed on. Either way the child decides when it is over.
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, passOn);
  process.on('SIGINT', () => undefined);
  const code = await new Promise<number>((resolve) => child.once('close', (exit, signal) => resolve(exit ?? (signal === 'SIGINT' ? 130 : 1))));
  return { code, output: text };
}
