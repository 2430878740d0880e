import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `node infra/image/assemble.ts FOLDER`: puts into FOLDER what Parvis runs in production, and nothing else: the built server and pages, and of the
 * packages those that the lock file wants without development. `npm ci` and `npm run build` come before. The image is made of it.
 */
interface Locked {
  /** Needed by tests and builds alone. */
  dev?: boolean;
  /** Needed by them, and taken by something in production where it is there. */
  devOptional?: boolean;
  /** A link to a folder of ours. */
  link?: boolean;
}

const root = resolve(import.meta.dirname, '../..');
const [given] = process.argv.slice(2);
if (!given) throw new Error('Say into which folder: node infra/image/assemble.ts FOLDER');
const target = resolve(given);

/** The demo identity provider lets anybody in as anybody. */
const leftOut = new Set(['demo-identity-provider.mjs', 'demo-identity-provider.mjs.map']);

const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const { name, version, license, type } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await cp(join(root, 'dist/server'), join(target, 'dist/server'), { recursive: true, filter: (file) => !leftOut.has(file.slice(file.lastIndexOf('/') + 1)) });
await cp(join(root, 'dist/apps/web'), join(target, 'dist/apps/web'), { recursive: true });
await cp(join(root, 'LICENSE'), join(target, 'LICENSE'));
await writeFile(join(target, 'package.json'), `${JSON.stringify({ name, version, license, type, private: true }, null, 2)}\n`);

let count = 0;
for (const [path, { dev, devOptional, link }] of Object.entries(packages)) {
  // Of packages for other machines there is an entry, and no folder.
  if (!path.startsWith('node_modules/') || dev || devOptional || link || !existsSync(join(root, path))) continue;
  // A package within another has an entry of its own.
  const within = join(root, path, 'node_modules');
  await cp(join(root, path), join(target, path), { recursive: true, verbatimSymlinks: true, filter: (file) => file !== within });
  count += 1;
}
process.stdout.write(`${target}: Parvis ${version} and ${count} packages.\n`);
