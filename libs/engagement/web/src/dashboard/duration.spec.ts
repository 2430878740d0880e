import { describe, expect, it } from 'vitest';

import { durationOf } from './duration.ts';

describe('a time in the unit that reads best', () => {
  it.each([
    [45, 90, { unit: 'minute', value: 45, compared: 90 }],
    [150, 45, { unit: 'hour', value: 2.5, compared: 0.75 }],
    [4_320, 1_440, { unit: 'day', value: 3, compared: 1 }],
    [null, 60, { unit: 'minute', value: null, compared: 60 }],
    [undefined, undefined, { unit: 'minute', value: undefined, compared: undefined }],
  ])('%s minutes, %s before', (minutes, before, expected) => {
    expect(durationOf(minutes, before)).toEqual(expected);
  });
});
