import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CommunityEntity } from '../community/community.entity.ts';
import { CommunityType } from '../community/community.type.ts';
import { CommunityMergeService, type MergePreview } from './community-merge.service.ts';
import { CommunityMergePreview, MergeCommunitiesInput } from './community-merge.type.ts';

/** One community out of two. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityMergeResolver {
  constructor(private readonly service: CommunityMergeService) {}

  @Query(() => CommunityMergePreview, {
    description: 'What a merge would do; for who animates both, or IT of open ones. Errors: ID_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_MERGE_SAME, COMMUNITY_ARCHIVED.',
  })
  communityMerge(
    @CurrentViewer() viewer: Viewer,
    @Args('fromId', { type: () => ID, description: 'UUID of what is no more afterwards. Errors: ID_INVALID.' }) fromId: string,
    @Args('intoId', { type: () => ID, description: 'UUID of what holds everything afterwards. Errors: ID_INVALID.' }) intoId: string,
  ): Promise<MergePreview> {
    return this.service.preview(viewer, { fromId, intoId });
  }

  @Mutation(() => CommunityType, {
    description:
      'Moves everything of one community into another, which keeps its name, words and visibility; for who animates both, or IT of open ones. Cannot be undone. Errors: ID_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_MERGE_SAME, COMMUNITY_ARCHIVED, COMMUNITY_DISCLOSURE_UNCONFIRMED.',
  })
  mergeCommunities(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which into which.' }) input: MergeCommunitiesInput): Promise<CommunityEntity> {
    return this.service.merge(viewer, input);
  }
}
