import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentType } from '../comment/comment.type.ts';
import { ConversationType } from '../conversation.type.ts';
import { AuthorQuestionQuery } from './author-question.query.ts';

@SignedIn()
@Resolver(() => CommentType)
export class AuthorQuestionResolver {
  constructor(private readonly query: AuthorQuestionQuery) {}

  @ResolveField(() => Boolean, { description: 'Whether it is a question to those who make the subject that one of them has replied to.' })
  isAnsweredByAuthors(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> | boolean {
    return comment.asksAuthors && this.query.isAnswered(viewer, comment.id);
  }
}

@SignedIn()
@Resolver(() => ConversationType)
export class ConversationQuestionsResolver {
  constructor(private readonly query: AuthorQuestionQuery) {}

  @ResolveField(() => Int, { description: 'How many questions to those who make the subject there are.' })
  async questionCount(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.query.counts(viewer, conversation.id)).all;
  }

  @ResolveField(() => Int, { description: 'How many of them nobody who makes it has replied to yet.' })
  async openQuestionCount(@Parent() conversation: ConversationType, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.query.counts(viewer, conversation.id)).open;
  }
}
