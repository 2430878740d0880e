import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConversationType } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { AnswerFilterEnum } from '../answer/answer.type.ts';
import type { AnswerFilter } from '../answer/outcome.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { allows } from '../phase/campaign-stage.ts';
import type { BoardColumn } from '../project/board-column.ts';
import { BoardColumnEnum } from '../project/project.type.ts';
import type { IdeaAuthorEntity } from './idea-author.entity.ts';
import type { IdeaEntity } from './idea.entity.ts';
import { IdeaLoader } from './idea.loader.ts';
import { IdeaQuery, type IdeaOrder } from './idea.query.ts';
import { IdeaService } from './idea.service.ts';
import { DraftIdeaInput, EditIdeaInput, IdeaAuthorType, IdeaConnection, IdeaOrderEnum, IdeaType } from './idea.type.ts';

const ideaId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };
const inOrder = { type: () => IdeaOrderEnum, defaultValue: 'shuffled' as IdeaOrder, description: 'In which order.' };
const holding = { type: () => String, nullable: true, description: 'Words that they hold, a tag, or whom they look for; 200 characters count.' };
const thatSeek = { type: () => Boolean, defaultValue: false, description: 'Only those whose authors look for somebody or something.' };
const ofViewer = { type: () => Boolean, defaultValue: false, description: 'Only those that the viewer makes, drafts and withdrawn ones included.' };
const withAnswer = { type: () => AnswerFilterEnum, nullable: true, description: 'Only those with this answer, or without any.' };
const inColumn = { type: () => BoardColumnEnum, nullable: true, description: 'Only those that have come just so far.' };

/** Campaign.ideas. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignIdeasResolver {
  constructor(
    private readonly query: IdeaQuery,
    private readonly campaigns: CampaignLoader,
  ) {}

  @ResolveField(() => IdeaConnection, { description: 'Its ideas that the viewer sees: submitted ones, unless `mine` (drafts and those taken back or put away too) or `answer` (MERGED: those that live on in another) asks for others. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  ideas(
    @Parent() campaign: CampaignEntity,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('order', inOrder) order: IdeaOrder,
    @Args('words', holding) words: string | null,
    @Args('mine', ofViewer) mine: boolean,
    @Args('seeking', thatSeek) seeking: boolean,
    @Args('answer', withAnswer) answer: AnswerFilter | null,
    @Args('column', inColumn) column: BoardColumn | null,
  ) {
    this.campaigns.know(viewer, campaign);
    return this.query.list(viewer, campaign.id, { order, words, mine, seeking, answer, column }, pageRequest(page));
  }
}

/** Reads and writes ideas. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaResolver {
  constructor(
    private readonly query: IdeaQuery,
    private readonly service: IdeaService,
    private readonly loader: IdeaLoader,
    private readonly campaigns: CampaignLoader,
  ) {}

  @Query(() => IdeaType, { nullable: true, description: 'Null when missing or out of sight. Errors: ID_INVALID.' })
  idea(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<IdeaEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Query(() => IdeaConnection, { description: 'Ideas outside of campaigns. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: pageCost })
  ideaBox(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('order', inOrder) order: IdeaOrder,
    @Args('words', holding) words: string | null,
    @Args('mine', ofViewer) mine: boolean,
    @Args('seeking', thatSeek) seeking: boolean,
  ) {
    return this.query.list(viewer, null, { order, words, mine, seeking }, pageRequest(page));
  }

  @Mutation(() => IdeaType, { description: 'Begins an idea, which its authors alone see until it is submitted. Errors: those of the input.' })
  draftIdea(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The idea.' }) input: DraftIdeaInput): Promise<IdeaEntity> {
    return this.service.draft(viewer, input);
  }

  @Mutation(() => IdeaType, { description: 'Changes an idea; of a submitted one, each change is a version. Errors: those of the input, CAMPAIGN_NOT_NOW.' })
  editIdea(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditIdeaInput): Promise<IdeaEntity> {
    return this.service.edit(viewer, input);
  }

  @Mutation(() => IdeaType, { description: 'Shows an idea to those who see the campaign. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, CAMPAIGN_NOT_NOW, TEXT_REQUIRED.' })
  submitIdea(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<IdeaEntity> {
    return this.service.submit(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'Takes an idea back. Errors: IDEA_NOT_FOUND, IDEA_NOT_YOURS, IDEA_NOT_NOW, ANSWER_CARRIED_OUT (a project was made of it), CAMPAIGN_NOT_NOW.' })
  withdrawIdea(@CurrentViewer() viewer: Viewer, @Args('id', ideaId) id: string): Promise<IdeaEntity> {
    return this.service.withdraw(viewer, id);
  }

  @Mutation(() => IdeaType, { description: 'Puts an idea away that has no place in the campaign. Errors: IDEA_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, IDEA_NOT_NOW, ANSWER_CARRIED_OUT (a project was made of it), TEXT_REQUIRED, TEXT_TOO_LONG.' })
  archiveIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ideaId) id: string,
    @Args('reason', { description: 'Why, for its authors and whoever reads it; at most 500 characters.' }) reason: string,
  ): Promise<IdeaEntity> {
    return this.service.archive(viewer, id, reason);
  }

  @ResolveField(() => CampaignType, { nullable: true, description: 'Null in the idea box, or when the viewer may see the idea but not the campaign any more.' })
  campaign(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    return idea.campaignId ? this.campaigns.byId(viewer, idea.campaignId) : null;
  }

  @ResolveField(() => [IdeaAuthorType], { description: 'Who makes it, in the order in which they came to it; nobody for a juror who judges blind.', complexity: ({ childComplexity }) => 1 + 5 * childComplexity })
  authors(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    return this.loader.authors(viewer, idea.id);
  }

  @ResolveField(() => IdeaType, { nullable: true, description: 'The idea that it lives on in; null when it was not merged, or out of sight.' })
  mergedInto(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer) {
    return idea.mergedIntoId ? this.loader.byId(viewer, idea.mergedIntoId) : null;
  }

  @ResolveField(() => ConversationType, { description: 'What people say under it and how they react.' })
  conversation(@Parent() idea: IdeaEntity): ConversationType {
    return { id: idea.id };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer is one of its authors.' })
  viewerIsAuthor(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.isAuthor(viewer, idea.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it now: its authors, while ideas are gathered and built, or as long as it is a draft.' })
  async viewerCanEdit(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (!(await this.loader.isAuthor(viewer, idea.id))) return false;
    if (idea.state === 'draft' || idea.state === 'withdrawn') return true;
    return idea.state === 'submitted' && this.isOpenFor(viewer, idea, 'revise');
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may submit it now.' })
  async viewerCanSubmit(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (idea.state !== 'draft' && idea.state !== 'withdrawn') return false;
    return (await this.loader.isAuthor(viewer, idea.id)) && this.isOpenFor(viewer, idea, 'submit');
  }

  private async isOpenFor(viewer: Viewer, { campaignId }: IdeaEntity, action: 'revise' | 'submit'): Promise<boolean> {
    if (!campaignId) return true;
    const campaign = await this.campaigns.byId(viewer, campaignId);
    return campaign !== null && allows(await this.campaigns.stage(viewer, campaign), action);
  }
}

@SignedIn()
@Resolver(() => IdeaAuthorType)
export class IdeaAuthorResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() author: IdeaAuthorEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, author.personId);
  }
}
