import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { minPeople } from '../exchanges.ts';
import { crossingDays, CrossingQuery } from './crossing.query.ts';
import { CommunityCrossing } from './crossing.type.ts';

/** Community.crossing. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityCrossingResolver {
  constructor(
    private readonly query: CrossingQuery,
    private readonly communities: CommunityLoader,
  ) {}

  @ResolveField(() => CommunityCrossing, {
    nullable: true,
    description: 'How much of what is exchanged here crosses departments; null unless the viewer is a member.',
    // Counted for each community by itself: a few at a time, not a list of them.
    complexity: ({ childComplexity }) => 2_000 + childComplexity,
  })
  async crossing(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<CommunityCrossing | null> {
    const standing = await this.communities.standing(viewer, community.id);
    if (standing?.status !== 'member') return null;
    return { days: crossingDays, minPeople, ...(await this.query.of(community.id)) };
  }
}
