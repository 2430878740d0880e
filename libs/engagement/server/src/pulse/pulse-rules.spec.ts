import { describe, expect, it } from '@jest/globals';
import { dayNumber, dayOf } from '../period/day.ts';
import { parsePulse, pulseRules } from './pulse-rules.ts';
import { daysOf, lastDayOf, nextQuarter, quarterOf } from './quarter.ts';

describe('ENGAGEMENT_PULSE', () => {
  it.each([[undefined, true], ['', true], ['on', true], [' off ', false]])('%j asks people: %j', (text, isOn) => {
    expect(parsePulse(text)).toEqual({ isOn });
  });

  it('refuses anything else in one sentence', () => {
    expect(parsePulse('no')).toEqual({ faults: ['ENGAGEMENT_PULSE ("no") is not valid: use on or off.'] });
  });
});

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31', 90],
    ['2028-03-31', '2028-01-01', '2028-03-31', 91],
    ['2026-05-17', '2026-04-01', '2026-06-30', 91],
    ['2026-12-31', '2026-10-01', '2026-12-31', 92],
  ])('of %s goes from %s to %s', (day, first, last, days) => {
    expect([quarterOf(day), lastDayOf(quarterOf(day)), daysOf(quarterOf(day))]).toEqual([first, last, days]);
  });

  it('and the next one are shorter than the time for which nobody is asked again', () => {
    for (let quarter = '2026-01-01'; quarter < '2046'; quarter = nextQuarter(quarter)) {
      const again = dayOf(dayNumber(quarter) + pulseRules.restDays);
      expect(dayNumber(again)).toBeGreaterThan(dayNumber(lastDayOf(nextQuarter(quarter))));
    }
  });
});
