import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { FileLoader, MediaFileType } from '@parvis/media/server';
import { SignedIn } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentType } from '../comment/comment.type.ts';

// Few comments have files: a whole thread is not refused for the ten that each of them might have.
const filesCost = ({ childComplexity }: { childComplexity: number }): number => 1 + 3 * childComplexity;

/** Comment.attachments. */
@SignedIn()
@Resolver(() => CommentType)
export class CommentMediaResolver {
  constructor(private readonly files: FileLoader) {}

  @ResolveField(() => [MediaFileType], { description: 'Its images and files, ten at most.', complexity: filesCost })
  attachments(@Parent() comment: CommentEntity, @CurrentViewer() viewer: Viewer) {
    return this.files.attachedTo(viewer, 'comment', comment.id);
  }
}
