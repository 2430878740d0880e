import { describe, expect, it } from '@jest/globals';
import { reminderAt, spanOf, wallTimesOf } from './event-time.ts';

const paris = { timeZone: 'Europe/Paris', isAllDay: false };
const utc = (span: { startsAt: Date; endsAt: Date }) => [span.startsAt.toISOString(), span.endsAt.toISOString()];

describe('the times of an event', () => {
  it.each([
    ['in winter', { starts: '2026-01-15T14:00', ends: '2026-01-15T15:30', ...paris }, ['2026-01-15T13:00:00.000Z', '2026-01-15T14:30:00.000Z']],
    ['in summer', { starts: '2026-07-15T14:00', ends: '2026-07-15T15:30', ...paris }, ['2026-07-15T12:00:00.000Z', '2026-07-15T13:30:00.000Z']],
    ['over the night when clocks change', { starts: '2026-03-28T22:00', ends: '2026-03-29T06:00', ...paris }, ['2026-03-28T21:00:00.000Z', '2026-03-29T04:00:00.000Z']],
    ['at a time that the clock skips', { starts: '2026-03-29T02:30', ends: '2026-03-29T04:00', ...paris }, ['2026-03-29T01:30:00.000Z', '2026-03-29T02:00:00.000Z']],
    ['on whole days', { starts: '2026-03-28', ends: '2026-03-29', timeZone: 'Europe/Paris', isAllDay: true }, ['2026-03-27T23:00:00.000Z', '2026-03-29T22:00:00.000Z']],
    ['far away', { starts: '2026-01-15T09:00', ends: '2026-01-15T10:00', timeZone: 'Asia/Kolkata', isAllDay: false }, ['2026-01-15T03:30:00.000Z', '2026-01-15T04:30:00.000Z']],
  ])('are instants, %s, and come back as they were said', (_when, times, instants) => {
    const span = spanOf(times);
    expect(utc(span)).toEqual(instants);
    if (!times.starts.endsWith('02:30')) expect(wallTimesOf(span)).toEqual(times);
  });

  it.each([
    ['an end before the start', { starts: '2026-01-15T14:00', ends: '2026-01-15T13:00', ...paris }, 'EVENT_ENDS_BEFORE'],
    ['no time at all', { starts: '2026-01-15T14:00', ends: '2026-01-15T14:00', ...paris }, 'EVENT_ENDS_BEFORE'],
    ['32 days', { starts: '2026-01-01', ends: '2026-02-01', timeZone: 'Europe/Paris', isAllDay: true }, 'EVENT_TOO_LONG'],
    ['a place for a zone', { starts: '2026-01-15T14:00', ends: '2026-01-15T15:00', timeZone: 'Paris', isAllDay: false }, 'TIME_ZONE_UNKNOWN'],
    ['a day where a time should be', { starts: '2026-01-15', ends: '2026-01-15T15:00', ...paris }, 'EVENT_TIME_INVALID'],
    ['a time where a day should be', { starts: '2026-01-15T14:00', ends: '2026-01-15', timeZone: 'Europe/Paris', isAllDay: true }, 'EVENT_TIME_INVALID'],
    ['a day that is none', { starts: '2026-02-30T14:00', ends: '2026-03-01T14:00', ...paris }, 'EVENT_TIME_INVALID'],
    ['an instant', { starts: '2026-01-15T14:00:00Z', ends: '2026-01-15T15:00', ...paris }, 'EVENT_TIME_INVALID'],
  ])('refuse %s', (_what, times, code) => {
    expect(() => spanOf(times)).toThrow(expect.objectContaining({ code }));
  });

  it('give reminders that keep their hour when clocks change, and come in the morning for whole days', () => {
    const sunday = spanOf({ starts: '2026-03-29T14:00', ends: '2026-03-29T15:00', ...paris });
    expect(reminderAt(sunday, 15).toISOString()).toBe('2026-03-29T11:45:00.000Z');
    expect(reminderAt(sunday, 1_440).toISOString()).toBe('2026-03-28T13:00:00.000Z');
    const wholeDay = spanOf({ starts: '2026-01-15', ends: '2026-01-15', timeZone: 'Europe/Paris', isAllDay: true });
    expect(reminderAt(wholeDay, 1_440).toISOString()).toBe('2026-01-14T08:00:00.000Z');
  });
});
