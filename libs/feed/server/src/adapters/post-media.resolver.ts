import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { FileLoader, LinkPreviews, LinkPreviewType, maxAttachments, MediaFileType } from '@parvis/media/server';
import { SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostType } from '../post/post.type.ts';

@SignedIn()
@Resolver(() => PostType)
export class PostMediaResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly previews: LinkPreviews,
  ) {}

  @ResolveField(() => [MediaFileType], { description: 'Its images and files, ten at most.', complexity: ({ childComplexity }) => 1 + maxAttachments * childComplexity })
  attachments(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return this.files.attachedTo(viewer, 'post', post.id);
  }

  @ResolveField(() => LinkPreviewType, { nullable: true, description: 'What the page that it links to said of itself when it was written; null when there is none.' })
  linkPreview(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer) {
    return this.previews.attachedTo(viewer, 'post', post.id);
  }
}
