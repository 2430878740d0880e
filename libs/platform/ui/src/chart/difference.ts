import { type ChartFormats, type ChartUnit, writtenFigure } from './chart-formats.ts';

export type Direction = 'up' | 'down' | 'same';

/** What a figure has become: which way, and by how much as far as what is shown tells them apart. */
export interface Difference {
  direction: Direction;
  amount: number;
}

// Half of the last digit that is written: a smaller change would say "0 more".
const leastSeen: Record<ChartUnit, number> = { count: 0.5, share: 0.005, index: 0.005, minute: 0.05, hour: 0.05, day: 0.05 };

export function difference(unit: ChartUnit, value: number, compared: number): Difference {
  const [now, then] = [asShown(unit, value), asShown(unit, compared)];
  const amount = Math.abs(now - then);
  if (amount < leastSeen[unit]) return { direction: 'same', amount: 0 };
  return { direction: now > then ? 'up' : 'down', amount };
}

/** Rounded as it is written, so that 41% and 44% differ by 3 points, whatever stands behind them. */
const asShown = (unit: ChartUnit, value: number): number => {
  const step = leastSeen[unit] * 2;
  return Math.round(value / step) * step;
};

/** A difference of shares is in points, which the sentence says itself: "3". */
export const writtenAmount = (formats: ChartFormats, unit: ChartUnit, amount: number): string =>
  unit === 'share' ? formats.number(Math.round(amount * 100)) : writtenFigure(formats, unit, amount);
