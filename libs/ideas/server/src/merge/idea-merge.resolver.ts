import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { rolesOf } from '../campaign/campaign-lock.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { allows } from '../phase/campaign-stage.ts';
import type { IdeaMergeEntity } from './idea-merge.entity.ts';
import { IdeaMergeQuery } from './idea-merge.query.ts';
import { IdeaMergeService, undoableMs } from './idea-merge.service.ts';
import { IdeaMergeType } from './idea-merge.type.ts';

const mergeId = { type: () => ID, description: 'UUID of the merge. Errors: ID_INVALID.' };
const ofSome = ({ childComplexity }: { childComplexity: number }) => 1 + 3 * childComplexity;

/** Makes one idea of two. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaMergesResolver {
  constructor(
    private readonly service: IdeaMergeService,
    private readonly query: IdeaMergeQuery,
    private readonly ideas: IdeaLoader,
    private readonly campaigns: CampaignLoader,
  ) {}

  @Mutation(() => IdeaMergeType, { description: 'Proposes that an idea goes into another of the same campaign or of the idea box. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, IDEA_MERGE_ELSEWHERE, CAMPAIGN_NOT_NOW, IDEA_AUTHORS_TOO_MANY.' })
  proposeIdeaMerge(
    @CurrentViewer() viewer: Viewer,
    @Args('sourceId', { type: () => ID, description: 'The idea that goes into the other. Errors: ID_INVALID.' }) sourceId: string,
    @Args('targetId', { type: () => ID, description: 'The idea that lives on. Errors: ID_INVALID.' }) targetId: string,
  ): Promise<IdeaMergeEntity> {
    return this.service.propose(viewer, { sourceId, targetId });
  }

  @Mutation(() => IdeaMergeType, { description: 'Agrees for the side that the viewer makes; once both have, authors, supporters and followers carry over. Errors: IDEA_MERGE_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT, CAMPAIGN_NOT_NOW, IDEA_AUTHORS_TOO_MANY.' })
  agreeToIdeaMerge(@CurrentViewer() viewer: Viewer, @Args('id', mergeId) id: string): Promise<IdeaMergeEntity> {
    return this.service.agree(viewer, id);
  }

  @Mutation(() => Boolean, { description: 'Declines what is proposed, or takes it back, at any stage; nobody is told. Errors: IDEA_NOT_YOURS, IDEA_NOT_NOW (it was done).' })
  declineIdeaMerge(@CurrentViewer() viewer: Viewer, @Args('id', mergeId) id: string): Promise<boolean> {
    return this.service.decline(viewer, id);
  }

  @Mutation(() => IdeaMergeType, { description: 'Gives each idea its own back, for 72 hours. Errors: IDEA_MERGE_NOT_FOUND, IDEA_NOT_YOURS, IDEA_MERGE_LATE, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, IDEA_LAST_AUTHOR.' })
  undoIdeaMerge(@CurrentViewer() viewer: Viewer, @Args('id', mergeId) id: string): Promise<IdeaMergeEntity> {
    return this.service.undo(viewer, id);
  }

  @ResolveField(() => [IdeaMergeType], { description: 'Merges that are proposed or stand, on either side, for its authors, for who proposed them and for who runs the campaign; the latest first.', complexity: ofSome })
  merges(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<IdeaMergeEntity[]> {
    return this.query.of(viewer, idea.id);
  }

  @ResolveField(() => [IdeaType], { description: 'Ideas that live on in it, and are read with it; the oldest 50.', complexity: ofSome })
  mergedFrom(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity[]> {
    return this.query.mergedFrom(viewer, idea.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may propose now that it becomes one with another: its authors, and who runs the campaign.' })
  async viewerCanMerge(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (idea.state !== 'submitted') return false;
    const isAuthor = await this.ideas.isAuthor(viewer, idea.id);
    if (!idea.campaignId) return isAuthor;
    const campaign = await this.campaigns.byId(viewer, idea.campaignId);
    if (!campaign || !allows(await this.campaigns.stage(viewer, campaign), 'merge')) return false;
    if (isAuthor) return true;
    const given = (await this.campaigns.roles(viewer, campaign.id)).filter(({ personId }) => personId === viewer.personId);
    return mayCommand(rolesOf(campaign, viewer.personId, given), 'merge');
  }
}

/** IdeaMerge: its ideas, and what the viewer may do about it. */
@SignedIn()
@Resolver(() => IdeaMergeType)
export class IdeaMergeResolver {
  constructor(
    private readonly ideas: IdeaLoader,
    private readonly campaigns: CampaignLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => IdeaType, { nullable: true, description: 'The idea that goes into the other; null when the viewer does not see it any more.' })
  source(@Parent() { sourceId }: IdeaMergeEntity, @CurrentViewer() viewer: Viewer) {
    return this.ideas.byId(viewer, sourceId);
  }

