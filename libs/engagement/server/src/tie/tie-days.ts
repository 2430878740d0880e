import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Day, dayNumber } from '../period/day.ts';
import type { Period } from '../period/period.ts';
import { decodeTies, type TieDay } from './tie-day.ts';

interface KeptDay {
  /** When it was rolled up last, to the microsecond. */
  rolledUpAt: string;
  day: number;
  ties: TieDay;
}

/** Fetched together. */
const daysAtOnce = 31;
/** A longest period, the one before it, and some. */
const mostKept = 1_000;

/** The ties of past days, kept in memory once they were asked for: a year of a large company is some tens of megabytes. */
@Injectable()
export class TieDays {
  private readonly kept = new Map<Day, KeptDay>();

  constructor(private readonly dataSource: DataSource) {}

  /** The days of a period on which somebody addressed somebody, in order. */
  async of({ from, to }: Pick<Period, 'from' | 'to'>): Promise<{ day: number; ties: TieDay }[]> {
    const known: { day: Day; rolledUpAt: string }[] = await this.dataSource.query(`SELECT day::text, rolled_up_at::text AS "rolledUpAt" FROM engagement_day WHERE day BETWEEN $1 AND $2 ORDER BY day`, [from, to]);
    const missing = known.filter(({ day, rolledUpAt }) => this.kept.get(day)?.rolledUpAt !== rolledUpAt).map(({ day }) => day);
    for (let start = 0; start < missing.length; start += daysAtOnce) await this.fetch(missing.slice(start, start + daysAtOnce));
    const days = known.flatMap(({ day }) => this.kept.get(day) ?? []);
    for (const day of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(day);
    return days;
  }

  private async fetch(days: readonly Day[]): Promise<void> {
    const rows: { day: Day; rolledUpAt: string; ties: Buffer }[] = await this.dataSource.query(`SELECT day::text, rolled_up_at::text AS "rolledUpAt", ties FROM engagement_day WHERE day = ANY ($1::date[])`, [days]);
    for (const { day, rolledUpAt, ties } of rows) this.kept.set(day, { day: dayNumber(day), rolledUpAt, ties: decodeTies(ties) });
  }
}
