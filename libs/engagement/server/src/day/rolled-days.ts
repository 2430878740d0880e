import type { DataSource } from 'typeorm';
import type { FewAtOnce } from './few-at-once.ts';
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

interface RolledUp {
  day: Day;
  rolledUpAt: string;
}

interface Kept<T> extends RolledDay<T> {
  /** When it was rolled up last, to the microsecond. */
  rolledUpAt: string;
}

/** Fetched together. */
const daysAtOnce = 31;
/**
 * How many of these a process has under way. A page asks for many months of many columns at the same moment; where the files of the database are not in memory each takes seconds,
 * and all of them would hold every connection that others wait for.
 */
export const mostFetches = 4;
/** A longest period, the one before it, and some. */
const mostKept = 1_000;

/** When each day was rolled up last. Figures of one page are read at the same time: they share one reading. */
export class RollUpTimes {
  private reading: Promise<RolledUp[]> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** In the order of days. */
  read(): Promise<readonly RolledUp[]> {
    this.reading ??= this.dataSource.query(`SELECT day::text, rolled_up_at::text AS "rolledUpAt" FROM engagement_day ORDER BY day`).finally(() => (this.reading = undefined));
    return this.reading;
  }
}

/** One column of the days that are rolled up, kept in memory once it was asked for: a year of ties of a large company is some tens of megabytes. */
export class RolledDays<T> {
  private readonly kept = new Map<Day, Kept<T>>();
  private readonly underWay = new Map<Day, { rolledUpAt: string; fetched: Promise<void> }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly times: RollUpTimes,
    private readonly turns: FewAtOnce,
    private readonly column: DayColumn,
    private readonly decode: (stored: never) => T,
  ) {}

  /** The days of a period on which something happened, in order. Those that somebody else is fetching are waited for. */
  async of({ from, to }: Pick<Period, 'from' | 'to'>): Promise<RolledDay<T>[]> {
    const known = (await this.times.read()).filter(({ day }) => day >= from && day <= to);
    const missing = known.filter((one) => this.lacks(one));
    for (let start = 0; start < missing.length; start += daysAtOnce) await this.fetchOnce(missing.slice(start, start + daysAtOnce));
    const days = known.flatMap(({ day }) => this.kept.get(day) ?? []);
    for (const day of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(day);
    return days;
  }

  private lacks({ day, rolledUpAt }: RolledUp): boolean {
    return this.kept.get(day)?.rolledUpAt !== rolledUpAt;
  }

  private async fetchOnce(days: readonly RolledUp[]): Promise<void> {
    // Others may have fetched some while those before were fetched.
    const missing = days.filter((one) => this.lacks(one));
    const isUnderWay = ({ day, rolledUpAt }: RolledUp): boolean => this.underWay.get(day)?.rolledUpAt === rolledUpAt;
    const [shared, own] = [missing.filter(isUnderWay), missing.filter((one) => !isUnderWay(one))];
    await Promise.all([Promise.allSettled(shared.map(({ day }) => this.underWay.get(day)?.fetched)), this.fetchThose(own)]);
    // What failed for them need not fail for this one.
    await this.fetchThose(shared.filter((one) => !this.kept.has(one.day)));
  }

  private async fetchThose(days: readonly RolledUp[]): Promise<void> {
    if (days.length === 0) return;
    const fetched = this.fetch(days.map(({ day }) => day));
    for (const { day, rolledUpAt } of days) this.underWay.set(day, { rolledUpAt, fetched });
    try {
      await fetched;
    } finally {
      for (const { day } of days) if (this.underWay.get(day)?.fetched === fetched) this.underWay.delete(day);
    }
  }

  private async fetch(days: readonly Day[]): Promise<void> {
    const rows = await this.turns.run(() =>
      this.dataSource.query<{ day: Day; rolledUpAt: string; isClosed: boolean; stored: never }[]>(
        `SELECT day::text, rolled_up_at::text AS "rolledUpAt", is_closed AS "isClosed", ${this.column} AS stored FROM engagement_day WHERE day = ANY ($1::date[])`,
        [days],
      ),
    );
    for (const { day, rolledUpAt, isClosed, stored } of rows) this.kept.set(day, { day: dayNumber(day), rolledUpAt, isClosed, held: this.decode(stored) });
  }
}
