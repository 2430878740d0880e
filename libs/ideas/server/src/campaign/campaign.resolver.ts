import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityBanner, CommunityLoader } from '@parvis/communities/server';
import { ConversationType } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { CampaignStage } from '../phase/campaign-stage.ts';
import { nextTurn } from '../phase/campaign-stage.ts';
import type { PhaseExtensionEntity } from '../phase/phase-extension.entity.ts';
import { localOf } from '../phase/phase-time.ts';
import { CampaignStageEnum, PhaseExtensionType, PhaseType } from '../phase/phase.type.ts';
import type { CampaignEntity } from './campaign.entity.ts';
import { CampaignLoader } from './campaign.loader.ts';
import { commandsAt, type CampaignCommand, type CampaignRole } from './campaign.policy.ts';
import { CampaignQuery, type CampaignPeriod } from './campaign.query.ts';
import { CampaignAudienceType, CampaignCommandEnum, CampaignConnection, CampaignPeriodEnum, CampaignRoleEnum, CampaignType } from './campaign.type.ts';

/** Reads campaigns and their fields. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignResolver {
  constructor(
    private readonly query: CampaignQuery,
    private readonly loader: CampaignLoader,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => CampaignConnection, { description: 'Campaigns that the viewer may see, newest first.', complexity: pageCost })
  campaigns(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs, @Args('period', { type: () => CampaignPeriodEnum, description: 'Which ones.' }) period: CampaignPeriod) {
    return this.query.list(viewer, period, pageRequest(page));
  }

  @Query(() => CampaignType, { nullable: true, description: 'Null when missing or out of sight. Errors: ID_INVALID.' })
  campaign(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<CampaignEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @ResolveField(() => CampaignStageEnum, { description: 'Where it stands now.' })
  stage(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignStage> {
    return this.loader.stage(viewer, campaign);
  }

  @ResolveField(() => Date, { nullable: true, description: 'When it will stand elsewhere by the clock alone; null: never.' })
  async nextTurnAt(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<Date | null> {
    return nextTurn({ ...campaign, phases: await this.loader.phases(viewer, campaign.id) }, new Date());
  }

  @ResolveField(() => [PhaseType], { description: 'In the order in which it goes through them.' })
  async phases(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    const [phases, extensions] = await Promise.all([this.loader.phases(viewer, campaign.id), this.loader.extensions(viewer, campaign.id)]);
    return phases.map(({ kind, opensAt, closesAt }) => ({
      kind, opensAt, closesAt,
      opens: localOf(opensAt, campaign.timeZone),
      closes: localOf(closesAt, campaign.timeZone),
      extensions: extensions.filter((extension) => extension.kind === kind),
    }));
  }

  @ResolveField(() => PersonType, { description: 'Who runs it.' })
  owner(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, campaign.ownerId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The executive who commits to what happens with the result; null only in a draft.' })
  sponsor(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    return campaign.sponsorId ? this.people.required(viewer, campaign.sponsorId) : null;
  }

  @ResolveField(() => [PersonType], { description: 'Who helps to run it.', complexity: ({ childComplexity }) => 1 + 10 * childComplexity })
  async moderators(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    const roles = await this.loader.roles(viewer, campaign.id);
    return Promise.all(roles.filter(({ role }) => role === 'moderator').map(({ personId }) => this.people.required(viewer, personId)));
  }

  @ResolveField(() => CommunityBanner, { description: 'What is drawn above it.' })
  banner(@Parent() campaign: CampaignEntity): CommunityBanner {
    return { pattern: campaign.bannerPattern, tone: campaign.bannerTone };
  }

  @ResolveField(() => CampaignAudienceType, { description: 'Whom it is for.' })
  async audience(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    const meant = await this.loader.audience(viewer, campaign.id);
    const communities = await Promise.all(meant.flatMap(({ communityId }) => (communityId ? [this.communities.byId(viewer, communityId)] : [])));
    return { everyone: campaign.isForEveryone, departments: meant.flatMap(({ department }) => department ?? []), communities: communities.filter(Boolean) };
  }

  @ResolveField(() => Int, { description: 'How many ideas stand in it.' })
  ideaCount(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.loader.ideaCount(viewer, campaign.id);
  }

  @ResolveField(() => ConversationType, { description: 'What people say under it and how they react.' })
  conversation(@Parent() campaign: CampaignEntity): ConversationType {
    return { id: campaign.id };
  }

  @ResolveField(() => [CampaignRoleEnum], { description: 'What the viewer is in it, beside taking part.' })
  viewerRoles(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignRole[]> {
    return this.loader.rolesOfViewer(viewer, campaign);
  }

  @ResolveField(() => [CampaignCommandEnum], { description: 'What the viewer may do in it now by their roles.' })
  async viewerCommands(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignCommand[]> {
    return commandsAt(await this.loader.rolesOfViewer(viewer, campaign), await this.loader.stage(viewer, campaign));
  }
}

@SignedIn()
@Resolver(() => PhaseExtensionType)
export class PhaseExtensionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who decided it.' })
  by(@Parent() extension: PhaseExtensionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, extension.byId);
  }
}
