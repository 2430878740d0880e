import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';
import { PostType } from '../post/post.type.ts';
import { isPinned, PinService } from './pin.service.ts';

const postId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };
const mostShown = 10;
type Cost = { childComplexity: number };
const complexity = ({ childComplexity }: Cost) => 1 + mostShown * childComplexity;

/** Posts that are kept on top. */
@SignedIn()
@Resolver(() => PostType)
export class PinResolver {
  constructor(
    private readonly service: PinService,
    private readonly posts: PostQuery,
  ) {}

  @Query(() => [PostType], { description: 'What is pinned for the whole company, the newest pin first; at most ten.', complexity })
  pinnedPosts(@CurrentViewer() viewer: Viewer): Promise<PostEntity[]> {
    return this.posts.pinned(viewer, null, mostShown);
  }

  @Mutation(() => PostType, { description: 'Keeps a post on top of its community, three at most; for its animators, and in the whole company for executives, HR, IT and moderators. Errors: POST_NOT_FOUND, PIN_NOT_ALLOWED, PINS_FULL.' })
  pinPost(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<PostEntity> {
    return this.service.pin(viewer, id);
  }

  @Mutation(() => PostType, { description: 'Takes a pinned post down; for the same people. Errors: POST_NOT_FOUND, PIN_NOT_ALLOWED.' })
  unpinPost(@CurrentViewer() viewer: Viewer, @Args('id', postId) id: string): Promise<PostEntity> {
    return this.service.unpin(viewer, id);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is kept on top of its community, or of the home page.' })
  isPinned(@Parent() post: PostEntity): boolean {
    return isPinned(post);
  }
}

/** Community.pinnedPosts. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityPinsResolver {
  constructor(private readonly posts: PostQuery) {}

  @ResolveField(() => [PostType], { description: 'What is pinned there, the newest pin first; at most ten; empty when the viewer may not read.', complexity: (cost) => 100 + complexity(cost) })
  pinnedPosts(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<PostEntity[]> {
    return this.posts.pinned(viewer, community.id, mostShown);
  }
}
