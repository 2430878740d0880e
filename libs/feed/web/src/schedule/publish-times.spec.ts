import { toLocalMoment } from '@parvis/platform/ui';
import { describe, expect, it } from 'vitest';

import { usualTimes } from './publish-times.ts';

describe('the usual times to publish later', () => {
  it.each([
    { today: 'a Tuesday', now: new Date(2026, 10, 24, 18, 30), times: ['2026-11-25T09:00', '2026-11-30T09:00'] },
    { today: 'a Friday', now: new Date(2026, 10, 27, 8), times: ['2026-11-30T09:00'] },
    { today: 'a Sunday', now: new Date(2026, 10, 22, 23, 59), times: ['2026-11-23T09:00'] },
    { today: 'a Monday', now: new Date(2026, 10, 23, 7), times: ['2026-11-24T09:00', '2026-11-30T09:00'] },
  ])('on $today', ({ now, times }) => {
    expect(usualTimes(now).map(toLocalMoment)).toEqual(times);
  });
});
