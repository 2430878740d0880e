import { cp, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { transform, type Options } from '@swc/core';
import { rolldown, type Plugin } from 'rolldown';

/**
 * Compiles everything that runs on the server into dist/server: a file for each program, and for what they share. A few files rather than a thousand,
 * since a start reads all of them, and Nx copies all of them. Packages stay where they are. Types are checked elsewhere.
 */
const root = resolve(import.meta.dirname, '../..');
const target = resolve(root, 'dist/server');

const programs = {
  main: 'apps/api/src/main.ts',
  import: 'apps/api/src/import/main.ts',
  'import-skills': 'apps/api/src/import/skills/main.ts',
  recount: 'apps/api/src/recount/main.ts',
  'database-migrate': 'apps/api/src/database/main.ts',
  'audit-verify': 'apps/api/src/audit/main.ts',
  doctor: 'apps/api/src/doctor/main.ts',
  backup: 'apps/api/src/backup/main.ts',
  restore: 'apps/api/src/backup/restore-main.ts',
  'engagement-rebuild': 'apps/api/src/engagement/main.ts',
  'demo-identity-provider': 'apps/demo-idp/src/main.ts',
};

/** What tests and benches start or fill a database with, of the server as it runs. */
const parts = {
  domains: 'apps/api/src/domains.ts',
  platform: 'libs/platform/server/src/index.ts',
  conversations: 'libs/conversations/server/src/index.ts',
  engagement: 'libs/engagement/server/src/index.ts',
  'embedded-postgres': 'libs/platform/server/src/embedded-postgres/embedded-postgres.ts',
  'import-run': 'apps/api/src/import/import-run.ts',
  'import-progress': 'apps/api/src/import/import-progress.ts',
};

/** Decorators with the types they are put on, which TypeORM and Nest read. */
const swc: Options = {
  cwd: root,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const typescript: Plugin = {
  name: 'typescript',
  async load(id) {
    if (!id.endsWith('.ts')) return null;
    const { code, map } = await transform(await readFile(id, 'utf8'), { ...swc, filename: id });
    return { code, map: map ?? null, moduleType: 'js' };
  },
};

await rm(target, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  input: { ...programs, ...parts },
  platform: 'node',
  tsconfig: resolve(root, 'tsconfig.base.json'),
  external: (id) => !/^[./]|^@parvis\//.test(id),
  plugins: [typescript],
});
// Nest, GraphQL and the list of migrations go by the names of classes.
const { output } = await bundle.write({ dir: target, format: 'esm', sourcemap: true, keepNames: true, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
// A command tells what the page of administration tells, in the same words.
for (const language of ['en', 'fr']) await cp(resolve(root, `libs/operations/web/src/locales/${language}.json`), resolve(target, `words/${language}.json`));
console.log(`${output.length} files of the server written.`);
