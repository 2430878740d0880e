import { describe, expect, it } from '@jest/globals';
import { lastWeekStart, weekOf } from './week.ts';

// A Monday: 00:30 in Paris, still Sunday in UTC and in New York.
const now = new Date('2026-03-01T23:30:00Z');

describe('a week', () => {
  it.each([
    ['the present one, in Paris', null, 'Europe/Paris', '2026-03-02', '2026-03-01T23:00:00.000Z', '2026-03-08T23:00:00.000Z'],
    ['the present one, in New York', null, 'America/New_York', '2026-02-23', '2026-02-23T05:00:00.000Z', '2026-03-02T05:00:00.000Z'],
    ['one before', '2026-02-23', 'Europe/Paris', '2026-02-23', '2026-02-22T23:00:00.000Z', '2026-03-01T23:00:00.000Z'],
    ['the first that one may look at', '2026-01-12', 'Europe/Paris', '2026-01-12', '2026-01-11T23:00:00.000Z', '2026-01-18T23:00:00.000Z'],
  ])('is %s', (_which, startsOn, zone, monday, from, to) => {
    expect(weekOf(startsOn, zone, now)).toEqual({ startsOn: monday, from: new Date(from), to: new Date(to) });
  });

  it('is an hour shorter when clocks go forward', () => {
    const { from, to } = weekOf('2026-03-23', 'Europe/Paris', new Date('2026-03-31T12:00:00Z'));
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(7 * 24 - 1);
  });

  it.each(['2026-03-03', '2026-03-09', '2026-01-05', '2026-02-30', '20260302', '2026-W09', '2026-03-02T00:00', '', 'x'])('is not « %s »', (startsOn) => {
    expect(() => weekOf(startsOn, 'Europe/Paris', now)).toThrow(expect.objectContaining({ code: 'WEEK_INVALID', params: { weeks: 8 } }));
  });

  it('is over when the digest tells of it', () => {
    expect([lastWeekStart(new Date('2026-03-02T05:00:00Z')), lastWeekStart(new Date('2026-03-08T23:59:00Z')), lastWeekStart(new Date('2026-03-09T00:00:00Z'))]).toEqual(['2026-02-23', '2026-02-23', '2026-03-02']);
  });
});