  @ResolveField(() => IdeaType, { nullable: true, description: 'The idea that lives on; null when the viewer does not see it any more.' })
  target(@Parent() { targetId }: IdeaMergeEntity, @CurrentViewer() viewer: Viewer) {
    return this.ideas.byId(viewer, targetId);
  }

  @ResolveField(() => PersonType, { description: 'Who proposed it.' })
  proposedBy(@Parent() { proposedById }: IdeaMergeEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, proposedById);
  }

  @ResolveField(() => Date, { nullable: true, description: 'Until when it can be undone; null: it was not done.' })
  undoableUntil(@Parent() { mergedAt }: IdeaMergeEntity): Date | null {
    return mergedAt && new Date(mergedAt.getTime() + undoableMs);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may agree now: they make a side that has not agreed yet, both ideas stand, and ideas may be merged.' })
  async viewerCanAgree(@Parent() merge: IdeaMergeEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (merge.mergedAt) return false;
    const [isSource, isTarget] = await this.sides(merge, viewer);
    if (!(isSource && !merge.sourceAgreed) && !(isTarget && !merge.targetAgreed)) return false;
    const [source, target] = await this.pair(merge, viewer);
    return source?.state === 'submitted' && target?.state === 'submitted' && this.mayMerge(viewer, target);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may decline it or take it back.' })
  async viewerCanDecline(@Parent() merge: IdeaMergeEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return !merge.mergedAt && (merge.proposedById === viewer.personId || (await this.sides(merge, viewer)).includes(true));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may undo it now: they make one of the two, it is not too late, ideas may be merged, and the target was not merged on.' })
  async viewerCanUndo(@Parent() merge: IdeaMergeEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (!merge.mergedAt || merge.undoneAt || Date.now() - merge.mergedAt.getTime() > undoableMs) return false;
    if (!(await this.sides(merge, viewer)).includes(true)) return false;
    const [source, target] = await this.pair(merge, viewer);
    return source?.mergedIntoId === merge.targetId && target?.state === 'submitted' && this.mayMerge(viewer, target);
  }

  private async mayMerge(viewer: Viewer, { campaignId }: IdeaEntity): Promise<boolean> {
    const campaign = campaignId ? await this.campaigns.byId(viewer, campaignId) : null;
    return campaign ? allows(await this.campaigns.stage(viewer, campaign), 'merge') : !campaignId;
  }

  private pair({ sourceId, targetId }: IdeaMergeEntity, viewer: Viewer): Promise<[IdeaEntity | null, IdeaEntity | null]> {
    return Promise.all([this.ideas.byId(viewer, sourceId), this.ideas.byId(viewer, targetId)]);
  }

  private sides({ sourceId, targetId }: IdeaMergeEntity, viewer: Viewer): Promise<[boolean, boolean]> {
    return Promise.all([this.ideas.isAuthor(viewer, sourceId), this.ideas.isAuthor(viewer, targetId)]);
  }
}
