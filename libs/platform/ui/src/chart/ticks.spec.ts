import { describe, expect, it } from 'vitest';

import { ticks } from './ticks.ts';

describe('ticks', () => {
  it.each([
    ['a share', 0, 0.62, {}, [0, 0.2, 0.4, 0.6, 0.8]],
    ['an index around zero', -0.42, 0.31, {}, [-0.6, -0.4, -0.2, 0, 0.2, 0.4]],
    ['large counts', 0, 18_400, {}, [0, 5000, 10_000, 15_000, 20_000]],
    ['few things, that have no halves', 0, 2, { whole: true }, [0, 1, 2]],
    ['nothing at all', 0, 0, {}, [0, 1]],
    ['what ends at a mark, which needs no other', 0, 0.3, { wanted: 3 }, [0, 0.1, 0.2, 0.3]],
  ])('of %s are round', (_, least, most, options, expected) => {
    expect(ticks(least, most, options)).toEqual(expected);
  });

  it.each([[0.000_3], [7], [99.5], [123_456_789]])('hold what they are for: %d', (most) => {
    const found = ticks(0, most);
    expect(found.at(-1)).toBeGreaterThanOrEqual(most);
    expect(found.length).toBeLessThanOrEqual(7);
  });
});
