import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostConnection, PostType } from '../post/post.type.ts';
import { SavedLoader } from './saved.loader.ts';
import { SavedQuery } from './saved.query.ts';
import { SavedService } from './saved.service.ts';

const postId = { type: () => ID, description: 'UUID of the post.' };

@SignedIn()
@Resolver(() => PostType)
export class SavedResolver {
  constructor(
    private readonly query: SavedQuery,
    private readonly service: SavedService,
    private readonly loader: SavedLoader,
  ) {}

  @Query(() => PostConnection, {
    description: 'Posts that the viewer has saved and may still see, what was saved last first; for the viewer alone, and whatever they have muted.',
    complexity: pageCost,
  })
  savedPosts(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.own(viewer, pageRequest(page));
  }

  @Mutation(() => PostType, { description: 'Keeps a post in the viewer’s list of saved posts; nobody is told. Errors: POST_NOT_FOUND, ID_INVALID.' })
  savePost(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<PostEntity> {
    return this.service.save(viewer, id);
  }

  @Mutation(() => PostType, { description: 'Takes a post out of the viewer’s list of saved posts. Errors: POST_NOT_FOUND, ID_INVALID.' })
  unsavePost(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<PostEntity> {
    return this.service.unsave(viewer, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has saved it.' })
  viewerHasSaved(@Parent() post: PostEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.hasSaved(viewer, post.id);
  }
}
