import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../phase/phase-time.ts';
import { ballotState } from './ballot-course.ts';

describe('a vote that closes at half past two, on the last Sunday of October', () => {
  const at = (local: string): Date => instantOf('phases', local, 'Europe/Paris');
  const course = { publishedAt: new Date('2030-01-01'), closedAt: null, cancelledAt: null, phases: [{ kind: 'vote' as const, opensAt: at('2030-10-21T09:00'), closesAt: at('2030-10-27T02:30') }] };

  // The clock shows 02:00 to 03:00 twice: from 00:00 to 01:00 by UTC, and again from 01:00 to 02:00.
  it.each([
    ['02:29:59 for the first time', '2030-10-27T00:29:59.999Z', 'open'],
    ['02:30 for the first time', '2030-10-27T00:30:00Z', 'over'],
    ['02:15 for the second time', '2030-10-27T01:15:00Z', 'over'],
    ['02:45 for the second time', '2030-10-27T01:45:00Z', 'over'],
  ] as const)('is at %s: %s', (_clock, now, state) => {
    expect(ballotState(course, 'stars', new Date(now))).toBe(state);
  });
});
