import { describe, expect, it } from '@jest/globals';
import { dayMs } from '@parvis/platform/server';
import { askAt, routingState } from './routing-state.ts';

const now = new Date('2026-03-04T10:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
const routing = { afterHours: 24 as const, firstOfferedAt: null, restedAt: null, createdAt: daysAgo(2) };

describe('what the asker is told', () => {
  it.each([
    ['that they will be asked', {}, 'waiting'],
    ['that nobody will be', { afterHours: 0 as const }, 'off'],
    ['the same when nobody was found', { restedAt: daysAgo(0) }, 'waiting'],
    ['the same until three turns could have gone by', { createdAt: daysAgo(5.9), restedAt: daysAgo(4.9) }, 'waiting'],
    ['that nobody was asked, then', { createdAt: daysAgo(6), restedAt: daysAgo(5) }, 'nobody'],
    ['that somebody has been asked', { firstOfferedAt: daysAgo(1) }, 'asking'],
    ['the same when all three declined within the hour', { firstOfferedAt: daysAgo(1), restedAt: daysAgo(1) }, 'asking'],
    ['the same until three turns can have gone by', { firstOfferedAt: daysAgo(4.9), restedAt: daysAgo(1) }, 'asking'],
    ['that all have been asked, then', { firstOfferedAt: daysAgo(5), restedAt: daysAgo(1) }, 'resting'],
    ['that it goes on while somebody is still asked', { firstOfferedAt: daysAgo(20) }, 'asking'],
    ['that it was stopped', { afterHours: 0 as const, firstOfferedAt: daysAgo(1) }, 'off'],
    ['that all have been asked, stopped or not', { afterHours: 0 as const, firstOfferedAt: daysAgo(9), restedAt: daysAgo(3) }, 'resting'],
  ])('is %s', (_what, changed, state) => {
    expect(routingState({ ...routing, ...changed }, now, 1)).toBe(state);
  });

  it('counts from the question', () => {
    expect(askAt(now, { afterHours: 4 })).toEqual(new Date('2026-03-04T14:00:00Z'));
  });
});
