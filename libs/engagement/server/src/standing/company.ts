import { Injectable } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { coursesOf } from './courses.ts';
import { type DatedTrees, datedTreesOf } from './dated-trees.ts';
import { employmentsOf } from './employment.ts';
import { type Stays, staysOf } from './headcounts.ts';

/** Where people stood and when they were there, without their names. */
export interface CompanyOverTime {
  stays: Stays;
  trees: DatedTrees;
  /** All that ever were, as the company writes them. */
  departments: ReadonlySet<string>;
  locations: ReadonlySet<string>;
}

/** For how long few changes do not matter. */
const keptMs = 60_000;
const fewChanges = 1_000;

interface Reading {
  at: number;
  /** How often what was read had been changed. */
  changes: number;
  company: Promise<CompanyOverTime>;
}

// PostgreSQL counts anyway. It may tell of a change a second late.
const changesSql = `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::float8 AS changes FROM pg_stat_user_tables WHERE relname IN ('engagement_standing', 'person', 'profile', 'engagement_leave', 'engagement_former', 'engagement_department')`;

/** Reads who was where, again when that has changed: at once when much has (an import), within a minute otherwise. */
@Injectable()
export class Company {
  private reading: Reading | undefined;
  private readonly keeps: boolean;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
  ) {
    // Tests change who is where from one question to the next.
    this.keeps = !config.test;
  }

  async now(): Promise<CompanyOverTime> {
    const [{ changes }]: [{ changes: number }] = await this.dataSource.query(changesSql);
    if (!this.reading || !this.holds(this.reading, changes)) {
      const reading = { at: Date.now(), changes, company: this.load() };
      // What failed is asked again.
      reading.company.catch(() => this.reading === reading && (this.reading = undefined));
      this.reading = reading;
    }
    return this.reading.company;
  }

  private holds({ at, changes }: Reading, now: number): boolean {
    return this.keeps && (now === changes || (Date.now() - at < keptMs && Math.abs(now - changes) < fewChanges));
  }

  private async load(): Promise<CompanyOverTime> {
    const { manager } = this.dataSource;
    const [courses, employments, trees] = await Promise.all([coursesOf(manager), employmentsOf(manager), datedTreesOf(manager)]);
    const named = (trait: 'department' | 'location') => new Set([...courses.values()].flatMap((standings) => standings.flatMap((standing) => standing[trait] ?? [])));
    return { stays: staysOf(courses, employments), trees, departments: named('department'), locations: named('location') };
  }
}
