import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { DateType } from '../period/date.scalar.ts';
import { type Engagement, EngagementQuery } from './engagement.query.ts';
import { DepartmentCrossingType, DepartmentMatrixType, EngagementType } from './engagement.type.ts';

@SignedIn()
@Resolver(() => EngagementType)
export class EngagementResolver {
  constructor(private readonly query: EngagementQuery) {}

  @Query(() => EngagementType, {
    description:
      'Indicators of the network, for HR alone. Errors: FORBIDDEN, ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG (more than 395 days), ENGAGEMENT_DEPARTMENT_UNKNOWN.',
    // One answer reads a year of roll-ups.
    complexity: ({ childComplexity }) => 500 + childComplexity,
  })
  async engagement(
    @Args('from', { type: () => DateType, description: 'The first day, in UTC.' }) from: string,
    @Args('to', { type: () => DateType, description: 'The last day, in UTC, included.' }) to: string,
    @Args('department', { type: () => ID, nullable: true, description: 'The name of a department, with those below it; left out: the whole company.' }) department: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EngagementType> {
    return typeOf(await this.query.of(viewer, { from, to, department: department ?? null }));
  }

  @Query(() => [EngagementType], {
    description: 'The same for each month of the period, the oldest first; of the first and the last month, what belongs to the period. Errors: as `engagement`.',
    complexity: ({ childComplexity }) => 2_000 + childComplexity,
  })
  async engagementMonths(
    @Args('from', { type: () => DateType, description: 'The first day, in UTC.' }) from: string,
    @Args('to', { type: () => DateType, description: 'The last day, in UTC, included.' }) to: string,
    @Args('department', { type: () => ID, nullable: true, description: 'The name of a department, with those below it; left out: the whole company.' }) department: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EngagementType[]> {
    return (await this.query.months(viewer, { from, to, department: department ?? null })).map(typeOf);
  }
}

/** DepartmentCrossing.matrix. */
@SignedIn()
@Resolver(() => DepartmentCrossingType)
export class DepartmentCrossingResolver {
  @ResolveField(() => DepartmentMatrixType, { nullable: true, description: 'Who addresses whom, by department; null when a department is asked for.' })
  matrix(@Parent() crossing: DepartmentCrossingType): DepartmentMatrixType | null {
    return crossing.readMatrix();
  }
}

const typeOf = ({ period, minGroup, departments, group }: Engagement): EngagementType => ({
  from: period.from,
  to: period.to,
  minGroup,
  departments,
  people: group?.people ?? null,
  leftOut: group?.leftOut ?? null,
  crossing: group && {
    ties: group.crossing.ties,
    readMatrix: () => group.matrix(),
    eiIndex: rounded(group.crossing.eiIndex),
    eiExpected: rounded(group.crossing.eiExpected),
    modularity: rounded(group.crossing.modularity),
    reciprocity: rounded(group.crossing.reciprocity),
  },
});

const rounded = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 10_000) / 10_000);
