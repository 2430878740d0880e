import { describe, expect, it } from 'vitest';

import { annotationLetters } from './annotation-letters.ts';

describe('annotationLetters', () => {
  it.each([
    [[], []],
    [[10, 60, 110], [['A', 0], ['B', 0], ['C', 0]]],
    [[10, 60, 64, 110], [['A', 0], ['B–C', 2], ['', 0], ['D', 0]]],
    [[100, 100, 100], [['A–C', 0], ['', 0], ['', 0]]],
    // Two that stand together are wider, and touch the one before.
    [[60, 72, 76], [['A–C', 8], ['', 0], ['', 0]]],
  ] as const)('of lines at %j', (places, letters) => {
    expect(annotationLetters(places)).toEqual(letters.map(([text, shift]) => ({ text, shift })));
  });
});
