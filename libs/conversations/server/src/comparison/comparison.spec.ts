import { describe, expect, it } from '@jest/globals';
import { comparison } from './comparison.ts';

describe('the comparison of two versions', () => {
  it('tells what was added and removed, in order', () => {
    expect(comparison('Tighten the four bolts.', 'Tighten the six bolts, then wait.')).toEqual([
      { kind: 'same', text: 'Tighten the ' },
      { kind: 'removed', text: 'four' },
      { kind: 'added', text: 'six' },
      { kind: 'same', text: ' bolts' },
      { kind: 'added', text: ', then wait' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('is one piece when nothing changed', () => {
    expect(comparison('Same', 'Same')).toEqual([{ kind: 'same', text: 'Same' }]);
  });

  it('gives both texts back whole, whatever they are', () => {
    const [before, after] = [lines('old'), lines('new')];
    const pieces = comparison(before, after);
    const textOf = (left: string) => pieces.filter(({ kind }) => kind !== left).map(({ text }) => text).join('');
    expect(textOf('added')).toBe(before);
    expect(textOf('removed')).toBe(after);
  });
});

const lines = (word: string): string => Array.from({ length: 3_000 }, (_, i) => `${word} ${i * 7} ${word}${i}`).join('\n');
