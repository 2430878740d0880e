import { describe, expect, it } from 'vitest';

import en from '../locales/en.json';
import fr from '../locales/fr.json';
import { outline, partsOf, plainText, sectionsOf } from './processing-text.ts';

type Sections = Record<string, { title: string; intro?: string; entries: Record<string, { label?: string; text: string }> }>;

const facts = { min: '12', floor: '5', days: '395', rest: '184', answers: '40', sentences: '11', sentenceDays: '396' };

function read(words: object, key: string): string | undefined {
  return key.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], words) as string | undefined;
}
const wordsOf = (words: object) => ({
  has: (key: string) => read(words, key) !== undefined,
  t: (key: string, named: Record<string, string>) => (read(words, key) ?? `MISSING ${key}`).replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? `MISSING ${name}`),
});

describe.each([['French', fr], ['English', en]])('the facts in %s', (_language, words) => {
  const sections = sectionsOf(wordsOf(words), facts, { isAsked: true });

  it('are all there, with what the server says holds', () => {
    const text = plainText('Facts', 'As of today', sections);
    expect(text).not.toContain('MISSING');
    expect(text).not.toMatch(/[{}]/);
    for (const fact of Object.values(facts)) expect(text).toContain(fact);
  });

  it('say whether the anonymous question is asked', () => {
    const off = plainText('Facts', 'As of today', sectionsOf(wordsOf(words), facts, { isAsked: false }));
    expect(off).toMatch(/\(ENGAGEMENT_PULSE\)\s?:/);
    expect(off).not.toContain('184');
  });

  it('leave no word out', () => {
    const told = words.engagement.processing.sections as Sections;
    expect(Object.fromEntries(Object.entries(told).map(([name, { entries }]) => [name, Object.keys(entries)]))).toEqual(outline);
  });

  it('name no number that the server would know better', () => {
    const told = JSON.stringify(words.engagement.processing).replaceAll(/\{\w+\}|L\.\s\d+-\d+(-\d+)?|WP\s\d+|(articles?|paragraphe) \d+( (and|et) \d+|\(\d\)\(f\))?|0\s?% (or|ou) (de )?100\s?%/g, '');
    expect(told.match(/\d+/g)).toBeNull();
  });
});

it('what stands in brackets is for the company to complete', () => {
  expect(partsOf('A [to be completed: name] b [c]')).toEqual([
    { text: 'A ', isToComplete: false },
    { text: '[to be completed: name]', isToComplete: true },
    { text: ' b ', isToComplete: false },
    { text: '[c]', isToComplete: true },
  ]);
});
