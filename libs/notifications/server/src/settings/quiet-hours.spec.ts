import { describe, expect, it } from '@jest/globals';
import { heldUntil, type WorkingHours } from './quiet-hours.ts';

const office: WorkingHours = { opensAt: 8 * 60, closesAt: 19 * 60, workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/Paris' };
const night: WorkingHours = { opensAt: 22 * 60, closesAt: 6 * 60, workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/Paris' };
const sunday = (part: Partial<WorkingHours>): WorkingHours => ({ ...office, workingDays: [7], ...part });

describe('what comes at a moment is held', () => {
  it.each([
    ['during work, not', office, '2026-06-10T12:00:00+02:00', null],
    ['at the opening itself, not', office, '2026-06-10T08:00:00+02:00', null],
    ['a second before the opening, till then', office, '2026-06-10T07:59:59+02:00', '2026-06-10T08:00:00+02:00'],
    ['at the closing itself, till the next day', office, '2026-06-10T19:00:00+02:00', '2026-06-11T08:00:00+02:00'],
    ['after midnight, till the same day’s opening', office, '2026-06-10T00:30:00+02:00', '2026-06-10T08:00:00+02:00'],
    ['on Friday evening, till Monday', office, '2026-06-12T19:30:00+02:00', '2026-06-15T08:00:00+02:00'],
    ['on Saturday at noon, till Monday', office, '2026-06-13T12:00:00+02:00', '2026-06-15T08:00:00+02:00'],
    ['by the person’s clock, not the server’s', { ...office, timeZone: 'America/Montreal' }, '2026-06-10T12:00:00+02:00', '2026-06-10T14:00:00+02:00'],
    ['over a date line, by the person’s date', { ...office, timeZone: 'Pacific/Auckland' }, '2026-06-12T12:00:00Z', '2026-06-14T20:00:00Z'],
    ['when summer time begins in the night: till eight by the new clock', { ...office, workingDays: [1, 2, 3, 4, 5, 6, 7] }, '2026-03-28T23:00:00+01:00', '2026-03-29T08:00:00+02:00'],
    ['when winter time begins in the night: till eight by the new clock', { ...office, workingDays: [1, 2, 3, 4, 5, 6, 7] }, '2026-10-24T23:00:00+02:00', '2026-10-25T08:00:00+01:00'],
    ['till an opening in the hour that is skipped, which comes after it', sunday({ opensAt: 2 * 60 + 30 }), '2026-03-29T01:00:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['till an opening in the hour that is repeated, the first time', sunday({ opensAt: 2 * 60 + 30 }), '2026-10-25T01:00:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['in a night shift, not, before midnight', night, '2026-06-10T23:00:00+02:00', null],
    ['in a night shift, not, after midnight', night, '2026-06-11T05:59:00+02:00', null],
    ['in the Saturday morning of Friday’s night shift, not', night, '2026-06-13T03:00:00+02:00', null],
    ['by day for a night shift, till the evening', night, '2026-06-11T06:00:00+02:00', '2026-06-11T22:00:00+02:00'],
    ['never by somebody who works round the clock', { ...office, opensAt: 0, closesAt: 0, workingDays: [1, 2, 3, 4, 5, 6, 7] }, '2026-06-13T03:00:00+02:00', null],
    ['a week for somebody who works one day', { ...office, workingDays: [3] }, '2026-06-10T19:00:00+02:00', '2026-06-17T08:00:00+02:00'],
    ['never without a working day', { ...office, workingDays: [] }, '2026-06-13T03:00:00+02:00', null],
  ])('%s', (_when, hours, at, expected) => {
    expect(heldUntil(new Date(at), hours)?.toISOString() ?? null).toBe(expected && new Date(expected).toISOString());
  });
});
