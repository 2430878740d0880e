import { expect, it } from 'vitest';

import { barScale } from './bar-scale.ts';

it('gives the longest bar the whole track, and the others their part', () => {
  const scale = barScale([40, null, 10, undefined]);
  expect(scale.bar(40)).toEqual({ start: 0, length: 100 });
  expect(scale.bar(10)).toEqual({ start: 0, length: 25 });
  expect(scale.at(20)).toBe(50);
});

it('lets bars go both ways from zero', () => {
  const scale = barScale([-0.5, 0.5, 0.25]);
  expect(scale.bar(-0.5)).toEqual({ start: 0, length: 50 });
  expect(scale.bar(0.25)).toEqual({ start: 50, length: 25 });
});

it('draws nothing of nothing', () => {
  expect(barScale([0, null]).bar(0)).toEqual({ start: 0, length: 0 });
});
