import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConversationType } from '@parvis/conversations/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { AmaSessionLoader } from '../session/ama-session.loader.ts';
import type { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { AmaSessionType } from '../session/ama-session.type.ts';
import { stateAt, takesAnswers, takesQuestions } from '../session/ama-state.ts';
import type { AmaQuestionEntity } from './ama-question.entity.ts';
import { AmaQuestionLoader } from './ama-question.loader.ts';
import { AmaQuestionQuery } from './ama-question.query.ts';
import { AmaQuestionService } from './ama-question.service.ts';
import { AmaQuestionConnection, AmaQuestionType, AskAmaQuestionInput, EditAmaQuestionInput } from './ama-question.type.ts';

const questionId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

/** AmaSession.questions and what says the same as a question about to be asked. */
@SignedIn()
@Resolver(() => AmaSessionType)
export class AmaSessionQuestionsResolver {
  constructor(
    private readonly query: AmaQuestionQuery,
    private readonly sessions: AmaSessionLoader,
  ) {}

  @ResolveField(() => AmaQuestionConnection, { description: 'Most votes first, then the oldest.', complexity: perParentPageCost })
  questions(
    @Parent() session: AmaSessionEntity,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('answered', { description: 'Those that were answered, or those that wait.' }) answered: boolean,
  ) {
    this.sessions.know(viewer, session);
    return this.query.ofSession(viewer, { sessionId: session.id, answered }, pageRequest(page));
  }

  @ResolveField(() => [AmaQuestionType], { description: 'Up to 3 questions that say much the same as a text, the most alike first.', complexity: ({ childComplexity }) => 100 + 3 * childComplexity })
  similarQuestions(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer, @Args('text', { description: 'What is about to be asked.' }) text: string) {
    this.sessions.know(viewer, session);
    return this.query.similar(viewer, session.id, text);
  }
}

@SignedIn()
@Resolver(() => AmaQuestionType)
export class AmaQuestionResolver {
  constructor(
    private readonly query: AmaQuestionQuery,
    private readonly service: AmaQuestionService,
    private readonly loader: AmaQuestionLoader,
    private readonly sessions: AmaSessionLoader,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => AmaQuestionType, { nullable: true, description: 'Null when missing, withdrawn or out of sight. Errors: ID_INVALID.' })
  amaQuestion(@CurrentViewer() viewer: Viewer, @Args('id', questionId) id: string): Promise<AmaQuestionEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Mutation(() => AmaQuestionType, { description: 'Asks a question under one’s own name. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_TAKING_QUESTIONS, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  askAmaQuestion(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The question.' }) input: AskAmaQuestionInput): Promise<AmaQuestionEntity> {
    return this.service.ask(viewer, input);
  }

  @Mutation(() => AmaQuestionType, { description: 'Changes one’s own question until it is answered. Errors: AMA_QUESTION_NOT_FOUND, AMA_QUESTION_NOT_YOURS, AMA_QUESTION_ANSWERED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  editAmaQuestion(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditAmaQuestionInput): Promise<AmaQuestionEntity> {
    return this.service.edit(viewer, input.id, input.text);
  }

  @Mutation(() => ID, { description: 'Withdraws one’s own question until it is answered; returns its UUID. Errors: AMA_QUESTION_NOT_FOUND, AMA_QUESTION_NOT_YOURS, AMA_QUESTION_ANSWERED.' })
  withdrawAmaQuestion(@CurrentViewer() viewer: Viewer, @Args('id', questionId) id: string): Promise<string> {
    return this.service.withdraw(viewer, id);
  }

  @Mutation(() => AmaQuestionType, {
    description: 'Votes for a colleague’s question until it is answered, or takes the vote back. Errors: AMA_QUESTION_NOT_FOUND, AMA_OWN_QUESTION, AMA_QUESTION_ANSWERED, AMA_NOT_TAKING_QUESTIONS.',
  })
  voteForAmaQuestion(
    @CurrentViewer() viewer: Viewer,
    @Args('id', questionId) id: string,
    @Args('wanted', { description: 'False takes the vote back.' }) wanted: boolean,
  ): Promise<AmaQuestionEntity> {
    return this.service.vote(viewer, id, wanted);
  }

  @ResolveField(() => PersonType, { description: 'Who asks.' })
  author(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, question.authorId);
  }

  @ResolveField(() => AmaSessionType, { description: 'Where it was asked.' })
  session(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer) {
    return this.sessions.required(viewer, question.sessionId);
  }

  @ResolveField(() => ConversationType, { description: 'What people say under it and how they react.' })
  conversation(@Parent() question: AmaQuestionEntity): ConversationType {
    return { id: question.id };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer voted for it.' })
  viewerHasVoted(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.hasVoted(viewer, question.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may vote for it now: others than its author, until it is answered or the session ends.' })
  async viewerCanVote(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (question.answeredAt || question.authorId === viewer.personId) return false;
    return takesQuestions(stateAt(await this.sessions.required(viewer, question.sessionId), new Date()));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change or withdraw it.' })
  viewerCanEdit(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer): boolean {
    return question.authorId === viewer.personId && !question.answeredAt;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may answer it now: host and co-hosts, from the start of the session on.' })
  async viewerCanAnswer(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    if (question.answeredAt) return false;
    const session = await this.sessions.required(viewer, question.sessionId);
    return takesAnswers(stateAt(session, new Date())) && (await this.sessions.isHost(viewer, session));
  }
}
