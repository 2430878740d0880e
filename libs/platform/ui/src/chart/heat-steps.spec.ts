import { expect, it } from 'vitest';

import { heatStep } from './heat-steps.ts';

it.each([
  ['nothing', 0, 50, 0],
  ['the least there is', 0.01, 50, 1],
  ['the end of a step', 10, 50, 1],
  ['the beginning of the next', 10.5, 50, 2],
  ['the most', 50, 50, 5],
  ['nothing anywhere', 0, 0, 0],
])('%s', (_, value, most, step) => {
  expect(heatStep(value, most)).toBe(step);
});
