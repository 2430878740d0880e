import { type Beside, besideByDay, tellsBeside } from '../gate/beside.ts';
import type { Place } from '../gate/headcounts.ts';
import type { CompanyOverTime } from '../standing/company.ts';
import { headcountsOf } from '../standing/headcounts.ts';

/** What may be told beside blocks on each day that was asked for, of executives and of brackets of seniority: the same for all periods that hold the day. */
export class BesideDays {
  private readonly days = new Map<number, Beside>();

  constructor(
    private readonly company: CompanyOverTime,
    private readonly minGroup: number,
  ) {}

  /** From one day to another, both included and counted from 1970. */
  of(first: number, last: number): Beside {
    for (const worked of this.workOut(first, last)) void worked;
    return tellsBeside(daysFrom(first, last).map((day) => this.days.get(day) as Beside));
  }

  /** Works out the days of another company, one by one. */
  *workOutAs(other: BesideDays): Generator<number> {
    const known = [...other.days.keys()];
    if (known.length > 0) yield* this.workOut(known.reduce((first, day) => Math.min(first, day)), known.reduce((last, day) => Math.max(last, day)));
  }

  /** Works out days that are not known yet, one by one. */
  *workOut(first: number, last: number): Generator<number> {
    const missing = daysFrom(first, last).filter((day) => !this.days.has(day));
    const [from, to] = [missing[0], missing.at(-1)];
    if (from === undefined || to === undefined) return;
    const input = { headcounts: headcountsOf(this.company.stays, from, to), ...this.company.trees.of(from, to), minGroup: this.minGroup };
    let day = from;
    for (const beside of besideByDay(input, isExecutive)) {
      this.days.set(day, beside);
      yield (day += 1);
    }
  }
}

export const isExecutive = ({ level }: Pick<Place, 'level'>): boolean => level === 'executive';

const daysFrom = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
