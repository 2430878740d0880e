import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentType } from '../comment/comment.type.ts';
import { AnswerQuery } from './answer.query.ts';
import { AnswerService } from './answer.service.ts';

const id = { type: () => ID, description: 'The answer’s UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => CommentType)
export class AnswerResolver {
  constructor(
    private readonly service: AnswerService,
    private readonly query: AnswerQuery,
  ) {}

  @Mutation(() => CommentType, { description: 'Says that an answer is useful, or takes it back. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_AN_ANSWER, ANSWER_YOURS, SUBJECT_CLOSED.' })
  voteAnswer(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) answerId: string,
    @Args('voted', { description: 'False takes the vote back.' }) voted: boolean,
  ): Promise<CommentEntity> {
    return this.service.vote(viewer, answerId, voted);
  }

  @Mutation(() => CommentType, {
    description: 'Accepts an answer, in the place of the one accepted before, or takes that back. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_AN_ANSWER, ANSWER_NOT_YOURS_TO_ACCEPT.',
  })
  acceptAnswer(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) answerId: string,
    @Args('accepted', { description: 'False takes the acceptance back.' }) accepted: boolean,
  ): Promise<CommentEntity> {
    return this.service.accept(viewer, answerId, accepted);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer said that it is useful.' })
  async viewerHasVoted(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.query.standing(viewer, comment.id)).viewerHasVoted;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is an answer that the viewer may vote for.' })
  async viewerCanVote(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.query.standing(viewer, comment.id)).viewerCanVote;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is an answer that the viewer may accept.' })
  async viewerCanAccept(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.query.standing(viewer, comment.id)).viewerCanAccept;
  }

  @ResolveField(() => Boolean, { description: 'Whether it answers something that asks for answers, which may be voted for and accepted.' })
  async isAnswer(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return (await this.query.standing(viewer, comment.id)).isAnswer;
  }
}
