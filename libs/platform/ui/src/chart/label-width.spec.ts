import { describe, expect, it } from 'vitest';

import { labelWidth } from './label-width.ts';

describe('the width of a label', () => {
  it.each([
    // As Chromium draws them in Inter at 12 pixels.
    ['100%', 31.8],
    ['100\u202F%', 35.2],
    ['50%', 26.5],
  ])('of %s is enough, and little more', (text, drawn) => {
    expect(labelWidth(text) - drawn).toBeGreaterThanOrEqual(0);
    expect(labelWidth(text) - drawn).toBeLessThan(6);
  });

  it('is that of letters for words', () => {
    expect(labelWidth('abcde')).toBeCloseTo(33);
  });
});
