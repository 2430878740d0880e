import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { EngagementType } from '../engagement/engagement.type.ts';
import { DateType } from '../period/date.scalar.ts';
import { checkedPeriod } from '../period/period.ts';
import { EngagementAnnotationType } from './annotation.type.ts';
import { campaignOpenings, mostOpenings } from './campaign-openings.ts';

/** Engagement.annotations. */
@SignedIn()
@Resolver(() => EngagementType)
export class EngagementAnnotationsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => [EngagementAnnotationType], {
    description: `What happened meanwhile, the earliest first: of the campaigns of ideas that opened and that the viewer may see, at most ${mostOpenings}, those with most ideas. The same whoever is asked for. Errors: ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_TOO_LONG (more than 395 days).`,
  })
  async annotations(
    @Args('since', { type: () => DateType, nullable: true, description: 'From which day until the last of the period, as a trend goes back further; left out: the first of the period.' }) since: string | null,
    @Parent() { told: { period } }: EngagementType,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EngagementAnnotationType[]> {
    const shown = checkedPeriod(since ?? period.from, period.to);
    const openings = await campaignOpenings(this.dataSource.manager, shown, viewer.personId);
    return openings.map(({ at, question }) => ({ at, kind: 'campaign-opened', label: question }));
  }
}
