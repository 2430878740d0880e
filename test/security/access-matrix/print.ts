import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run access-matrix`: measures the matrix and prints it as Markdown; ends with code 1 when anything is not as expected, or has no row. */
const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'parvis-matrix-'));
const table = join(folder, 'matrix.md');
const { status, stderr } = spawnSync('node', ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'test/security/access.spec.ts', '--testNamePattern', 'the access matrix'], {
  cwd: root, encoding: 'utf8', env: { ...process.env, ACCESS_MATRIX_TO: table },
});
if (existsSync(table)) process.stdout.write(readFileSync(table, 'utf8'));
if (status !== 0) process.stderr.write(stderr);
rmSync(folder, { recursive: true });
process.exitCode = status === 0 ? 0 : 1;
