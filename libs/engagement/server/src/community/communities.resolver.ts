import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { EngagementType } from '../engagement/engagement.type.ts';
import { rounded, share } from '../engagement/figure.ts';
import { CommunitiesFiguresType } from './communities.type.ts';

/** Engagement.communities. */
@SignedIn()
@Resolver(() => EngagementType)
export class CommunitiesFiguresResolver {
  @ResolveField(() => CommunitiesFiguresType, { nullable: true, description: 'Null as `people`, when a department, a place of work, a level or a seniority is asked for, and when the company has fewer than five such communities.' })
  async communities(@Parent() { told: { group } }: EngagementType): Promise<CommunitiesFiguresType | null> {
    const figures = await group?.communities();
    if (!figures) return null;
    const { communities, alive, crossing, daysPerWeek, newcomers } = figures;
    return {
      communities,
      aliveShare: alive === null ? null : share(alive, communities),
      crossingMedian: rounded(crossing),
      daysPerWeekMedian: daysPerWeek === null ? null : Math.round(daysPerWeek * 10) / 10,
      newcomers: newcomers?.joined ?? null,
      welcomedShare: newcomers ? share(newcomers.welcomed, newcomers.joined) : null,
    };
  }
}
