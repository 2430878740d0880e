import { unbrokenRuns } from './gaps.ts';
import { ticks } from './ticks.ts';
import type { ChartReference, TrendSeries } from './trend-series.ts';

/** Where a plot lies in its drawing, in pixels. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The values that the axis must hold: all that are drawn, and zero, so that heights can be compared. */
export function trendTicks(series: readonly TrendSeries[], references: readonly ChartReference[], whole: boolean): number[] {
  const values = [...series.flatMap(({ points, compared = [] }) => [...points.map(({ value }) => value), ...compared]), ...references.map(({ value }) => value)];
  const known = [0, ...values.filter((value) => value !== null)];
  return ticks(Math.min(...known), Math.max(...known), { whole });
}

/** All the dates of the lines, in order. */
export const trendDates = (series: readonly TrendSeries[]): string[] => [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort();

const time = (date: string): number => Date.parse(date);

/** From days to pixels. A single point stands in the middle; what lies outside is kept at the edge. */
export function acrossOf(dates: readonly string[], area: PlotArea): (date: string) => number {
  const [first, last] = [time(dates[0] ?? ''), time(dates.at(-1) ?? '')];
  if (!(last > first)) return () => (area.left + area.right) / 2;
  return (date) => area.left + (Math.min(1, Math.max(0, (time(date) - first) / (last - first)))) * (area.right - area.left);
}

/** From values to pixels. */
export function heightOf(marked: readonly number[], area: PlotArea): (value: number) => number {
  const [least, most] = [marked[0] ?? 0, marked.at(-1) ?? 1];
  return (value) => area.bottom - ((value - least) / (most - least)) * (area.bottom - area.top);
}

export interface Spot {
  x: number;
  y: number;
}

/** A line with its gaps as an SVG path, and the points that stand alone between two gaps, where there is no line. */
export function brokenLine(places: readonly (Spot | null)[]): { path: string; alone: Spot[] } {
  const runs = unbrokenRuns(places.map((place) => place && place.y));
  const at = (index: number): Spot => places[index] ?? { x: 0, y: 0 };
  const written = ({ x, y }: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: runs.filter((run) => run.length > 1).map((run) => `M${run.map((index) => written(at(index))).join('L')}`).join(''),
    alone: runs.filter((run) => run.length === 1).map(([index = 0]) => at(index)),
  };
}

/** The index of the place that is nearest. */
export const nearest = (places: readonly number[], x: number): number =>
  places.reduce((best, place, index) => (Math.abs(place - x) < Math.abs((places[best] ?? Infinity) - x) ? index : best), 0);

/** Which labels of an axis are written so that none touches the next: every one, every second, every third… */
export const labelStep = (count: number, room: number, width: number): number => Math.max(1, Math.ceil((count * width) / Math.max(1, room)));
