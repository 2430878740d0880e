import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/**
 * Before all tests: builds the server, starts a PostgreSQL of its own (or uses TEST_DATABASE_URL, whose user may create databases) and makes one
 * migrated template that every test file clones.
 */
export default async function setup() {
  execFileSync('nx', ['run-many', '-t', 'build', '-p', 'api'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!process.env.TEST_DATABASE_URL) {
    const { startEmbeddedPostgres } = await import('../../dist/server/embedded-postgres.mjs');
    const folder = temporaryFolder();
    const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];
    globalThis.testPostgres = await startEmbeddedPostgres({ dataDir: folder, progress: () => undefined, settings });
    globalThis.testFolder = folder;
    process.env.TEST_DATABASE_URL = globalThis.testPostgres.url;
  }
  // In a process of its own: Jest hands the globals of this one to the tests, and the domains' decorators would have left theirs there.
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-template.mjs')], { stdio: 'inherit' });
}
