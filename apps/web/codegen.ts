/**
 * Types of the GraphQL documents: `X.graphql` gives `X.generated.ts` beside it, the schema gives the base types.
 * Runs in well under a second of work, so no watch mode: `node apps/web/codegen.ts`.
 * The operations themselves go to dist/web-documents.json, each under the SHA-256 of its text, which its document carries.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/near-operation-file-preset';
import type { Types } from '@graphql-codegen/plugin-helpers';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { formatDocument } from '@urql/core';
import { buildSchema, type DocumentNode, parse, print } from 'graphql';

const root = resolve(import.meta.dirname, '../..');
const schemaFile = 'apps/api/schema.graphql';
const documentsFile = 'dist/web-documents.json';
const baseTypesFile = 'libs/platform/web/src/graphql/schema.generated.ts';
const header = '/* Written by apps/web/codegen.ts. */';

const config = {
  scalars: {
    ID: 'string',
    Date: 'string',
    DateTime: 'string',
    RichText: 'RichTextDocument',
    JsonObject: 'Record<string, unknown>',
  },
  defaultScalarType: 'unknown',
  strictScalars: true,
  useTypeImports: true,
  // Unions of words, not objects: nothing of an enum is left in the bundle. Each plugin has its own name for it.
  enumsAsTypes: true,
  enumType: 'string-literal',
  skipTypename: true,
  dedupeFragments: true,
};

async function documentsOf(pattern: string): Promise<Types.DocumentFile[]> {
  const found: Types.DocumentFile[] = [];
  for await (const name of glob(pattern, { cwd: root })) {
    const location = resolve(root, name);
    const rawSDL = await readFile(location, 'utf8');
    found.push({ location, rawSDL, document: parse(rawSDL) });
  }
  return found.sort((one, other) => one.location!.localeCompare(other.location!));
}

function withRichText(text: string): string {
  const isUsed = text.includes('RichTextDocument');
  return isUsed ? `${header}\nimport type { RichTextDocument } from '@parvis/platform/web';\n${text}` : `${header}\n${text}`;
}

const trusted: Record<string, string> = {};

/** Notes the text of each operation as the client would send it, with the type names that its cache wants, and puts the hash into the document. */
function withHashes(text: string): string {
  return text.replace(/(export const \w+Document = )(\{"kind":"Document",.*\})( as unknown as DocumentNode)/g, (_whole, before: string, json: string, after: string) => {
    const document = JSON.parse(json) as DocumentNode;
    const sent = print(formatDocument(document));
    const hash = createHash('sha256').update(sent).digest('hex');
    trusted[hash] = sent;
    return `${before}${JSON.stringify({ hash, ...document })}${after}`;
  });
}

const schemaAst = buildSchema(readFileSync(resolve(root, schemaFile), 'utf8'));
const documents = await documentsOf('libs/*/web/src/**/*.graphql');

const baseTypes: Types.GenerateOptions = {
  filename: resolve(root, baseTypesFile),
  schema: parse(readFileSync(resolve(root, schemaFile), 'utf8')),
  schemaAst,
  documents: [],
  config,
  plugins: [
    { typescript: {} },
  ],
  pluginMap: { typescript },
};

const nearOperations = await preset.buildGeneratesSection({
  schema: baseTypes.schema,
  schemaAst,
  documents,
  baseOutputDir: root,
  config: { ...config, importSchemaTypesFrom: resolve(root, baseTypesFile) },
  presetConfig: { baseTypesPath: baseTypesFile, cwd: root, importTypesNamespace: 'Types' },
  plugins: [
    { 'typescript-operations': {} },
    { 'typed-document-node': {} },
  ],
  pluginMap: { 'typescript-operations': typescriptOperations, 'typed-document-node': typedDocumentNode },
});

// The preset's own import of the schema's types stands even where nothing uses it; importSchemaTypesFrom does better.
for (const section of nearOperations) section.plugins = section.plugins.filter((plugin) => !('add' in plugin));

for (const section of [baseTypes, ...nearOperations]) {
  const text = withHashes(withRichText(await codegen(section)));
  await mkdir(dirname(section.filename), { recursive: true });
  // Untouched when nothing changed, so that a running dev server does not reload for nothing.
  const before = await readFile(section.filename, 'utf8').catch(() => '');
  if (before !== text) await writeFile(section.filename, text);
}

await mkdir(dirname(resolve(root, documentsFile)), { recursive: true });
await writeFile(resolve(root, documentsFile), JSON.stringify(trusted, Object.keys(trusted).sort(), 1));
