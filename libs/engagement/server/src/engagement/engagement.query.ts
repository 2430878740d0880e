import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { arrivalsOf } from '../arrival/arrivals.ts';
import type { ToldCohort } from '../arrival/cohorts.ts';
import { CommunityFigures, type Communities } from '../community/communities.ts';
import { type Participation, participationOf } from '../contribution/participation.ts';
import type { Crossing } from '../crossing/crossing.ts';
import type { CrossingMatrix } from '../crossing/crossing-ground.ts';
import { RolledFigures } from '../day/rolled-figures.ts';
import { engagementErrors } from '../engagement.errors.ts';
import { type Example, exampleOf } from '../example/example.ts';
import { type Rhythm, rhythmOf } from '../hour/rhythm.ts';
import { type Ideas, ideasOf } from '../idea/ideas-of.ts';
import { checkedPeriod, monthsOf, type Period } from '../period/period.ts';
import { type Answers, answersOf } from '../question/answers.ts';
import { Readers } from '../reader/readers.ts';
import { Company, type CompanyOverTime } from '../standing/company.ts';
import { type NumberedPlace, NumberedPlaces } from '../standing/places.ts';
import type { Level, Seniority } from '../standing/standing.ts';
import { type Adoption, adoptionOf } from '../visit/adoption.ts';
import type { Ground } from './ground.ts';
import { Grounds } from './grounds.ts';
import { KeptGroups, madeOf } from './kept-groups.ts';
import type { Group } from './group.ts';
import { MIN_GROUP } from './min-group.ts';

export interface EngagementFilter {
  from: string;
  to: string;
  department?: string | null | undefined;
  location?: string | null | undefined;
  level?: Level | null | undefined;
  seniority?: Seniority | null | undefined;
}

/** What is told of a group of people over a period: each figure is read when it is asked for. */
export interface Engagement {
  period: Period;
  minGroup: number;
  ground: Ground;
  /** Null: it may not be told of. */
  group: ToldGroup | null;
}

/** The figures of a group. */
export interface ToldGroup extends Group {
  adoption(): Promise<Adoption>;
  participation(): Promise<Participation>;
  rhythm(): Promise<Rhythm>;
  answers(): Promise<Answers>;
  ideas(): Promise<Ideas>;
  /** Null: asked by location, level or seniority, since a tie has two ends. */
  crossing(): Promise<Crossing | null>;
  /** Of the whole company alone, as is what executives do as a group. */
  matrix(): Promise<CrossingMatrix | null>;
  communities(): Promise<Communities | null>;
  arrivals(): Promise<readonly ToldCohort[] | null>;
  example(): Promise<(Example & { executives: number }) | null>;
}

/** What all periods of a question share. */
interface Known {
  company: CompanyOverTime;
  places: readonly NumberedPlace[];
}

/** More could not be read side by side. */
const mostDepartments = 24;

/** The one way to figures about people: whatever is asked passes the gate first. */
@Injectable()
export class EngagementQuery {
  private readonly groups = new KeptGroups<ToldGroup>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly company: Company,
    private readonly grounds: Grounds,
    private readonly places: NumberedPlaces,
    private readonly figures: RolledFigures,
    private readonly communities: CommunityFigures,
    private readonly readers: Readers,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {}

  /** Errors: FORBIDDEN, ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG, ENGAGEMENT_DEPARTMENT_UNKNOWN, ENGAGEMENT_LOCATION_UNKNOWN. */
  async of(viewer: Viewer, filter: EngagementFilter): Promise<Engagement> {
    const period = await this.readers.admit(viewer, { ...filter });
    return this.answer(period, filter, await this.read());
  }

  /** The same for each month of a period, the first and the last as far as they belong to it. Errors: as `of`. */
  async months(viewer: Viewer, filter: EngagementFilter): Promise<Engagement[]> {
    const period = await this.readers.admit(viewer, { ...filter, byMonth: true });
    const known = await this.read();
    return monthsOf(period).map((month) => this.answer(checkedPeriod(month.from, month.to), filter, known));
  }

  private async read(): Promise<Known> {
    const [company, places] = await Promise.all([this.company.now(), this.places.all()]);
    return { company, places };
  }

