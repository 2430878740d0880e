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
const [renewedMs, lookMs] = [10 * 60_000, 15_000];
const fewChanges = 1_000;

/** What tells whether a reading still holds. */
interface State {
  /** How often what was read had been changed. */
  changes: number;
  /** When a day was rolled up last; null: never. */
  rolledUpAt: string | null;
}

interface Reading extends State {
  at: number;
  /** What people’s standings, employments and departments amounted to when they were read. */
  sum: Promise<string>;
  company: Promise<CompanyOverTime>;
  /** Questions of one page share it. */
  isUnderWay: boolean;
}

// PostgreSQL counts anyway. It may tell of a change a second late.
const stateSql = `SELECT (SELECT max(rolled_up_at) FROM engagement_day)::text AS "rolledUpAt",
  (SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::float8 FROM pg_stat_user_tables WHERE relname IN ('engagement_standing', 'person', 'profile', 'engagement_leave', 'engagement_former', 'engagement_department')) AS changes`;

const sumOf = (from: string, row = 'of::text'): string => `(SELECT sum(hashtextextended(${row}, 0)) FROM ${from} of)`;
const sumSql = `SELECT concat_ws(' ', ${[
  ...['engagement_standing', 'engagement_employment', 'engagement_leave', 'engagement_department'].map((table) => sumOf(table)),
  // Departments that are not noted yet are above each other by who manages whom.
  sumOf('person', "concat_ws(' ', id, manager_id, department, deactivated_at IS NULL)"),
].join(', ')}) AS sum`;

type Preparation = (before: CompanyOverTime, next: CompanyOverTime) => Promise<void>;

/**
 * Reads who was where, again when that has changed: at once when much has (an import) or a day was rolled up since, every ten minutes otherwise, beside those who ask. Days
 * newer than what is known of people would hold places where nobody is known to stand: whoever moved there would be out of the total, and back in it a little later.
 * It is not read before somebody asks, or HR may be expected to.
 */
@Injectable()
export class Company implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Company.name);
  private reading: Reading | undefined;
  /** What will take its place once all is ready. */
  private next: Reading | undefined;
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
    if (this.keeps) this.timer = setInterval(() => void this.renewWhenDue(), lookMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What is to be ready before a company that has changed takes the place of the one before. */
  beforeRenewal(prepare: Preparation): void {
    this.prepare = prepare;
  }

  async now(): Promise<CompanyOverTime> {
    const state = await this.state();
    this.reading = [this.reading, this.next].find((reading) => reading && this.holds(reading, state)) ?? this.read(state);
    return this.reading.company;
  }

  /** Reads again what was read and has changed, beside those who ask meanwhile. */
  async renew(): Promise<void> {
    const before = this.reading;
    if (!before || this.next) return;
    try {
      const state = await this.state();
      if (isSame(before, state)) return;
      this.next = this.read(state);
      const [company, next] = [await before.company, await this.next.company];
      if (next !== company) await this.prepare(company, next);
      if (this.reading === before) this.reading = this.next;
    } catch (error) {
      this.logger.warn(`Who stands where is read again at the next question: ${(error as Error).message}`);
    } finally {
      this.next = undefined;
    }
  }

  /** As soon as days were rolled up: whoever asks would have to wait. */
  private async renewWhenDue(): Promise<void> {
    const { reading } = this;
    if (!reading) return;
    if (Date.now() - reading.at >= renewedMs || (await this.state().catch(() => reading)).rolledUpAt !== reading.rolledUpAt) await this.renew();
  }

  private async state(): Promise<State> {
    const [state]: [State] = await this.dataSource.query(stateSql);
    return state;
  }

  private holds(reading: Reading, state: State): boolean {
    if (reading.rolledUpAt !== state.rolledUpAt) return false;
    if (reading.isUnderWay) return true;
    return this.keeps && (isSame(reading, state) || (Date.now() - reading.at < keptMs && Math.abs(state.changes - reading.changes) < fewChanges));
  }

  /** As it was read before, if it still amounts to the same. */
  private read(state: State): Reading {
    const before = this.keeps ? this.reading : undefined;
    const sum = this.sum();
    const reading: Reading = { ...state, at: Date.now(), sum, isUnderWay: true, company: this.sameOrLoaded(sum, before) };
    // What failed is asked again.
    reading.company.then(() => (reading.isUnderWay = false), () => this.reading === reading && (this.reading = undefined));
    return reading;
  }

  private async sameOrLoaded(sum: Promise<string>, before: Reading | undefined): Promise<CompanyOverTime> {
    return before && (await before.sum.catch(() => undefined)) === (await sum) ? before.company : this.load();
  }

  private async sum(): Promise<string> {
    const [{ sum }]: [{ sum: string }] = await this.dataSource.query(sumSql);
    return sum;
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

const isSame = (one: State, other: State): boolean => one.changes === other.changes && one.rolledUpAt === other.rolledUpAt;
