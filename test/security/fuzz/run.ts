import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run security`: the access matrix, then random requests for as long as one likes, `--minutes 10 --seed 42`. Ends with figures; with code 1 when anything is wrong. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const seconds = Math.round(Number(values.minutes) * 60);
if (!Number.isSafeInteger(seed) || !(seconds > 0)) {
  console.error('Usage: npm run security -- [--minutes 10] [--seed 42]');
  process.exit(1);
}
const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'parvis-fuzz-'));
const figures = join(folder, 'figures.txt');
console.log(`Random requests for ${seconds} s from seed ${seed}. The same again: npm run security -- --minutes ${values.minutes} --seed ${seed}`);
const { status } = spawnSync('node', ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'test/security/access.spec.ts'], {
  cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ_SEED: String(seed), FUZZ_SECONDS: String(seconds), FUZZ_FIGURES_TO: figures },
});
if (existsSync(figures)) console.log(readFileSync(figures, 'utf8'));
rmSync(folder, { recursive: true });
process.exitCode = status === 0 ? 0 : 1;
