import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('libs/*/server/src/**/*.ts', { cwd: root }).filter((file) => !/\.spec\.ts$|\/testing\//.test(file)).map((file) => readFileSync(join(root, file), 'utf8'));
const wordsIn = (language: string) => (JSON.parse(readFileSync(join(root, `libs/operations/web/src/locales/${language}.json`), 'utf8')) as { operations: { kinds: object; findings: object; retention: { terms: object } } }).operations;

/** `jobType<…>('feed.event-reminder')`, but for the examples of comments. */
const kinds = sources.flatMap((text) => [...text.matchAll(/^(?!\s*(?:\/\*)?\*).*\bjobType(?:<[^(]*>)?\('([\w.-]+)'/gm)].map(([, name = '']) => name));
/** `{ key: 'conversations.drafts', standardDays`. */
const terms = sources.flatMap((text) => [...text.matchAll(/key: '([\w.-]+)', standardDays/g)].map(([, key = '']) => key));
/** `{ code: 'storage.low', state: 'attention'`, also where one of two is chosen. */
const findings = sources.filter((text) => /\bHealthFinding\b/.test(text)).flatMap((text) => [...text.matchAll(/\bcode: [^,]*?'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g)].flatMap(([, one = '', other]) => (other ? [one, other] : [one])));

const at = (words: object, path: string): unknown => path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], words);

describe.each(['en', 'fr'])('operations, in %s', (language) => {
  const { kinds: ofKinds, findings: ofFindings } = wordsIn(language);

  it('have words for every kind of job', () => {
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((name) => typeof at(ofKinds, name) !== 'string')).toEqual([]);
  });

  it('have words for everything whose retention is set', () => {
    expect(terms).toContain('conversations.drafts');
    expect(terms.filter((key) => typeof at(wordsIn(language).retention.terms, `${key}.text`) !== 'string')).toEqual([]);
  });

  it('have a sentence for every finding, and say what to do unless it is fine', () => {
    expect(findings).toEqual(expect.arrayContaining(['storage.low', 'letters.off', 'clock.ahead', 'jobs.missed']));
    expect(findings.filter((code) => typeof at(ofFindings, `${code}.text`) !== 'string')).toEqual([]);
  });
});
