import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { allows } from '../phase/campaign-stage.ts';
import { SupportQuery } from './support.query.ts';
import { SupportService } from './support.service.ts';

/** Supporting ideas. */
@SignedIn()
@Resolver(() => IdeaType)
export class SupportResolver {
  constructor(
    private readonly service: SupportService,
    private readonly query: SupportQuery,
    private readonly ideas: IdeaLoader,
    private readonly campaigns: CampaignLoader,
  ) {}

  @Mutation(() => IdeaType, {
    description:
      'Supports an idea, or no longer does, while ideas are gathered, built or voted on; in the idea box at any time. The same again changes nothing. Others are told how many support an idea, never who. ' +
      'Errors: IDEA_NOT_FOUND, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, IDEA_OWN (one’s own idea), SUPPORT_LIMIT with `max`.',
  })
  supportIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'UUID of the idea. Errors: ID_INVALID.' }) id: string,
    @Args('wanted', { description: 'Whether the viewer is to support it from now on.' }) wanted: boolean,
  ): Promise<IdeaEntity> {
    return this.service.set(viewer, id, wanted);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer supports it. Others never learn that: they are told how many do.' })
  viewerSupports(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.query.isSupported(viewer, idea.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may support it, or stop, now: not one’s own. How many they have left is told by the campaign.' })
  async viewerCanSupport(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (idea.state !== 'submitted' || (await this.ideas.isAuthor(viewer, idea.id))) return false;
    if (!idea.campaignId) return true;
    const campaign = await this.campaigns.byId(viewer, idea.campaignId);
    return campaign !== null && allows(await this.campaigns.stage(viewer, campaign), 'support');
  }
}

/** Campaign.viewerSupportsLeft, viewerSupportsOver. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignSupportResolver {
  constructor(private readonly query: SupportQuery) {}

  @ResolveField(() => Int, { nullable: true, description: 'How many more ideas of it the viewer may support; null: as many as they like.' })
  viewerSupportsLeft(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return this.query.supportsLeft(viewer, campaign.id);
  }

  @ResolveField(() => Int, { description: 'How many ideas of it the viewer supports beyond what it allows, since ideas were parted, submitted again or came from the idea box: they count until the viewer takes them back, and none is given besides.' })
  viewerSupportsOver(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.query.supportsOver(viewer, campaign.id);
  }
}