  private answer(period: Period, filter: EngagementFilter, { company, places }: Known): Engagement {
    const ground = this.grounds.of(period, company);
    return { period, minGroup: this.minGroup, ground, group: this.groupOf(ground, filter, places) };
  }

  private groupOf(ground: Ground, filter: EngagementFilter, places: readonly NumberedPlace[]): ToldGroup | null {
    const department = named(filter.department, ground.company.departments, engagementErrors.departmentUnknown);
    const location = named(filter.location, ground.company.locations, engagementErrors.locationUnknown);
    const [level, seniority] = [filter.level ?? undefined, filter.seniority ?? undefined];
    return this.groups.of({ ground, places, asked: { department, location, level, seniority } }, () => {
      if ([location, level, seniority].some((trait) => trait !== undefined)) {
        const group = ground.filtered({ department, location, level, seniority }, places);
        return group && this.told(group, places, { crossing: () => Promise.resolve(null) });
      }
      return department === undefined ? this.everybody(ground, places) : this.department(ground, department, places);
    });
  }

  private everybody(ground: Ground, places: readonly NumberedPlace[]): ToldGroup | null {
    const group = ground.everybody(places);
    if (!group) return null;
    const { period } = group;
    const ties = madeOf(() => this.figures.ties.of(period), (days) => {
      const counts = ground.crossing.count(days, period.first, places);
      return { crossing: ground.crossing.company(counts), matrix: ground.crossing.matrix(counts, mostDepartments) };
    });
    return this.told(group, places, {
      crossing: async () => (await ties()).crossing,
      ideas: madeOf(() => this.figures.ideas.of(period), (days) => ideasOf(days, group, places, ground.largestDepartments(mostDepartments))),
      matrix: async () => (await ties()).matrix,
      communities: () => this.communities.of(period),
      arrivals: () => arrivalsOf(this.dataSource.manager, period, this.minGroup),
      example: async () => {
        const executives = ground.executives(places);
        const days = await this.figures.examples.of(period);
        // Who leads is forgotten when a day is closed.
        if (!executives || days.some(({ isClosed }) => isClosed)) return null;
        const example = exampleOf(await this.figures.contributions.of(period), days, executives.places, period);
        // Some of those who wrote may have left since.
        return { ...example, executives: executives.people, contributors: Math.min(example.contributors, executives.people) };
      },
    });
  }

  private department(ground: Ground, name: string, places: readonly NumberedPlace[]): ToldGroup | null {
    const [group, part] = [ground.department(name, places), ground.crossing.part(name)];
    if (!group || !part) return null;
    const { period } = group;
    return this.told(group, places, { crossing: madeOf(() => this.figures.ties.of(period), (days) => ground.crossing.department(ground.crossing.count(days, period.first, places), part)) });
  }

  private told(group: Group, places: readonly NumberedPlace[], own: Pick<ToldGroup, 'crossing'> & Partial<Pick<ToldGroup, 'ideas' | 'matrix' | 'communities' | 'arrivals' | 'example'>>): ToldGroup {
    const { period } = group;
    return {
      ...group,
      adoption: madeOf(() => this.figures.visits.of(period), (days) => adoptionOf(days, group)),
      participation: madeOf(() => this.figures.contributions.of(period), (days) => participationOf(days, group, this.minGroup)),
      rhythm: madeOf(() => this.figures.hours.of(period), (days) => rhythmOf(days, group)),
      answers: madeOf(() => this.figures.questions.of(period), (days) => answersOf(days, group)),
      ideas: madeOf(() => this.figures.ideas.of(period), (days) => ideasOf(days, group, places, null)),
      matrix: () => Promise.resolve(null),
      communities: () => Promise.resolve(null),
      arrivals: () => Promise.resolve(null),
      example: () => Promise.resolve(null),
      ...own,
    };
  }
}

/** As the company writes it, in whatever letter case it is asked for; undefined: it does not matter. */
function named(asked: string | null | undefined, known: ReadonlySet<string>, unknown: (asked: string) => Error): string | undefined {
  if (asked === null || asked === undefined) return undefined;
  if (known.has(asked)) return asked;
  const found = [...known].find((name) => name.toLowerCase() === asked.trim().toLowerCase());
  if (found === undefined) throw unknown(asked);
  return found;
}

