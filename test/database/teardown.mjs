import { rmSync } from 'node:fs';

/** After all tests: the PostgreSQL that setup started goes, with its files. */
export default async function teardown() {
  if (!globalThis.testPostgres) return;
  await globalThis.testPostgres.stop();
  rmSync(globalThis.testPostgres.folder, { recursive: true, force: true });
  rmSync(globalThis.testFolder, { recursive: true, force: true });
}
