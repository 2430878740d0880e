import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { coursesOf } from './courses.ts';
import { type DatedTrees, datedTreesOf } from './dated-trees.ts';
import { employmentsOf } from './employment.ts';
import { type Stays, staysOf } from './headcounts.ts';
import type { NumberedPlace } from './places.ts';
import { placeKey } from './standing.ts';

/** Where people stood and when they were there, without their names. */
export interface CompanyOverTime {
  stays: Stays;
  trees: DatedTrees;
  /** All that ever were, as the company writes them. */
  departments: ReadonlySet<string>;
  locations: ReadonlySet<string>;
  /** Of places as the days name them, those of the stays; null: nobody was ever there. */
  indexesOf(known: readonly NumberedPlace[]): readonly (number | null)[];
}

/** For how long few changes do not matter, and how often they are looked for. */
const keptMs = 15 * 60_000;
const renewedMs = 10 * 60_000;
const fewChanges = 1_000;

interface Reading {
  at: number;
  /** How often what was read had been changed. */
  changes: number;
  company: Promise<CompanyOverTime>;
  /** Questions of one page share it. */
  isUnderWay: boolean;
}

// PostgreSQL counts anyway. It may tell of a change a second late.
const changesSql = `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::float8 AS changes FROM pg_stat_user_tables WHERE relname IN ('engagement_standing', 'person', 'profile', 'engagement_leave', 'engagement_former', 'engagement_department')`;

type Preparation = (before: CompanyOverTime, next: CompanyOverTime) => Promise<void>;

/**
 * Reads who was where, again when that has changed: at once when much has (an import), every ten minutes otherwise, as days are made, so that whoever asks need not
 * wait. It is not read before somebody asks, or HR may be expected to.
 */
@Injectable()
export class Company implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Company.name);
  private reading: Reading | undefined;
  private prepare: Preparation = () => Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private readonly keeps: boolean;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
  ) {
    // Tests change who is where from one question to the next.
    this.keeps = !config.test;
  }

  onApplicationBootstrap(): void {
    if (this.keeps) this.timer = setInterval(() => void this.renew(), renewedMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What is to be ready before a company that has changed takes the place of the one before. */
  beforeRenewal(prepare: Preparation): void {
    this.prepare = prepare;
  }

  async now(): Promise<CompanyOverTime> {
    const changes = await this.changes();
    if (!this.reading || !this.holds(this.reading, changes)) {
      const reading: Reading = { at: Date.now(), changes, company: this.load(), isUnderWay: true };
      // What failed is asked again.
      reading.company.then(() => (reading.isUnderWay = false), () => this.reading === reading && (this.reading = undefined));
      this.reading = reading;
    }
    return this.reading.company;
  }

  /** Reads again what was read and has changed, beside those who ask meanwhile. */
  async renew(): Promise<void> {
    const before = this.reading;
    if (!before) return;
    try {
      const [at, changes] = [Date.now(), await this.changes()];
      if (changes === before.changes) return;
      const company = await this.load();
      await this.prepare(await before.company, company);
      if (this.reading === before) this.reading = { at, changes, company: Promise.resolve(company), isUnderWay: false };
    } catch (error) {
      this.logger.warn(`Who stands where is read again at the next question: ${(error as Error).message}`);
    }
  }

  private async changes(): Promise<number> {
    const [{ changes }]: [{ changes: number }] = await this.dataSource.query(changesSql);
    return changes;
  }

  private holds({ at, changes, isUnderWay }: Reading, now: number): boolean {
    if (isUnderWay) return true;
    return this.keeps && (now === changes || (Date.now() - at < keptMs && Math.abs(now - changes) < fewChanges));
  }

  private async load(): Promise<CompanyOverTime> {
    const { manager } = this.dataSource;
    const [courses, employments, trees] = await Promise.all([coursesOf(manager), employmentsOf(manager), datedTreesOf(manager)]);
    const [departments, locations] = [new Set<string>(), new Set<string>()];
    for (const standings of courses.values()) {
      for (const { department, location } of standings) {
        if (department !== null) departments.add(department);
        if (location !== null) locations.add(location);
      }
    }
    const stays = await staysOf(courses, employments);
    const indexes = new WeakMap<readonly NumberedPlace[], (number | null)[]>();
    const indexesOf = (known: readonly NumberedPlace[]): (number | null)[] => {
      const found = indexes.get(known) ?? known.map((place) => stays.indexes.get(placeKey(place)) ?? null);
      indexes.set(known, found);
      return found;
    };
    return { stays, trees, departments, locations, indexesOf };
  }
}
