import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import type { Crossing } from '../crossing/crossing.ts';
import { CrossingGround, type CrossingMatrix } from '../crossing/crossing-ground.ts';
import { engagementErrors } from '../engagement.errors.ts';
import { peopleAtTheEnd } from '../gate/headcounts.ts';
import { publish } from '../gate/publish.ts';
import { checkedPeriod, monthsOf, type Period } from '../period/period.ts';
import { Readers } from '../reader/readers.ts';
import { Company, type CompanyOverTime } from '../standing/company.ts';
import { headcountsOf } from '../standing/headcounts.ts';
import { numberedPlaces } from '../standing/places.ts';
import { TieDays } from '../tie/tie-days.ts';
import { MIN_GROUP } from './min-group.ts';

export interface EngagementFilter {
  from: string;
  to: string;
  department: string | null;
}

/** What is told of a group of people over a period. */
export interface Engagement {
  period: Period;
  minGroup: number;
  /** Those that may be asked for. */
  departments: string[];
  /** Null: it may not be told of. */
  group: Group | null;
}

export interface Group {
  people: number;
  leftOut: number;
  crossing: Crossing;
  /** Who addresses whom, by department; null: asked for a department. */
  matrix(): CrossingMatrix | null;
}

/** What may be told of a period, as the company stands now. */
interface Ground {
  company: CompanyOverTime;
  /** Null: on some day of it there were too few people. */
  people: number | null;
  crossing: CrossingGround;
  departments: string[];
}

/** More could not be read side by side. */
const mostDepartments = 24;

/** Periods kept for whoever asks next. */
const keptGrounds = 40;

/** The one way to figures about people: whatever is asked passes the gate first. */
@Injectable()
export class EngagementQuery {
  private readonly grounds = new Map<string, Ground>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly company: Company,
    private readonly tieDays: TieDays,
    private readonly readers: Readers,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {}

  /** Errors: FORBIDDEN, ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG, ENGAGEMENT_DEPARTMENT_UNKNOWN. */
  async of(viewer: Viewer, filter: EngagementFilter): Promise<Engagement> {
    return this.answer(await this.readers.admit(viewer, { ...filter }), filter);
  }

  private async answer(period: Period, filter: EngagementFilter): Promise<Engagement> {
    const ground = await this.groundOf(period);
    const department = departmentOf(filter.department, ground.company);
    const group = ground.people === null ? null : await this.groupOf(period, ground, ground.people, department);
    return { period, minGroup: this.minGroup, departments: ground.departments, group };
  }

  /** The same for each month of a period, the first and the last as far as they belong to it. Errors: as `of`. */
  async months(viewer: Viewer, filter: EngagementFilter): Promise<Engagement[]> {
    const told: Engagement[] = [];
    const period = await this.readers.admit(viewer, { ...filter, byMonth: true });
    for (const month of monthsOf(period)) told.push(await this.answer(checkedPeriod(month.from, month.to), filter));
    return told;
  }

  private async groundOf(period: Period): Promise<Ground> {
    const key = `${period.from} ${period.to}`;
    const company = await this.company.now();
    const kept = this.grounds.get(key);
    if (kept?.company === company) return kept;
    const headcounts = headcountsOf(company.stays, period.first, period.last);
    const publication = publish({ headcounts, tree: company.tree, minGroup: this.minGroup });
    const everybody = publication.select({});
    const crossing = new CrossingGround({ publication, headcounts, tree: company.tree, minGroup: this.minGroup });
    const isTold = !('refused' in everybody);
    const ground = { company, people: isTold ? peopleAtTheEnd(headcounts).reduce((so, people) => so + people, 0) : null, crossing, departments: isTold ? crossing.departments : [] };
    this.grounds.delete(key);
    this.grounds.set(key, ground);
    for (const oldest of [...this.grounds.keys()].slice(0, -keptGrounds)) this.grounds.delete(oldest);
    return ground;
  }

  private async groupOf(period: Period, { crossing }: Ground, people: number, department: string | null): Promise<Group | null> {
    const places = await numberedPlaces(this.dataSource.manager);
    const days = await this.tieDays.of(period);
    if (department === null) {
      return { people, leftOut: 0, crossing: crossing.company(days, period.first, places), matrix: () => crossing.matrix(days, period.first, places, mostDepartments) };
    }
    const part = crossing.department(days, period.first, places, department);
    return part && { ...part, matrix: () => null };
  }
}

/** As the company writes it, in whatever letter case it is asked for; null: the whole company. */
function departmentOf(asked: string | null, { departments }: CompanyOverTime): string | null {
  if (asked === null || departments.has(asked)) return asked;
  const known = [...departments].find((name) => name.toLowerCase() === asked.trim().toLowerCase());
  if (known === undefined) throw engagementErrors.departmentUnknown(asked);
  return known;
}
