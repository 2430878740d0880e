import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { PhaseKindEnum } from '../phase/phase.type.ts';
import type { PhaseKind } from '../phase/phases.ts';
import { CampaignCourseService } from './campaign-course.service.ts';
import type { CampaignEntity } from './campaign.entity.ts';
import { CampaignRolesService } from './campaign-roles.service.ts';
import { CampaignService } from './campaign.service.ts';
import { CampaignType, ChangeCampaignInput, DraftCampaignInput } from './campaign.type.ts';

const campaignId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

/** Prepares campaigns and decides about their course. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignCommandsResolver {
  constructor(
    private readonly service: CampaignService,
    private readonly course: CampaignCourseService,
    private readonly roles: CampaignRolesService,
  ) {}

  @Mutation(() => CampaignType, { description: 'Begins a campaign, with the viewer as its owner; seen by those who prepare it until it is published. Errors: those of the input.' })
  draftCampaign(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The campaign.' }) input: DraftCampaignInput): Promise<CampaignEntity> {
    return this.service.draft(viewer, input);
  }

  @Mutation(() => CampaignType, {
    description:
      'Changes a campaign. Of a published one, context, resources, budget, hashtag, banner and the last day for answers (later only). Another sponsor or question: the sponsor signs anew. What it says already changes nothing, whatever the version. ' +
      'Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_CHANGED, CAMPAIGN_FIXED with the field.',
  })
  changeCampaign(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: ChangeCampaignInput): Promise<CampaignEntity> {
    return this.service.change(viewer, input);
  }

  @Mutation(() => CampaignType, {
    description:
      'The sponsor of a draft signs what will happen with the result. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_PUBLISHED, CAMPAIGN_NOT_NOW, CAMPAIGN_DAY_INVALID, CAMPAIGN_DAY_PAST, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  commitToCampaign(
    @CurrentViewer() viewer: Viewer,
    @Args('id', campaignId) id: string,
    @Args('commitment', { description: 'What the sponsor promises; at most 2,000 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' }) commitment: string,
    @Args('dueOn', { description: 'By which day (YYYY-MM-DD), not in the past. Errors: CAMPAIGN_DAY_INVALID, CAMPAIGN_DAY_PAST.' }) dueOn: string,
  ): Promise<CampaignEntity> {
    return this.course.commit(viewer, { id, commitment, dueOn });
  }

  @Mutation(() => CampaignType, { description: 'Shows a draft to those whom it is for. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_NOT_READY with `lacks`.' })
  publishCampaign(@CurrentViewer() viewer: Viewer, @Args('id', campaignId) id: string): Promise<CampaignEntity> {
    return this.course.publish(viewer, id);
  }

  @Mutation(() => CampaignType, {
    description:
      'Lets a phase close later; those after it are put off as far as they must be. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, PHASE_NOT_FOUND, PHASE_OVER, PHASE_NOT_LATER, PHASE_TIME_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  extendPhase(
    @CurrentViewer() viewer: Viewer,
    @Args('id', campaignId) id: string,
    @Args('kind', { type: () => PhaseKindEnum, description: 'Which phase.' }) kind: PhaseKind,
    @Args('closes', { description: 'When it closes instead, a local time of the campaign’s zone: `2026-10-30T18:00`.' }) closes: string,
    @Args('reason', { description: 'Why, for everybody to read; at most 500 characters.' }) reason: string,
  ): Promise<CampaignEntity> {
    return this.course.extend(viewer, { id, kind, closes, reason });
  }

  @Mutation(() => CampaignType, {
    description: 'Closes a campaign whose phases are over and whose ideas all have their answer. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_UNANSWERED with `count`, the ideas without answer.',
  })
  closeCampaign(@CurrentViewer() viewer: Viewer, @Args('id', campaignId) id: string): Promise<CampaignEntity> {
    return this.course.close(viewer, id);
  }

  @Mutation(() => CampaignType, { description: 'Calls a campaign off for good; what was written stays. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  cancelCampaign(
    @CurrentViewer() viewer: Viewer,
    @Args('id', campaignId) id: string,
    @Args('reason', { description: 'Why, for everybody to read; at most 500 characters.' }) reason: string,
  ): Promise<CampaignEntity> {
    return this.course.cancel(viewer, { id, reason });
  }

  @Mutation(() => CampaignType, { description: 'Says who helps to run a campaign from now on. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_PERSON_INVALID, JUROR_INVALID (they judge), TOO_MANY_ITEMS, ID_INVALID.' })
  appointCampaignModerators(
    @CurrentViewer() viewer: Viewer,
    @Args('id', campaignId) id: string,
    @Args('personIds', { type: () => [ID], description: 'UUIDs of at most 10 people who work here and do not judge; the owner among them is left out.' }) personIds: string[],
  ): Promise<CampaignEntity> {
    return this.roles.appoint(viewer, id, personIds);
  }

  @Mutation(() => CampaignType, { description: 'Lets somebody else run a campaign; who did helps as a moderator, unless ten do. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_PERSON_INVALID, JUROR_INVALID (they judge), ID_INVALID.' })
  handOverCampaign(
    @CurrentViewer() viewer: Viewer,
    @Args('id', campaignId) id: string,
    @Args('personId', { type: () => ID, description: 'UUID of somebody who works here.' }) personId: string,
  ): Promise<CampaignEntity> {
    return this.roles.handOver(viewer, id, personId);
  }
}
