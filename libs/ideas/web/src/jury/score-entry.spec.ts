import { describe, expect, it } from 'vitest';

import { scoreEntered } from './score-entry.ts';

describe('a score that is typed', () => {
  it.each([['7', 7], ['0', 0], ['10', 10], [' 3 ', 3], ['', null], ['7,5', undefined], ['11', undefined], ['-1', undefined], ['good', undefined]])('%j is %j', (typed, score) => {
    expect(scoreEntered(typed)).toBe(score);
  });
});
