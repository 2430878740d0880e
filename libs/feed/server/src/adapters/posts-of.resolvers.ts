import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { PostQuery } from '../post/post.query.ts';
import { PostConnection } from '../post/post.type.ts';

/** Community.posts. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityPostsResolver {
  constructor(private readonly query: PostQuery) {}

  @ResolveField(() => PostConnection, { description: 'Newest first; empty when the viewer may not read.', complexity: perParentPageCost })
  posts(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.byCommunity(viewer, community.id, pageRequest(page));
  }
}

/** Person.posts. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonPostsResolver {
  constructor(private readonly query: PostQuery) {}

  @ResolveField(() => PostConnection, { description: 'What they wrote that the viewer may read, newest first.', complexity: perParentPageCost })
  posts(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.byAuthor(viewer, person.id, pageRequest(page));
  }
}
