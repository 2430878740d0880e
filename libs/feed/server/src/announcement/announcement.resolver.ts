import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { perViewer, SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';
import { PostType } from '../post/post.type.ts';
import { AnnouncementQuery } from './announcement.query.ts';
import { AnnouncementService } from './announcement.service.ts';
import { AnnouncementType } from './announcement.type.ts';

/** Post.announcement, and reading one. */
@SignedIn()
@Resolver(() => PostType)
export class PostAnnouncementResolver {
  private readonly loader;

  constructor(
    query: AnnouncementQuery,
    private readonly service: AnnouncementService,
    private readonly posts: PostQuery,
  ) {
    this.loader = perViewer((viewer: Viewer, ids: readonly string[]) => query.ofPosts(viewer, ids));
  }

  @ResolveField(() => AnnouncementType, { nullable: true, description: 'What only an announcement has; null for other kinds.' })
  announcement(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<AnnouncementType | null> | null {
    return post.kind === 'announcement' ? this.loader(viewer).load(post.id) : null;
  }

  @Mutation(() => PostType, { nullable: true, description: 'The viewer has an announcement before their eyes, or says that they have read it. Nobody is told who. Errors: ID_INVALID, POST_NOT_FOUND.' })
  async readAnnouncement(
    @CurrentViewer() viewer: Viewer,
    @Args('postId', { type: () => ID, description: 'The announcement’s UUID.' }) postId: string,
    @Args('acknowledged', { type: () => Boolean, description: 'True: they say « I have read it ».' }) acknowledged: boolean,
  ): Promise<PostEntity | null> {
    return this.posts.byId(viewer, await this.service.read(viewer, { postId, acknowledged }));
  }
}
