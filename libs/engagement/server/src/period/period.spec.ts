import { describe, expect, it } from '@jest/globals';
import { checkedPeriod, monthsOf } from './period.ts';

const now = new Date('2026-03-31T23:00:00Z');

describe('a period', () => {
  it('goes from its first to its last day, tomorrow at most', () => {
    expect(checkedPeriod('2026-02-27', '2026-04-01', now)).toMatchObject({ first: 20_511, last: 20_544 });
    expect(() => checkedPeriod('2026-02-27', '2026-04-02', now)).toThrow('ENGAGEMENT_PERIOD_FUTURE');
  });

  it('is of thirteen months at most', () => {
    expect(checkedPeriod('2025-03-02', '2026-03-31', now)).toMatchObject({ from: '2025-03-02' });
    expect(() => checkedPeriod('2025-03-01', '2026-03-31', now)).toThrow('ENGAGEMENT_PERIOD_TOO_LONG');
  });

  it('is parted into months, whose ends are its own', () => {
    expect(monthsOf({ from: '2025-12-15', to: '2026-03-02' })).toEqual([
      { from: '2025-12-15', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-02' },
    ]);
    expect(monthsOf({ from: '2026-03-02', to: '2026-03-02' })).toEqual([{ from: '2026-03-02', to: '2026-03-02' }]);
  });
});
