import { Injectable } from '@nestjs/common';
import { Config } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { DepartmentTree } from '../gate/department-tree.ts';
import { coursesOf } from './courses.ts';
import { departmentTree, type Member } from './department-tree.ts';
import { presencesOf, type Presence } from './eligible.ts';
import type { Course } from './standing.ts';

/** Everybody, where they stood and when they were there. */
export interface CompanyOverTime {
  courses: ReadonlyMap<string, Course>;
  presences: ReadonlyMap<string, Presence>;
  tree: DepartmentTree;
  /** By a department written in whatever letter case, as the company writes it. */
  departments: ReadonlyMap<string, string>;
}

const keptMs = 60_000;

/** Reads who was where, for all who ask within a minute. */
@Injectable()
export class Company {
  private read: { at: number; company: Promise<CompanyOverTime> } | undefined;
  private readonly keptMs: number;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
  ) {
    // Tests change who is where from one question to the next.
    this.keptMs = config.test ? 0 : keptMs;
  }

  now(): Promise<CompanyOverTime> {
    if (!this.read || Date.now() - this.read.at >= this.keptMs) {
      const read = { at: Date.now(), company: this.load() };
      // What failed is asked again.
      read.company.catch(() => this.read === read && (this.read = undefined));
      this.read = read;
    }
    return this.read.company;
  }

  private async load(): Promise<CompanyOverTime> {
    const { manager } = this.dataSource;
    const [courses, presences, members] = await Promise.all([
      coursesOf(manager),
      presencesOf(manager),
      manager.query(`SELECT id, manager_id AS "managerId", department FROM person WHERE deactivated_at IS NULL`) as Promise<Member[]>,
    ]);
    const named = [...courses.values()].flatMap(({ standings }) => standings.flatMap(({ department }) => department ?? []));
    return { courses, presences, tree: departmentTree(members), departments: new Map(named.map((department) => [department.toLowerCase(), department])) };
  }
}
