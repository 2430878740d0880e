import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog, Config, dayMs } from '@parvis/platform/server';
import { CommunityFigures } from '../community/communities.ts';
import { RolledFigures } from '../day/rolled-figures.ts';
import { dayOf } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { Company } from '../standing/company.ts';
import { Grounds } from './grounds.ts';

/** The start, and the roll-up that follows it, come first. */
const afterStartMs = 15_000;
/** Days that are read in one piece, and how long others have after each at least. */
const [daysAtOnce, restMs] = [7, 10];
/** Whoever of HR reads the report of each month has read in this time. */
export const lately = 35;

/**
 * Reads, after the start, what whoever of HR comes first would wait for: who stands where, and what a longest period of days holds. Only in a process that answers, and only
 * where HR has read lately: it is held in memory from then on. In small pieces, with as long a rest after each; whoever asks meanwhile shares what is being read.
 */
@Injectable()
export class FirstReading implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FirstReading.name);
  private readonly stop = new AbortController();
  private underWay: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: AuditLog,
    private readonly company: Company,
    private readonly grounds: Grounds,
    private readonly figures: RolledFigures,
    private readonly communities: CommunityFigures,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.answers || this.config.test) return;
    this.timer = setTimeout(() => {
      this.underWay = this.prepare().catch((error: Error) => this.stop.signal.aborted || this.logger.warn(`The indicators are read when somebody asks: ${error.message}`));
    }, afterStartMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.stop.abort();
    await this.underWay;
  }

  /** Whether it was worth it: HR has read lately. `today`: counted from 1970. */
  async prepare(today = Math.floor(Date.now() / dayMs)): Promise<boolean> {
    const read = await this.log.lastOf({ area: 'engagement', action: 'engagement.read' });
    if (!read || read.getTime() < (today - lately) * dayMs) return false;
    const first = today - longestPeriod;
    const company = await this.piece(() => this.company.now());
    for (const days of this.figures.all) for (const week of weeksOf(first, today)) await this.piece(() => days.of({ from: dayOf(week.first), to: dayOf(week.last) }));
    for (const week of weeksOf(first, today)) await this.piece(() => this.communities.prepare(week.first, week.last));
    // Also of the period that such a one is compared with.
    for (const week of weeksOf(first - longestPeriod, today)) await this.piece(() => Promise.resolve([...this.grounds.prepare(week.first, week.last, company)]));
    return true;
  }

  /** Does something, then nothing for as long as that took. Fails once the server stops. */
  private async piece<T>(work: () => Promise<T>): Promise<T> {
    const since = performance.now();
    const made = await work();
    await sleep(Math.max(performance.now() - since, restMs), undefined, { signal: this.stop.signal });
    return made;
  }
}

/** From one day to another, seven days each. */
const weeksOf = (first: number, last: number): { first: number; last: number }[] =>
  Array.from({ length: Math.ceil((last - first + 1) / daysAtOnce) }, (_, i) => ({ first: first + i * daysAtOnce, last: Math.min(first + (i + 1) * daysAtOnce - 1, last) }));
