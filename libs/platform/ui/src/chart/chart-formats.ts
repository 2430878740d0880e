/** What charts write with: `useFormats()` of @parvis/platform/web, which the page hands down since this library stands below it. */
export interface ChartFormats {
  number(value: number): string;
  decimal(value: number, digits: number): string;
  percent(share: number): string;
  measure(value: number, unit: string, maximumFractionDigits: number): string;
  dates(options: Intl.DateTimeFormatOptions): { format(at: Date | number): string };
  day(date: string): string;
  month(date: string): string;
}

/** What a figure counts: things, a share (0.32 is "32%"), an index with two decimals (-0.25), or time. */
export type ChartUnit = 'count' | 'share' | 'index' | 'minute' | 'hour' | 'day';

/** A figure as the reader's language writes it. */
export function writtenFigure(formats: ChartFormats, unit: ChartUnit, value: number): string {
  if (unit === 'count') return formats.number(value);
  if (unit === 'share') return formats.percent(value);
  if (unit === 'index') return formats.decimal(value, 2);
  return formats.measure(value, unit, 1);
}

/** How long a point of a line lasts. */
export type ChartStep = 'day' | 'week' | 'month';

/** "mars 2026", or the day on which a day or a week begins. Dates have no time: 2026-03-01. */
export const writtenPeriod = (formats: ChartFormats, step: ChartStep, date: string): string => (step === 'month' ? formats.month(date) : formats.day(date));

/** What stands under the axis: "mars" or "3 mars". */
export function shortPeriod(formats: ChartFormats, step: ChartStep, date: string): string {
  const options: Intl.DateTimeFormatOptions = step === 'month' ? { month: 'short' } : { day: 'numeric', month: 'short' };
  return formats.dates({ ...options, timeZone: 'UTC' }).format(new Date(date));
}
