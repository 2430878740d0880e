import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import { ConversationLoader } from '../conversation.loader.ts';
import { ReactionCount, ReactionKindEnum } from '../reaction/reaction.type.ts';
import type { CommentEntity } from './comment.entity.ts';
import { mayChange } from './comment.policy.ts';
import { CommentQuery } from './comment.query.ts';
import { CommentService } from './comment.service.ts';
import { AddCommentInput, CommentConnection, CommentRevisionType, CommentType, EditCommentInput } from './comment.type.ts';

@SignedIn()
@Resolver(() => CommentType)
export class CommentResolver {
  constructor(
    private readonly service: CommentService,
    private readonly query: CommentQuery,
    private readonly people: PersonLoader,
    private readonly loader: ConversationLoader,
  ) {}

  @Query(() => CommentType, { nullable: true, description: 'Null when missing, deleted without replies, or out of sight. Errors: ID_INVALID.' })
  comment(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<CommentEntity | null> {
    return this.query.shown(viewer, checkedId('id', id));
  }

  @Mutation(() => CommentType, { description: 'Says something under a subject. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED, COMMENT_NOT_FOUND, QUESTION_NOT_HERE, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  addComment(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The comment.' }) input: AddCommentInput): Promise<CommentEntity> {
    return this.service.add(viewer, input);
  }

  @Mutation(() => CommentType, { description: 'Changes one’s own comment. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS, SUBJECT_CLOSED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, TOO_MANY_ITEMS, FILE_NOT_FOUND.' })
  editComment(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditCommentInput): Promise<CommentEntity> {
    return this.service.edit(viewer, input);
  }

  @Mutation(() => ID, { description: 'Takes one’s own comment back; returns its UUID. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS.' })
  deleteComment(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<string> {
    return this.service.delete(viewer, id);
  }

  @ResolveField(() => PersonType, { description: 'Who said it.' })
  author(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, comment.authorId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it was deleted: it stands there without its words as long as there are replies to it.' })
  isDeleted(@Parent() comment: CommentEntity): boolean {
    return comment.deletedAt !== null;
  }

  @ResolveField(() => Int, { description: 'How many replies there are to it.' })
  replyCount(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<number> | number {
    return comment.parentId ? 0 : this.loader.replyCount(viewer, comment.id);
  }

  @ResolveField(() => CommentConnection, { description: 'Replies to it, oldest first.', complexity: pageCost })
  async replies(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer, @Args() args: PageArgs) {
    const page = pageRequest(args);
    if (comment.parentId) return this.query.toConnection([], page, 0);
    const [rows, totalCount] = await Promise.all([this.loader.replyRows(viewer, comment.id, page), this.loader.replyCount(viewer, comment.id)]);
    return this.query.toConnection(rows, page, totalCount);
  }

  @ResolveField(() => [CommentRevisionType], {
    description: 'The newest 20 former versions, newest first; empty when never changed.',
    complexity: ({ childComplexity }) => 1 + 20 * childComplexity,
  })
  revisions(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return comment.editedAt && !comment.deletedAt ? this.loader.revisions(viewer, comment.id) : [];
  }

  @ResolveField(() => [ReactionCount], { description: 'By kind; kinds that nobody chose are left out.' })
  async reactions(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, comment.id)).reactions;
  }

  @ResolveField(() => ReactionKindEnum, { nullable: true, description: 'The viewer’s own reaction; null for none.' })
  async viewerReaction(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, comment.id)).viewerReaction;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it: its author may, as long as the subject takes comments.' })
  async viewerCanEdit(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return !comment.deletedAt && mayChange(viewer, comment) && this.loader.isAnswerable(viewer, comment.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back.' })
  viewerCanDelete(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): boolean {
    return !comment.deletedAt && mayChange(viewer, comment);
  }
}
