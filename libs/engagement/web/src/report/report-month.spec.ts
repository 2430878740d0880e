import { describe, expect, it } from 'vitest';

import { monthOfReport, reportMonth, reportMonths, reportPeriods } from './report-month.ts';

const now = new Date('2026-03-01T00:00:00Z');

describe('the month of a report', () => {
  it('is the last finished one, or one of the eleven before it', () => {
    expect([reportMonths(now).length, reportMonths(now)[0], reportMonths(now).at(-1)]).toEqual([12, '2026-02', '2025-03']);
    expect(reportMonth({ month: '2025-03' }, now)).toBe('2025-03');
    expect(reportMonth({}, new Date('2026-02-28T23:59:59Z'))).toBe('2026-01');
  });

  it.each(['2026-03', '2025-02', '2026-2', 'x', ['2025-12']])('is the last finished one when the address asks for %j', (month) => {
    expect(reportMonth({ month }, now)).toBe('2026-02');
  });

  it('is known by the id of the report', () => {
    // 2026-03-01T00:00:00Z.
    expect(monthOfReport('019ca6b1-dc00-7000-8000-000000000000')).toBe('2026-03');
  });

  it.each([
    ['2026-01', ['2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31', '2025-01-01', '2025-01-31', '2025-02-01']],
    ['2025-02', ['2025-02-01', '2025-02-28', '2025-01-01', '2025-01-31', '2024-02-01', '2024-02-29', '2024-03-01']],
  ])('%s is compared with the one before it and with the same a year earlier, whole', (month, days) => {
    expect(Object.values(reportPeriods(month))).toEqual(days);
  });
});
