import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { countTies, crossingOf, type Crossing, type PlaceFacts } from '../crossing/crossing.ts';
import { matrixOf, type CrossingMatrix } from '../crossing/crossing-matrix.ts';
import { engagementErrors } from '../engagement.errors.ts';
import { departmentGroups } from '../crossing/department-groups.ts';
import { type Headcounts, peopleAtTheEnd, type Place } from '../gate/headcounts.ts';
import type { Publication, Selection } from '../gate/publication.ts';
import { publish } from '../gate/publish.ts';
import { checkedPeriod, monthsOf, type Period } from '../period/period.ts';
import { Company, type CompanyOverTime } from '../standing/company.ts';
import { headcountsOf } from '../standing/headcounts.ts';
import { placeKey } from '../standing/standing.ts';
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
  headcounts: Headcounts;
  /** By the key of a place, its index among those of the headcounts. */
  indexes: ReadonlyMap<string, number>;
  publication: Publication;
  /** Departments that may be asked for. */
  departments: string[];
}

/** More could not be read side by side. */
const mostGroups = 24;

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
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {}

  /** Errors: FORBIDDEN, ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG, ENGAGEMENT_DEPARTMENT_UNKNOWN. */
  async of(viewer: Viewer, filter: EngagementFilter): Promise<Engagement> {
    if (!viewer.roles.includes('hr')) throw engagementErrors.forbidden();
    const period = checkedPeriod(filter.from, filter.to);
    const ground = await this.groundOf(period);
    const department = departmentOf(filter.department, ground.company);
    const selection = ground.publication.select(department === null ? {} : { department });
    return {
      period,
      minGroup: this.minGroup,
      departments: ground.departments,
      group: 'refused' in selection ? null : await this.groupOf(period, ground, selection, department === null),
    };
  }

  /** The same for each month of a period, the first and the last as far as they belong to it. Errors: as `of`. */
  async months(viewer: Viewer, filter: EngagementFilter): Promise<Engagement[]> {
    const told: Engagement[] = [];
    for (const month of monthsOf(checkedPeriod(filter.from, filter.to))) told.push(await this.of(viewer, { ...filter, ...month }));
    return told;
  }

  private async groundOf(period: Period): Promise<Ground> {
    const key = `${period.from} ${period.to}`;
    const company = await this.company.now();
    const kept = this.grounds.get(key);
    if (kept?.company === company) return kept;
    const headcounts = headcountsOf(company.stays, period.first, period.last);
    const publication = publish({ headcounts, tree: company.tree, minGroup: this.minGroup });
    const indexes = new Map(headcounts.places.map((place, i) => [placeKey(place), i]));
    const ground = { company, headcounts, indexes, publication, departments: publication.departments };
    this.grounds.delete(key);
    this.grounds.set(key, ground);
    for (const oldest of [...this.grounds.keys()].slice(0, -keptGrounds)) this.grounds.delete(oldest);
    return ground;
  }

  private async groupOf(period: Period, { company, headcounts, indexes, publication, departments }: Ground, selection: Selection, isCompany: boolean): Promise<Group> {
    const numbered: (Place & { id: number })[] = await this.dataSource.query('SELECT id, department, location, level, seniority FROM engagement_place');
    const days = await this.tieDays.of(period);
    const at = new Map(numbered.map((place) => [place.id, indexes.get(placeKey(place))]));
    const facts = factsOf(numbered, at, selection);
    return {
      people: selection.people,
      leftOut: selection.leftOut,
      crossing: crossingOf(countTies(days, period.first, facts), sizesOf(headcounts, selection, facts.names)),
      matrix: () => (isCompany ? matrixOf(days, period.first, at, departmentGroups(publication, departments, headcounts, company.tree, mostGroups)) : null),
    };
  }
}

/** As the company writes it; null: the whole company. */
function departmentOf(asked: string | null, { departments }: CompanyOverTime): string | null {
  if (asked === null) return null;
  const known = departments.get(asked.trim().toLowerCase());
  if (known === undefined) throw engagementErrors.departmentUnknown(asked);
  return known;
}

/** What is to be known of each place that a tie may name. `at`: which of the places with eligible people it is. */
function factsOf(numbered: readonly (Place & { id: number })[], at: ReadonlyMap<number, number | undefined>, selection: Selection): PlaceFacts & { names: ReadonlyMap<string, number> } {
  const size = numbered.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1;
  const names = new Map([...new Set(numbered.flatMap(({ department }) => department ?? []))].map((name, i) => [name, i]));
  const facts = { department: new Int32Array(size).fill(-1), departments: names.size, asked: new Uint8Array(size), counted: new Uint8Array(size), names };
  for (const { id, department } of numbered) {
    facts.department[id] = department === null ? -1 : (names.get(department) as number);
    const place = at.get(id);
    if (place === undefined) continue;
    facts.counted[id] = 1;
    facts.asked[id] = selection.places[place] as number;
  }
  return facts;
}

/** How many people of each department there are on the last day: of those asked for, and of all. */
function sizesOf(headcounts: Headcounts, selection: Selection, names: ReadonlyMap<string, number>) {
  // A department in which nobody has done anything yet has its size too.
  const numbers = new Map(names);
  for (const { department } of headcounts.places) if (department !== null && !numbers.has(department)) numbers.set(department, numbers.size);
  const sizes = { asked: new Float64Array(numbers.size), all: new Float64Array(numbers.size) };
  const people = peopleAtTheEnd(headcounts);
  for (const [place, { department }] of headcounts.places.entries()) {
    if (department === null) continue;
    const number = numbers.get(department) as number;
    sizes.all[number] = (sizes.all[number] as number) + (people[place] as number);
    if (selection.places[place] === 1) sizes.asked[number] = (sizes.asked[number] as number) + (people[place] as number);
  }
  return sizes;
}
