import { describe, expect, it } from '@jest/globals';
import { limited, requiredLine, searchWords, wordList } from './text.ts';

const refusal = (code: string, params = {}) => expect.objectContaining({ code, field: 'name', params });

describe('text of a form', () => {
  it.each([
    ['a line is trimmed and folded', () => requiredLine('name', ' a \n\t b ', 10), 'a b'],
    ['free text is trimmed alone', () => limited('name', ' a \n b ', 10), 'a \n b'],
    ['free text may be empty', () => limited('name', ' ', 10), ''],
    ['a zero byte is dropped', () => limited('name', 'a\u0000b', 10), 'ab'],
    ['half a sign is none', () => limited('name', 'a\uD800b', 10), 'a\uFFFDb'],
    ['characters are counted, not their halves', () => limited('name', '🙂'.repeat(10), 10), '🙂'.repeat(10)],
    ['words are trimmed and named once, as first written', () => wordList('name', ['SQL', ' sql ', '', 'Ada  B'], { maxItems: 2, maxLength: 5 }), ['SQL', 'Ada B']],
    ['words to look for may be none', () => searchWords(null), ''],
    ['words to look for are cut', () => searchWords(`  ${'x'.repeat(300)}`), 'x'.repeat(200)],
    ['words to look for lose zero bytes', () => searchWords('a\u0000b '), 'ab'],
  ])('%s', (_what, read, expected) => {
    expect(read()).toEqual(expected);
  });

  it.each([
    ['an empty line', () => requiredLine('name', ' \n ', 10), refusal('TEXT_REQUIRED')],
    ['a line of zero bytes', () => requiredLine('name', '\u0000', 10), refusal('TEXT_REQUIRED')],
    ['a long line', () => requiredLine('name', 'x'.repeat(11), 10), refusal('TEXT_TOO_LONG', { max: 10 })],
    ['too many words', () => wordList('name', ['a', 'b', 'c'], { maxItems: 2, maxLength: 5 }), refusal('TOO_MANY_ITEMS', { max: 2 })],
    ['a long word', () => wordList('name', ['abcdef'], { maxItems: 2, maxLength: 5 }), refusal('TEXT_TOO_LONG', { max: 5 })],
  ])('refuses %s', (_what, read, expected) => {
    expect(read).toThrow(expected);
  });
});
