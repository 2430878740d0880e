import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { FunnelQuery, type CampaignFigures } from './funnel.query.ts';
import { CampaignFiguresType } from './funnel.type.ts';

/** Campaign.figures. */
@SignedIn()
@Resolver(() => CampaignType)
export class FunnelResolver {
  constructor(private readonly query: FunnelQuery) {}

  @ResolveField(() => CampaignFiguresType, { description: 'What became of it, and who took part; the same for everybody who sees it.', complexity: 100 })
  figures(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignFigures> {
    return this.query.of(viewer, campaign.id);
  }
}
