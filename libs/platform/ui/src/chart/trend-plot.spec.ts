import { describe, expect, it } from 'vitest';

import { acrossOf, brokenLine, heightOf, labelStep, nearest, trendDates, trendTicks } from './trend-plot.ts';
import type { TrendSeries } from './trend-series.ts';

const area = { left: 40, right: 640, top: 10, bottom: 210 };
const series = (values: (number | null)[], compared?: (number | null)[]): TrendSeries => ({
  label: 'Active',
  points: values.map((value, i) => ({ at: `2026-0${i + 1}-01`, value })),
  compared,
});

describe('the axis of values', () => {
  it('holds lines, the compared period, references and zero', () => {
    expect(trendTicks([series([0.3, null, 0.4], [0.55, null, null])], [{ value: 0.9, label: '90 %' }], false)).toEqual([0, 0.5, 1]);
    expect(trendTicks([series([-0.3, 0.1])], [], false)).toEqual([-0.3, -0.2, -0.1, 0, 0.1]);
  });

  it('has something to show when nothing is known', () => {
    expect(trendTicks([series([null])], [], true)).toEqual([0, 1]);
  });
});

describe('places', () => {
  it('follow the calendar and keep to the plot', () => {
    const across = acrossOf(['2026-01-01', '2026-01-31'], area);
    expect(['2026-01-01', '2026-01-16', '2026-01-31'].map(across)).toEqual([40, 340, 640]);
    expect(['2025-06-01', '2027-06-01'].map(across)).toEqual([40, 640]);
  });

  it('put a single point in the middle', () => {
    expect(acrossOf(['2026-01-01'], area)('2026-01-01')).toBe(340);
  });

  it('have more above less', () => {
    const height = heightOf([-1, 0, 1], area);
    expect([-1, 0, 1].map(height)).toEqual([210, 110, 10]);
  });

  it('are found again from the pointer', () => {
    expect([0, 139, 141, 900].map((x) => nearest([100, 180, 260], x))).toEqual([0, 0, 1, 2]);
  });
});

it('all dates of all lines are on the axis, once and in order', () => {
  expect(trendDates([series([1, 2]), { label: 'B', points: [{ at: '2025-12-01', value: 1 }, { at: '2026-01-01', value: 1 }] }])).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
});

it('a line is interrupted where a value is not shown, and a point alone is told', () => {
  const spot = (x: number) => ({ x, y: x });
  expect(brokenLine([spot(0), spot(10), null, spot(30), null, spot(50), spot(60)])).toEqual({ path: 'M0.0 0.0L10.0 10.0M50.0 50.0L60.0 60.0', alone: [spot(30)] });
});

it.each([
  [12, 600, 44, 1],
  [12, 300, 44, 2],
  [365, 300, 50, 61],
  [0, 300, 50, 1],
])('of %d labels in %d pixels, each %d wide, every %d. is written', (count, room, width, step) => {
  expect(labelStep(count, room, width)).toBe(step);
});
