import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { mayCommand } from '../campaign/campaign.policy.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { AnswerQuery, type OverdueCount } from './answer.query.ts';
import { AnswerService } from './answer.service.ts';
import { AnswerIdeaInput, ChangeIdeaAnswerInput, IdeaAnswerRevisionType, IdeaAnswerType, OutcomeEnum, OverdueAnswersType, WaitingAnswersType } from './answer.type.ts';
import type { IdeaAnswerRevisionEntity } from './idea-answer-revision.entity.ts';
import type { IdeaAnswerEntity } from './idea-answer.entity.ts';
import type { Outcome } from './outcome.ts';

/** Idea.answer, and giving it. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaAnswersResolver {
  constructor(
    private readonly service: AnswerService,
    private readonly query: AnswerQuery,
  ) {}

  @ResolveField(() => OutcomeEnum, { nullable: true, description: 'What becomes of it: as it was answered, or MERGED when it lives on in another; null while it waits.' })
  async outcome(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<Outcome | null> {
    return idea.state === 'merged' ? 'merged' : ((await this.query.byIdea(viewer, idea.id))?.outcome ?? null);
  }

  @ResolveField(() => IdeaAnswerType, { nullable: true, description: 'Null while it waits.' })
  answer(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<IdeaAnswerEntity | null> {
    return this.query.byIdea(viewer, idea.id);
  }

  @Mutation(() => IdeaType, { description: 'The sponsor or the owner answers an idea, once. Errors: those of the input, IDEA_ANSWERED when somebody else was first.' })
  answerIdea(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The answer.' }) input: AnswerIdeaInput): Promise<IdeaEntity> {
    return this.service.give(viewer, input);
  }

  @Mutation(() => IdeaType, {
    description: 'The sponsor or the owner changes an answer and signs it; what it said before is kept. Errors: those of the input, ANSWER_NOT_FOUND, ANSWER_CARRIED_OUT when a project was made of the idea and it would not be selected any more.',
  })
  changeIdeaAnswer(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: ChangeIdeaAnswerInput): Promise<IdeaEntity> {
    return this.service.change(viewer, input);
  }
}

@SignedIn()
@Resolver(() => IdeaAnswerType)
export class IdeaAnswerResolver {
  constructor(
    private readonly query: AnswerQuery,
    private readonly people: PersonLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who signs it.' })
  author(@Parent() answer: IdeaAnswerEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, answer.authorId);
  }

  @ResolveField(() => IdeaType, { nullable: true, description: 'The idea that says the same, or together with which it is dealt with; null when none, or out of sight.' })
  otherIdea(@Parent() answer: IdeaAnswerEntity, @CurrentViewer() viewer: Viewer) {
    return answer.otherIdeaId ? this.ideas.byId(viewer, answer.otherIdeaId) : null;
  }

  @ResolveField(() => [IdeaAnswerRevisionType], { description: 'The newest 20 former versions, newest first; empty when never changed.', complexity: ({ childComplexity }) => 1 + 20 * childComplexity })
  revisions(@Parent() answer: IdeaAnswerEntity, @CurrentViewer() viewer: Viewer) {
    return answer.editedAt ? this.query.revisions(viewer, answer.ideaId) : [];
  }
}

@SignedIn()
@Resolver(() => IdeaAnswerRevisionType)
export class IdeaAnswerRevisionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who had signed it.' })
  author(@Parent() revision: IdeaAnswerRevisionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, revision.authorId);
  }
}

/** What is still owed, for those who owe it, and whether the first answers are there. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignAnswersResolver {
  constructor(
    private readonly query: AnswerQuery,
    private readonly campaigns: CampaignLoader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether one of its ideas has its answer.' })
  hasAnswers(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.query.hasBegun(viewer, campaign.id);
  }

  @ResolveField(() => WaitingAnswersType, { nullable: true, description: 'What its sponsor and its owner owe; null for everybody else.' })
  async waitingAnswers(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer) {
    return mayCommand(await this.campaigns.rolesOfViewer(viewer, campaign), 'answer') ? this.query.waitingOf(viewer, campaign.id) : null;
  }
}

@SignedIn()
@Resolver(() => OverdueAnswersType)
export class OverdueAnswersResolver {
  constructor(
    private readonly query: AnswerQuery,
    private readonly campaigns: CampaignLoader,
  ) {}

  @Query(() => [OverdueAnswersType], { nullable: true, description: 'For HR: campaigns with ideas that wait for an answer after the last day for it, the longest first; at most 100. Null for everybody else.' })
  overdueAnswers(@CurrentViewer() viewer: Viewer): Promise<OverdueCount[] | null> {
    return this.query.overdue(viewer);
  }

  @ResolveField(() => CampaignType, { nullable: true, description: 'Null when it is not for the viewer.' })
  campaign(@Parent() { campaignId }: OverdueCount, @CurrentViewer() viewer: Viewer) {
    return this.campaigns.byId(viewer, campaignId);
  }
}
