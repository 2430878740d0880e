import type { DataSource } from 'typeorm';
import type { Day } from '../period/day.ts';
import { dayNumber } from '../period/day.ts';
import type { Period } from '../period/period.ts';

export type DayColumn = 'ties' | 'visits' | 'contributions' | 'hours' | 'questions' | 'examples' | 'communities' | 'ideas';

/** What one column of a day holds. */
export interface RolledDay<T> {
  /** Counted from 1970. */
  day: number;
  isClosed: boolean;
  held: T;
}

interface Kept<T> extends RolledDay<T> {
  /** When it was rolled up last, to the microsecond. */
  rolledUpAt: string;
}

/** Fetched together. */
const daysAtOnce = 31;
/** A longest period, the one before it, and some. */
const mostKept = 1_000;

/** When each day was rolled up last. Figures of one page are read at the same time: they share one reading. */
export class RollUpTimes {
  private reading: Promise<{ day: Day; rolledUpAt: string }[]> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** In the order of days. */
  read(): Promise<readonly { day: Day; rolledUpAt: string }[]> {
    this.reading ??= this.dataSource.query(`SELECT day::text, rolled_up_at::text AS "rolledUpAt" FROM engagement_day ORDER BY day`).finally(() => (this.reading = undefined));
    return this.reading;
  }
}

/** One column of the days that are rolled up, kept in memory once it was asked for: a year of ties of a large company is some tens of megabytes. */
export class RolledDays<T> {
  private readonly kept = new Map<Day, Kept<T>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly times: RollUpTimes,
    private readonly column: DayColumn,
    private readonly decode: (stored: never) => T,
  ) {}

  /** The days of a period on which something happened, in order. */
  async of({ from, to }: Pick<Period, 'from' | 'to'>): Promise<RolledDay<T>[]> {
    const known = (await this.times.read()).filter(({ day }) => day >= from && day <= to);
    const missing = known.filter(({ day, rolledUpAt }) => this.kept.get(day)?.rolledUpAt !== rolledUpAt).map(({ day }) => day);
    for (let start = 0; start < missing.length; start += daysAtOnce) await this.fetch(missing.slice(start, start + daysAtOnce));
    const days = known.flatMap(({ day }) => this.kept.get(day) ?? []);
    for (const day of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(day);
    return days;
  }

  private async fetch(days: readonly Day[]): Promise<void> {
    const rows: { day: Day; rolledUpAt: string; isClosed: boolean; stored: never }[] = await this.dataSource.query(
      `SELECT day::text, rolled_up_at::text AS "rolledUpAt", is_closed AS "isClosed", ${this.column} AS stored FROM engagement_day WHERE day = ANY ($1::date[])`,
      [days],
    );
    for (const { day, rolledUpAt, isClosed, stored } of rows) this.kept.set(day, { day: dayNumber(day), rolledUpAt, isClosed, held: this.decode(stored) });
  }
}
