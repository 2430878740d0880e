import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { EngagementType } from '../engagement/engagement.type.ts';
import { share } from '../engagement/figure.ts';
import { ArrivalCohortType } from './arrivals.type.ts';
import { spans } from './cohorts.ts';

/** Engagement.arrivals. */
@SignedIn()
@Resolver(() => EngagementType)
export class ArrivalsResolver {
  @ResolveField(() => [ArrivalCohortType], { nullable: true, description: 'Those who arrived until the last day of the period, the oldest first: of the last 24 cohorts, those of whom something is still known. Null as `people`, and when a department, a place of work, a level or a seniority is asked for.' })
  async arrivals(@Parent() { told: { group } }: EngagementType): Promise<ArrivalCohortType[] | null> {
    const cohorts = await group?.arrivals();
    return (
      cohorts?.map(({ from, to, people, activation, retained }) => ({
        from,
        to,
        people,
        activatedShare: activation && share(activation.activated, activation.noted),
        retention: spans.map((span, i) => ({ fromDay: span.from, toDay: span.to, share: typeof retained[i] === 'number' ? share(retained[i], people) : null })),
      })) ?? null
    );
  }
}
