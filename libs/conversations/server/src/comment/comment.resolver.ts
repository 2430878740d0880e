import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { ConversationLoader } from '../conversation.loader.ts';
import { ReactionCount, ReactionKindEnum } from '../reaction/reaction.type.ts';
import type { CommentEntity } from './comment.entity.ts';
import { canDelete, canEdit } from './comment.policy.ts';
import { CommentService } from './comment.service.ts';
import { AddCommentInput, CommentType, EditCommentInput } from './comment.type.ts';

@SignedIn()
@Resolver(() => CommentType)
export class CommentResolver {
  constructor(
    private readonly service: CommentService,
    private readonly people: PersonLoader,
    private readonly loader: ConversationLoader,
  ) {}

  @Mutation(() => CommentType, { description: 'Says something under a subject. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  addComment(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The comment.' }) input: AddCommentInput): Promise<CommentEntity> {
    return this.service.add(viewer, input);
  }

  @Mutation(() => CommentType, { description: 'Changes one’s own comment. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  editComment(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: EditCommentInput): Promise<CommentEntity> {
    return this.service.edit(viewer, input.id, input.body);
  }

  @Mutation(() => ID, { description: 'Takes one’s own comment back; returns its UUID. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS.' })
  deleteComment(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<string> {
    return this.service.delete(viewer, id);
  }

  @ResolveField(() => PersonType, { description: 'Who said it.' })
  author(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, comment.authorId);
  }

  @ResolveField(() => [ReactionCount], { description: 'By kind; kinds that nobody chose are left out.' })
  async reactions(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, comment.id)).reactions;
  }

  @ResolveField(() => ReactionKindEnum, { nullable: true, description: 'The viewer’s own reaction; null for none.' })
  async viewerReaction(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return (await this.loader.reactionSummary(viewer, comment.id)).viewerReaction;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it.' })
  viewerCanEdit(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): boolean {
    return canEdit(viewer, comment);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back.' })
  viewerCanDelete(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer): boolean {
    return canDelete(viewer, comment);
  }
}
