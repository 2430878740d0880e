import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { AmaQuestionEntity } from '../question/ama-question.entity.ts';
import { AmaQuestionType } from '../question/ama-question.type.ts';
import type { AmaAnswerEntity } from './ama-answer.entity.ts';
import { AmaAnswerLoader } from './ama-answer.loader.ts';
import { AmaAnswerService } from './ama-answer.service.ts';
import { AmaAnswerRevisionType, AmaAnswerType, AnswerAmaQuestionInput, EditAmaAnswerInput } from './ama-answer.type.ts';

/** AmaQuestion.answer, and giving it. */
@SignedIn()
@Resolver(() => AmaQuestionType)
export class AmaQuestionAnswerResolver {
  constructor(
    private readonly service: AmaAnswerService,
    private readonly loader: AmaAnswerLoader,
  ) {}

  @ResolveField(() => AmaAnswerType, { nullable: true, description: 'Null while it waits.' })
  answer(@Parent() question: AmaQuestionEntity, @CurrentViewer() viewer: Viewer) {
    return question.answeredAt ? this.loader.byQuestion(viewer, question.id) : null;
  }

  @Mutation(() => AmaQuestionType, {
    description:
      'The host or a co-host answers. Errors: AMA_QUESTION_NOT_FOUND, AMA_NOT_HOST, AMA_NOT_TAKING_ANSWERS, AMA_QUESTION_ANSWERED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  answerAmaQuestion(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The answer.' }) input: AnswerAmaQuestionInput): Promise<AmaQuestionEntity> {
    return this.service.answer(viewer, input);
  }

  @Mutation(() => AmaQuestionType, {
    description: 'Changes one’s own answer; what it said before is kept. Errors: AMA_QUESTION_NOT_FOUND, AMA_ANSWER_NOT_FOUND, AMA_ANSWER_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.',
  })
  editAmaAnswer(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditAmaAnswerInput): Promise<AmaQuestionEntity> {
    return this.service.edit(viewer, input.questionId, input.body);
  }
}

@SignedIn()
@Resolver(() => AmaAnswerType)
export class AmaAnswerResolver {
  constructor(
    private readonly loader: AmaAnswerLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who answered.' })
  author(@Parent() answer: AmaAnswerEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, answer.authorId);
  }

  @ResolveField(() => [AmaAnswerRevisionType], {
    description: 'The newest 20 former versions, newest first; empty when never changed.',
    complexity: ({ childComplexity }) => 1 + 20 * childComplexity,
  })
  revisions(@Parent() answer: AmaAnswerEntity, @CurrentViewer() viewer: Viewer) {
    return answer.editedAt ? this.loader.revisions(viewer, answer.questionId) : [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it: who gave it may.' })
  viewerCanEdit(@Parent() answer: AmaAnswerEntity, @CurrentViewer() viewer: Viewer): boolean {
    return answer.authorId === viewer.personId;
  }
}
