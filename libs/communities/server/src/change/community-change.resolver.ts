import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity } from '../community/community.entity.ts';
import { CommunityType } from '../community/community.type.ts';
import type { CommunityChangeEntity } from './community-change.entity.ts';
import { CommunityChangeQuery } from './community-change.query.ts';
import { CommunityChangeConnection, CommunityChangeType } from './community-change.type.ts';

/** Community.changes. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityChangesResolver {
  constructor(private readonly query: CommunityChangeQuery) {}

  @ResolveField(() => CommunityChangeConnection, { description: 'Who changed what, newest first; empty unless the viewer animates the community.', complexity: perParentPageCost })
  changes(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.list(viewer, community.id, pageRequest(page));
  }
}

@SignedIn()
@Resolver(() => CommunityChangeType)
export class CommunityChangeResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who changed it; null when nobody knows any more.' })
  actor(@Parent() change: CommunityChangeEntity, @CurrentViewer() viewer: Viewer) {
    return change.actorId ? this.people.required(viewer, change.actorId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom it is about, when it is about somebody.' })
  person(@Parent() change: CommunityChangeEntity, @CurrentViewer() viewer: Viewer) {
    return change.personId ? this.people.required(viewer, change.personId) : null;
  }
}
