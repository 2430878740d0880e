import { describe, expect, it } from '@jest/globals';
import { extractOf, marked, type TextPiece } from './extract.ts';

const read = (pieces: TextPiece[]): string => pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const among = (...words: string[]) => (word: string) => words.includes(word);
const long = `${'avant '.repeat(60)}le vélo ${'après '.repeat(60)}`;

describe('a text in pieces', () => {
  it.each([
    ['nothing', '', ''],
    ['no match', 'one two', 'one two'],
    ['a match in the middle', 'un vélo neuf', 'un [vélo] neuf'],
    ['matches at both ends', 'vélo et vélo', '[vélo] et [vélo]'],
    ['a match after an apostrophe', 'l’vélo', 'l’[vélo]'],
    ['markup, as text', '<b>vélo</b>', '<b>[vélo]</b>'],
  ])('says %s', (_what, text, expected) => {
    expect(read(marked(text, among('vélo')))).toBe(expected);
  });
});

describe('an extract', () => {
  it.each([
    ['a short text, whole, on one line', 'one\n two', among('two'), 'one [two]'],
    ['the part around the word', long, among('vélo'), expect.stringMatching(/^…avant .*le \[vélo\] après .*…$/)],
    ['the beginning when no word is there', long, among(), expect.stringMatching(/^avant .*avant…$/)],
    ['the part where most of the words stand', `vélo ${'mot '.repeat(100)}vélo casque ${'mot '.repeat(100)}`, among('vélo', 'casque'), expect.stringMatching(/^…mot .*\[vélo\] \[casque\] mot .*…$/)],
  ])('is %s', (_what, text, isMatch, expected) => {
    expect(read(extractOf(text, isMatch))).toEqual(expected);
    expect(read(extractOf(text, () => false)).length).toBeLessThanOrEqual(222);
  });

  it('cuts no character in two', () => {
    for (const text of ['🚲'.repeat(300), `a${'🚲'.repeat(300)}`, `vélo ${'🚲'.repeat(300)}`]) {
      for (const isMatch of [among('vélo'), among()]) expect(read(extractOf(text, isMatch)).isWellFormed()).toBe(true);
    }
  });
});
