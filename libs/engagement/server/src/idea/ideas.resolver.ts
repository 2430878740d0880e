import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { EngagementType } from '../engagement/engagement.type.ts';
import { share } from '../engagement/figure.ts';
import { IdeaFiguresType } from './ideas.type.ts';

const minutesOfDay = 1_440;

/** Engagement.ideas. */
@SignedIn()
@Resolver(() => EngagementType)
export class IdeaFiguresResolver {
  @ResolveField(() => IdeaFiguresType, { nullable: true, description: 'Null as `people`.' })
  async ideas(@Parent() { told: { group } }: EngagementType): Promise<IdeaFiguresType | null> {
    if (!group) return null;
    const { median, eligible, departments, ...counts } = await group.ideas();
    return {
      ...counts,
      implementationRate: share(counts.delivered, counts.selected),
      medianAnswerDays: median === null ? null : Math.round((median / minutesOfDay) * 10) / 10,
      authorShare: share(counts.authors, eligible),
      departments: departments?.map((one) => ({ ...one, share: share(one.authors, one.people) })) ?? null,
    };
  }
}
