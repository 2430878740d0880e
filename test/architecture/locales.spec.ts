import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { queryFaults } from '../../libs/platform/server/src/errors/query-faults.ts';

type Words = Record<string, string>;

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Folders of words: each holds en.json and fr.json. */
const folders = [...new Set(globSync('{apps,libs}/**/src/locales/*.json', { cwd: root, exclude: (path) => path.includes('node_modules') }).map((file) => file.replace(/\/[^/]+$/, '')))].sort();
const sources = globSync('{apps/api,libs/*/server}/src/**/*.ts', { cwd: root }).filter((file) => !/\.spec\.ts$|\/testing\//.test(file));

/** The sentences by their whole key: `errors.FORBIDDEN`. */
function wordsOf(file: string): Words {
  const flat = (value: unknown, key: string): [string, string][] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => flat(inner, key ? `${key}.${name}` : name)) : [[key, value as string]];
  return Object.fromEntries(flat(JSON.parse(textOf(file)), ''));
}

const wordsIn = (language: string): Words => Object.assign({}, ...folders.map((folder) => wordsOf(`${folder}/${language}.json`)));
const placeholders = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}|@:[\w.]+/g))].sort();

/** What the server refuses by, with the parameters that it gives; what Apollo, the network and bugs add. */
const refusals = new Map<string, Set<string>>([...['INTERNAL', 'UNAUTHENTICATED', 'FORBIDDEN', 'NETWORK', ...queryFaults].map((code) => [code, new Set<string>()] as const)]);
for (const file of sources) {
  for (const [, code = '', params = ''] of textOf(file).matchAll(/new DomainError\(\s*'([^']+)'(?:,\s*\{([^}]*)\})?/g)) {
    refusals.set(code, new Set(params.split(',').map((param) => param.split(':')[0]?.trim() ?? '').filter(Boolean)));
  }
}

describe('the words of the pages', () => {
  it('are found, and so are the refusals of the server', () => {
    expect(folders.length).toBeGreaterThan(5);
    expect([...refusals.keys()]).toEqual(expect.arrayContaining(['TEXT_TOO_LONG', 'COMMUNITY_NOT_FOUND', 'POST_NOT_YOURS']));
  });

  it('leave no code of the server without its literal, where this test could not see it', () => {
    const made = sources.flatMap((file) => [...textOf(file).matchAll(/new DomainError\(\s*([^'\s])/g)].map(() => file));
    expect(made).toEqual([]);
  });

  it.each(folders)('%s: has the same keys in both languages, all with words', (folder) => {
    const [en, fr] = [wordsOf(`${folder}/en.json`), wordsOf(`${folder}/fr.json`)];
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries({ ...en, ...fr }).filter(([, sentence]) => typeof sentence !== 'string' || !sentence.trim())).toEqual([]);
  });

  it.each(folders)('%s: has the same placeholders in both languages', (folder) => {
    const [en, fr] = [wordsOf(`${folder}/en.json`), wordsOf(`${folder}/fr.json`)];
    const of = (words: Words) => Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, placeholders(sentence)]));
    expect(of(fr)).toEqual(of(en));
  });

  it('say of each kind of content what opening and merging a community does to it', () => {
    const kinds = sources.filter((file) => file.endsWith('.community-content.ts')).flatMap((file) => /readonly kind = '([^']+)'/.exec(textOf(file))?.[1] ?? []);
    const missing = kinds.flatMap((kind) => [`communities.opening.contents.${kind}`, `communities.merge.contents.${kind}`]).filter((key) => !(key in wordsIn('en')));

    expect(kinds).toContain('post');
    expect(missing).toEqual([]);
  });

  it('have each key in one folder only', () => {
    const keys = folders.flatMap((folder) => Object.keys(wordsOf(`${folder}/en.json`)));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe.each(['en', 'fr'])('every refusal, in %s', (language) => {
  const words = wordsIn(language);

  it('has its sentence', () => {
    expect([...refusals.keys()].filter((code) => !words[`errors.${code}`])).toEqual([]);
  });

  it('is filled by the parameters that the server gives', () => {
    const unfilled = [...refusals].flatMap(([code, params]) => placeholders(words[`errors.${code}`] ?? '').filter((name) => !params.has(name.slice(1, -1))).map((name) => `${code} ${name}`));
    expect(unfilled).toEqual([]);
  });

  it('is one that the server can give: no sentence is left over', () => {
    const known = Object.keys(words).filter((key) => key.startsWith('errors.')).map((key) => key.slice('errors.'.length));
    expect(known.filter((code) => !refusals.has(code))).toEqual([]);
  });
});
