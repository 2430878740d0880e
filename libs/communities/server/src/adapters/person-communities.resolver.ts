import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import { CommunityQuery } from '../community/community.query.ts';
import { CommunityConnection } from '../community/community.type.ts';

/** Person.communities. */
@SignedIn()
@Resolver(() => PersonType)
export class PersonCommunitiesResolver {
  constructor(private readonly query: CommunityQuery) {}

  @ResolveField(() => CommunityConnection, { description: 'Communities of this person that the viewer may read, by name; one’s own, all of them.', complexity: perParentPageCost })
  communities(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.list(viewer, { memberId: person.id, archived: false }, pageRequest(page));
  }
}
