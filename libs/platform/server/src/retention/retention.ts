import { Injectable } from '@nestjs/common';
import { daysAgo } from '../time/durations.ts';
import { Settings } from '../settings/settings.ts';
import { retentionSetting } from './retention.setting.ts';

/** How long something is kept, and the bounds within which administration may say otherwise. A domain declares it once, as a constant. */
export interface RetentionTerm {
  /** `<domain>.<what>`, such as `conversations.drafts`; has words on the page of administration. */
  readonly key: string;
  readonly standardDays: number;
  readonly leastDays: number;
  readonly mostDays: number;
}

/** Rows that would go, if everything before that instant did. */
export type CountBefore = (before: Date) => Promise<number>;

/** How long things are kept: what administration says, else the standard of the domain. Sweeps ask each time they run. */
@Injectable()
export class Retention {
  private readonly terms = new Map<string, { term: RetentionTerm; count: CountBefore }>();

  constructor(private readonly settings: Settings) {}

  /** When the module starts, by whoever sweeps. */
  register(term: RetentionTerm, count: CountBefore): void {
    if (this.terms.has(term.key)) throw new Error(`How long ${term.key} is kept is registered twice.`);
    this.terms.set(term.key, { term, count });
  }

  /** Never outside of the bounds, whatever stands in the database. */
  daysOf({ key, standardDays, leastDays, mostDays }: RetentionTerm): number {
    return Math.min(mostDays, Math.max(leastDays, this.settings.get(retentionSetting).days[key] ?? standardDays));
  }

  /** What is older is past its time. */
  cutoff(term: RetentionTerm, now = new Date()): Date {
    return daysAgo(this.daysOf(term), now);
  }

  all(): RetentionTerm[] {
    return [...this.terms.values()].map(({ term }) => term).sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  /** How many rows would go, were it kept for so many days. */
  async rowsPast({ key }: RetentionTerm, days: number): Promise<number> {
    return (await this.terms.get(key)?.count(daysAgo(days))) ?? 0;
  }
}
