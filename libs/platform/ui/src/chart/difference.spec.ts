import { describe, expect, it } from 'vitest';

import { difference } from './difference.ts';

describe('the difference of two figures', () => {
  it.each([
    ['share', 0.444, 0.41, 'up', 0.03],
    ['share', 0.411, 0.414, 'same', 0],
    ['share', 0.4149, 0.4151, 'down', 0.01],
    ['count', 12, 15, 'down', 3],
    ['index', -0.2, -0.35, 'up', 0.15],
    ['hour', 3.52, 3.48, 'same', 0],
    ['count', 0, 0, 'same', 0],
  ] as const)('%s: %d after %d is %s', (unit, value, compared, direction, amount) => {
    const found = difference(unit, value, compared);
    expect(found.direction).toBe(direction);
    expect(found.amount).toBeCloseTo(amount, 8);
  });
});
