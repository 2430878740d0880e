import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: everything that must hold, in two lanes since two cores are what we count on. Prints the output of what fails, a line for what passes,
 * and at the end how many checks passed and failed.
 */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: string[];
  /** Where the step leaves its counts (Jest's JSON, which Vitest writes too); without one, the step is one check. */
  report?: string;
}

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'parvis-reports-'));
const jest = (name: string, ...parameters: string[]): Step => ({
  name,
  command: ['node', '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...parameters, '--json', `--outputFile=${join(reports, `${name}.json`)}`],
  report: join(reports, `${name}.json`),
});

const build: Step = { name: 'build', command: ['nx', 'run-many', '-t', 'build', '-p', 'api,web'] };
/** Needs nothing that is built. */
const beside: Step = { name: 'types of the server', command: ['tsc', '-p', 'tsconfig.json'] };
const lanes: Step[][] = [
  [
    { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
    { name: 'types of the pages', command: ['vue-tsc', '--noEmit', '-p', 'apps/web/tsconfig.json'] },
    { name: 'pages', command: ['vitest', 'run', '--config', 'apps/web/vitest.config.ts', '--reporter=json', `--outputFile=${join(reports, 'pages.json')}`], report: join(reports, 'pages.json') },
  ],
  [jest('server', '--maxWorkers=2')],
];
// Two more than there are cores: a browser waits now and then.
const journeys: Step = jest('journeys', '--config', 'test/e2e/jest.config.mjs', '--maxWorkers=4');

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const startedAt = Date.now();
const running = new Set<string>();
const tick = setInterval(() => console.log(`  … ${Math.round((Date.now() - startedAt) / 1000)} s: ${[...running].join(', ')}`), 10_000);

try {
  const [built] = await Promise.all([run(build), run(beside)]);
  if (built) {
    await Promise.all(lanes.map(runAll));
    await run(journeys);
  }
} finally {
  clearInterval(tick);
  rmSync(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runAll(steps: Step[]): Promise<void> {
  for (const step of steps) await run(step);
}

async function run(step: Step): Promise<boolean> {
  const since = Date.now();
  running.add(step.name);
  const { code, output } = await execute(step.command);
  running.delete(step.name);
  const tally = tallyOf(step, code);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  if (tally.failed > 0) console.log(output.trimEnd());
  for (const line of output.split('\n').filter((text) => text.includes('SKIPPED:'))) console.log(line.trim());
  console.log(`${tally.failed > 0 ? '✗' : '✓'} ${step.name}: ${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''} (${seconds} s)`);
  return tally.failed === 0;
}

function tallyOf(step: Step, code: number): Tally {
  if (!step.report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  try {
    const report = JSON.parse(readFileSync(step.report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numRuntimeErrorTestSuites?: number };
    const failed = report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
    // A runner that fails without a failed test (a worker that died, a leak) must not pass for green.
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function execute([program = '', ...parameters]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
