import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';

const root = join(import.meta.dirname, '../..');

interface Planted {
  name: string;
  file: string;
  code: string;
  allowed: boolean;
}

const vue = (imported: string): string => `<script setup lang="ts">\nimport * as imported from '${imported}';\nvoid imported;\n</script>\n\n<template><p /></template>\n`;
const ts = (imported: string): string => `import * as imported from '${imported}';\nvoid imported;\n`;

const cases: Planted[] = [
  { name: 'a domain imports a lower one', file: 'libs/feed/server/src/planted.ts', code: ts('@parvis/communities/server'), allowed: true },
  { name: 'a domain imports a higher one', file: 'libs/communities/server/src/planted.ts', code: ts('@parvis/feed/server'), allowed: false },
  { name: 'the platform imports a domain', file: 'libs/platform/server/src/planted.ts', code: ts('@parvis/identity/server'), allowed: false },
  { name: 'a domain imports the inside of another', file: 'libs/feed/server/src/planted.ts', code: ts('../../../communities/server/src/community/community.query.ts'), allowed: false },
  { name: 'a page imports a lower domain’s pages', file: 'libs/feed/web/src/planted.vue', code: vue('@parvis/conversations/web'), allowed: true },
  { name: 'a page imports a higher domain’s pages', file: 'libs/conversations/web/src/planted.vue', code: vue('@parvis/feed/web'), allowed: false },
  { name: 'a page imports the server', file: 'libs/feed/web/src/planted.vue', code: vue('@parvis/feed/server'), allowed: false },
  { name: 'a page imports TypeORM', file: 'libs/feed/web/src/planted.vue', code: vue('typeorm'), allowed: false },
  { name: 'the server imports Vue', file: 'libs/feed/server/src/planted.ts', code: ts('vue'), allowed: false },
];

const format = "export const said = new Intl.DateTimeFormat('en').format(0);\n";
const inVue = (code: string): string => `<script setup lang="ts">\n${code.replace('export ', '')}</script>\n\n<template><p>{{ said }}</p></template>\n`;
const formats: Planted[] = [
  { name: 'a page formats dates by itself', file: 'libs/feed/web/src/planted.vue', code: inVue(format), allowed: false },
  { name: 'a composable formats dates by itself', file: 'libs/feed/web/src/planted.ts', code: format, allowed: false },
  { name: 'a component of the design system writes dates by itself', file: 'libs/platform/ui/src/planted.ts', code: 'export const said = new Date(0).toLocaleDateString();\n', allowed: false },
  { name: 'the formats of the pages are made in their place', file: 'libs/platform/web/src/i18n/planted.ts', code: format, allowed: true },
  { name: 'a page takes its formats from there', file: 'libs/feed/web/src/planted.ts', code: "import { dateFormat } from '@parvis/platform/web';\nexport const said = dateFormat('en-GB', {}).format(0);\n", allowed: true },
];
// In place of a file that is there, since it takes types to see.
const telling = (how: string): string => `const tell = async (): Promise<number> => 1;\nexport async function told(): Promise<void> {\n  ${how}tell();\n}\n`;
const promises: Planted[] = [
  { name: 'a promise that nobody waits for', file: 'libs/leadership/server/src/adapters/leadership.realtime.ts', code: telling(''), allowed: false },
  { name: 'a promise that is waited for', file: 'libs/leadership/server/src/adapters/leadership.realtime.ts', code: telling('await '), allowed: true },
];
const planted = [...cases, ...formats, ...promises];

let refused: boolean[];

// In a process of its own: ESLint's plug-ins are not made for Jest's module loader.
beforeAll(() => {
  const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'lint-planted.mjs')], {
    cwd: root,
    encoding: 'utf8',
    input: JSON.stringify(planted),
    env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
  });
  refused = JSON.parse(answer) as boolean[];
}, 120_000);

describe('the ladder', () => {
  it.each(cases.map((planted, i) => ({ ...planted, i, verdict: planted.allowed ? 'passes' : 'is refused' })))('$name: $verdict', ({ i, allowed }) => {
    expect(refused[i]).toBe(!allowed);
  });
});

describe('dates and numbers', () => {
  it.each(formats.map((one, i) => ({ ...one, i: cases.length + i, verdict: one.allowed ? 'passes' : 'is refused' })))('$name: $verdict', ({ i, allowed }) => {
    expect(refused[i]).toBe(!allowed);
  });
});

describe('promises of the server', () => {
  it.each(promises.map((one, i) => ({ ...one, i: cases.length + formats.length + i, verdict: one.allowed ? 'passes' : 'is refused' })))('$name $verdict', ({ i, allowed }) => {
    expect(refused[i]).toBe(!allowed);
  });
});
