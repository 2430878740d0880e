import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { MarkedHit } from './search.service.ts';
import { SearchHitType } from './search.type.ts';

@SignedIn()
@Resolver(() => SearchHitType)
export class SearchHitResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it; null for what is not written.' })
  author(@Parent() hit: MarkedHit, @CurrentViewer() viewer: Viewer) {
    return hit.authorId ? this.people.load(viewer, hit.authorId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it on behalf of its author; null: the author. Show both names.' })
  writtenBy(@Parent() hit: MarkedHit, @CurrentViewer() viewer: Viewer) {
    return hit.writtenById ? this.people.load(viewer, hit.writtenById) : null;
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Where it stands; null: nowhere in particular.' })
  community(@Parent() hit: MarkedHit, @CurrentViewer() viewer: Viewer) {
    return hit.communityId ? this.communities.byId(viewer, hit.communityId) : null;
  }
}
