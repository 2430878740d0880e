import { describe, expect, it } from '@jest/globals';
import { opening, turnEnd } from './at-work.ts';

const paris = { workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/Paris' };
const at = (text: string) => new Date(text);

describe('somebody can be asked', () => {
  it.each([
    ['while they work', '2026-03-04T10:00:00Z', paris, '2026-03-04T10:00:00Z'],
    ['when they begin, at night', '2026-03-04T02:00:00Z', paris, '2026-03-04T08:00:00Z'],
    ['the next morning, in the evening', '2026-03-04T16:00:00Z', paris, '2026-03-05T08:00:00Z'],
    ['on Monday, at the weekend', '2026-03-07T10:00:00Z', paris, '2026-03-09T08:00:00Z'],
    ['on the only day they work', '2026-03-04T10:00:00Z', { ...paris, workingDays: [2] }, '2026-03-10T08:00:00Z'],
    ['by their own clock', '2026-03-04T10:00:00Z', { ...paris, timeZone: 'America/Montreal' }, '2026-03-04T14:00:00Z'],
    ['at nine, the day that clocks change', '2026-03-28T10:00:00Z', { ...paris, workingDays: [7] }, '2026-03-29T07:00:00Z'],
  ])('%s', (_when, now, working, expected) => {
    expect(opening(at(now), working)).toEqual(at(expected));
  });
});

describe('a turn goes by', () => {
  it.each([
    ['a day later', '2026-03-04T10:00:00Z', paris, 1, '2026-03-05T10:00:00Z'],
    ['after the weekend', '2026-03-06T10:00:00Z', paris, 1, '2026-03-09T10:00:00Z'],
    ['a week later for who works one day', '2026-03-04T10:00:00Z', { ...paris, workingDays: [3] }, 1, '2026-03-11T10:00:00Z'],
    ['after three of their days', '2026-03-05T10:00:00Z', paris, 3, '2026-03-10T10:00:00Z'],
    ['at the same hour when clocks change', '2026-03-27T10:00:00Z', paris, 1, '2026-03-30T09:00:00Z'],
  ])('%s', (_when, now, working, days, expected) => {
    expect(turnEnd(at(now), working, days)).toEqual(at(expected));
  });
});
