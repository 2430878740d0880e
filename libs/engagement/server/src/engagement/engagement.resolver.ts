import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { DateType } from '../period/date.scalar.ts';
import { type Level, levels, seniorities, type Seniority } from '../standing/standing.ts';
import { type Engagement, EngagementQuery } from './engagement.query.ts';
import {
  AdoptionType, DepartmentCrossingType, DepartmentMatrixType, EngagementType, ExecutiveExampleType, ParticipationType, QuestionAnswersType, RhythmType, SeniorityEnum, StandingLevelEnum,
} from './engagement.type.ts';
import { rounded, share } from './figure.ts';

@ArgsType()
class EngagementArgs {
  @Field(() => DateType, { description: 'The first day, in UTC.' })
  from!: string;

  @Field(() => DateType, { description: 'The last day, in UTC, included.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'The name of a department, with those below it; left out: the whole company.' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'A place of work; left out: all.' })
  location?: string | null;

  @Field(() => StandingLevelEnum, { nullable: true, description: 'Left out: all.' })
  level?: Level | null;

  @Field(() => SeniorityEnum, { nullable: true, description: 'On each day, as it was then; left out: all, those included whose day of hiring is not known.' })
  seniority?: Seniority | null;
}

const errors = 'FORBIDDEN, ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG (more than 395 days), ENGAGEMENT_DEPARTMENT_UNKNOWN, ENGAGEMENT_LOCATION_UNKNOWN';

@SignedIn()
@Resolver(() => EngagementType)
export class EngagementResolver {
  constructor(private readonly query: EngagementQuery) {}

  @Query(() => EngagementType, {
    description: `Indicators of the network, for HR alone. Errors: ${errors}.`,
    // One answer reads a year of roll-ups.
    complexity: ({ childComplexity }) => 500 + childComplexity,
  })
  async engagement(@Args() filter: EngagementArgs, @CurrentViewer() viewer: Viewer): Promise<EngagementType> {
    return typeOf(await this.query.of(viewer, filter));
  }

  @Query(() => [EngagementType], {
    description: 'The same for each month of the period, the oldest first; of the first and the last month, what belongs to the period. Errors: as `engagement`.',
    complexity: ({ childComplexity }) => 2_000 + childComplexity,
  })
  async engagementMonths(@Args() filter: EngagementArgs, @CurrentViewer() viewer: Viewer): Promise<EngagementType[]> {
    return (await this.query.months(viewer, filter)).map(typeOf);
  }

  @ResolveField(() => [String], { description: 'Departments that may be asked for in this period, by name; the figures of the others could tell of too few people.' })
  departments(@Parent() { told }: EngagementType): readonly string[] {
    return told.ground.departments;
  }

  @ResolveField(() => [String], { description: 'Places of work that may be asked for in this period, by name.' })
  locations(@Parent() { told }: EngagementType): string[] {
    return told.ground.told('location');
  }

  @ResolveField(() => [StandingLevelEnum], { description: 'Levels that may be asked for in this period.' })
  levels(@Parent() { told: { ground } }: EngagementType): Level[] {
    const told = ground.told('level');
    return levels.filter((level) => told.includes(level));
  }

  @ResolveField(() => [SeniorityEnum], { description: 'Brackets of seniority that may be asked for in this period.' })
  seniorities(@Parent() { told: { ground } }: EngagementType): Seniority[] {
    const told = ground.told('seniority');
    return seniorities.filter((seniority) => told.includes(seniority));
  }

  @ResolveField(() => AdoptionType, { nullable: true, description: 'Null as `people`.' })
  async adoption(@Parent() { told }: EngagementType): Promise<AdoptionType | null> {
    if (!told.group) return null;
    const { eligible, visitors, weekly, monthly } = await told.group.adoption();
    return { eligible, visitors, share: share(visitors, eligible), weeklyActive: weekly, monthlyActive: monthly };
  }

  @ResolveField(() => ParticipationType, { nullable: true, description: 'Null as `people`.' })
  async participation(@Parent() { told }: EngagementType): Promise<ParticipationType | null> {
    if (!told.group) return null;
    const [{ visitors }, participation] = await Promise.all([told.group.adoption(), told.group.participation()]);
    const { topHundredth, topTenth, gini } = participation;
    return { ...participation, share: share(participation.contributors, visitors), topHundredth: rounded(topHundredth), topTenth: rounded(topTenth), gini: rounded(gini) };
  }

  @ResolveField(() => DepartmentCrossingType, { nullable: true, description: 'Null as `people`, and when a place of work, a level or a seniority is asked for: a tie has two ends.' })
  async crossing(@Parent() { told: { group } }: EngagementType): Promise<DepartmentCrossingType | null> {
    const crossing = await group?.crossing();
    if (!group || !crossing) return null;
    const { ties, eiIndex, eiExpected, modularity, reciprocity } = crossing;
    return { ties, readMatrix: () => group.matrix(), eiIndex: rounded(eiIndex), eiExpected: rounded(eiExpected), modularity: rounded(modularity), reciprocity: rounded(reciprocity) };
  }

  @ResolveField(() => QuestionAnswersType, { nullable: true, description: 'Null as `people`.' })
  async answers(@Parent() { told }: EngagementType): Promise<QuestionAnswersType | null> {
    if (!told.group) return null;
    const { median, ninetieth, ...counts } = await told.group.answers();
    return { ...counts, medianMinutes: median, ninetiethMinutes: ninetieth };
  }

  @ResolveField(() => RhythmType, { nullable: true, description: 'Null as `people`.' })
  async rhythm(@Parent() { told }: EngagementType): Promise<RhythmType | null> {
    if (!told.group) return null;
    const { acts, outside, hours } = await told.group.rhythm();
    return { hours, outsideShare: share(outside, acts) };
  }

  @ResolveField(() => ExecutiveExampleType, { nullable: true, description: 'Of the whole company alone. Null: so few are executives, or differ from departments that are told of, that one could be told apart; or days older than events are kept.' })
  async example(@Parent() { told }: EngagementType): Promise<ExecutiveExampleType | null> {
    const example = await told.group?.example();
    if (!example) return null;
    const { executives, contributors, written, replies, delegated, replyMedian, communities } = example;
    return { executives, contributors, written, replyShare: share(replies, written), replyMedianMinutes: replyMedian, delegatedShare: share(delegated, written), communities };
  }
}

/** DepartmentCrossing.matrix. */
@SignedIn()
@Resolver(() => DepartmentCrossingType)
export class DepartmentCrossingResolver {
  @ResolveField(() => DepartmentMatrixType, { nullable: true, description: 'Who addresses whom, by department; null when a department is asked for.' })
  matrix(@Parent() crossing: DepartmentCrossingType): Promise<DepartmentMatrixType | null> {
    return crossing.readMatrix();
  }
}

const typeOf = (told: Engagement): EngagementType => ({
  told,
  from: told.period.from,
  to: told.period.to,
  minGroup: told.minGroup,
  people: told.group?.people ?? null,
  leftOut: told.group?.leftOut ?? null,
});
