import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { verdictOf } from './verdict.ts';

/** `npm run audit:dependencies`: ends with code 1 where a package that runs in production has a known weakness that is high or critical. */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: join(import.meta.dirname, '../../..'), encoding: 'utf8', timeout: 60_000 });
const { skipped, weak } = verdictOf(stdout);
if (skipped) console.log(`skipped: the audit of dependencies, since no registry answers it here (${skipped})`);
else console.log(weak.length > 0 ? weak.join('\n') : 'no known weakness, high or critical, in what runs in production');
process.exitCode = weak.length > 0 ? 1 : 0;
