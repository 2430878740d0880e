import { describe, expect, it } from '@jest/globals';
import { checkedAbsence } from './absence-days.ts';

const today = '2026-03-10';

describe('the days of an absence', () => {
  it.each([
    ['from today when nothing else is said', { from: null, until: '2026-03-20' }, { from: today, until: '2026-03-20' }],
    ['today alone', { from: null, until: today }, { from: today, until: today }],
    ['begun already', { from: '2026-01-05', until: '2026-03-10' }, { from: '2026-01-05', until: '2026-03-10' }],
    ['to come', { from: '2026-07-27', until: '2026-08-17' }, { from: '2026-07-27', until: '2026-08-17' }],
    ['of a leap day', { from: '2028-02-29', until: '2028-02-29' }, { from: '2028-02-29', until: '2028-02-29' }],
    ['as far as it goes', { from: '2023-03-10', until: '2029-03-10' }, { from: '2023-03-10', until: '2029-03-10' }],
  ])('may be %s', (_what, told, days) => {
    expect(checkedAbsence(told, today)).toEqual(days);
  });

  it.each([
    ['an end before the start', { from: '2026-03-20', until: '2026-03-19' }, 'ABSENCE_ENDS_BEFORE_START', 'until'],
    ['one that is over', { from: null, until: '2026-03-09' }, 'ABSENCE_OVER', 'until'],
    ['one that was over long ago', { from: '2026-03-01', until: '2026-03-09' }, 'ABSENCE_OVER', 'until'],
    ['an end far away', { from: null, until: '2029-03-11' }, 'ABSENCE_TOO_FAR', 'until'],
    ['a start far away', { from: '2023-03-09', until: today }, 'ABSENCE_TOO_FAR', 'from'],
    ['a start in another age', { from: '0000-01-01', until: today }, 'ABSENCE_TOO_FAR', 'from'],
    ['a day that is none', { from: null, until: '2026-02-30' }, 'DAY_INVALID', 'until'],
    ['a month that is none', { from: '2026-13-01', until: '2026-03-20' }, 'DAY_INVALID', 'from'],
    ['an instant', { from: null, until: '2026-03-20T10:00:00Z' }, 'DAY_INVALID', 'until'],
    ['the year 12026', { from: null, until: '12026-03-20' }, 'DAY_INVALID', 'until'],
    ['10,000 letters', { from: null, until: 'x'.repeat(10_000) }, 'DAY_INVALID', 'until'],
    ['nothing', { from: null, until: '' }, 'DAY_INVALID', 'until'],
  ])('are never %s', (_what, told, code, field) => {
    expect(() => checkedAbsence(told, today)).toThrow(expect.objectContaining({ code, field }));
  });
});
