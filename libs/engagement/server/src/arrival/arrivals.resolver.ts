import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { EngagementType } from '../engagement/engagement.type.ts';
import { share } from '../engagement/figure.ts';
import { ArrivalCohortType } from './arrivals.type.ts';
import { spans, type Untold } from './cohorts.ts';

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
        ...(typeof activation === 'string' ? { activatedShare: null, activatedUntold: activation } : { activatedShare: share(activation.activated, activation.noted), activatedUntold: null }),
        retention: spans.map(({ from: fromDay, to: toDay }, i) => ({ fromDay, toDay, ...retentionOf(retained[i] as number | Untold, people) })),
      })) ?? null
    );
  }
}

const retentionOf = (retained: number | Untold, people: number): { share: number | null; untold: Untold | null } =>
  typeof retained === 'string' ? { share: null, untold: retained } : { share: share(retained, people), untold: null };
