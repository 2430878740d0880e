import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformFile, type Options } from '@swc/core';

/** Compiles everything that runs on the server into dist/, a JavaScript file for each TypeScript file. Types are checked elsewhere. */
const root = resolve(import.meta.dirname, '../..');
const folders = ['apps/api/src', 'apps/demo-idp', 'libs/*/server', 'test/organisation'];
const sources = globSync(folders.map((folder) => `${folder}/**/*.ts`), { cwd: root, exclude: (path) => path.endsWith('.d.ts') || path.endsWith('.spec.ts') });

const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: { paths: Record<string, string[]> } };
const options = {
  cwd: root,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    keepClassNames: true,
    baseUrl: root,
    paths: compilerOptions.paths,
    rewriteRelativeImportExtensions: true,
  },
  // Aliases become relative paths with their extension, so that plain Node runs what comes out.
  module: { type: 'es6', resolveFully: true },
  // Newer than the types that come with @swc/core.
} as Options;

await Promise.all(['dist/apps/api', 'dist/apps/demo-idp', 'dist/libs', 'dist/test'].map((folder) => rm(join(root, folder), { recursive: true, force: true })));
await Promise.all(
  sources.map(async (source) => {
    const { code, map } = await transformFile(join(root, source), options);
    const target = join(root, 'dist', source.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
    if (map) await writeFile(`${target}.map`, map);
  }),
);
await writeFile(join(root, 'dist/package.json'), '{"type":"module"}\n');
console.log(`${sources.length} files compiled.`);
