import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { countedConnectionType, PageArgs, pageCost, pageRequest, perViewer, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity, CommunityVisibility } from '../community/community.entity.ts';
import { CommunityLoader } from '../community/community.loader.ts';
import { CommunityVisibilityEnum } from '../community/community.type.ts';
import { OrphanQuery } from './orphan.query.ts';
import { OrphanService } from './orphan.service.ts';

@ObjectType('OrphanedCommunity', { description: 'A community that nobody who works here animates, as those who look after Parvis see it.' })
export class OrphanedCommunityType {
  @Field(() => ID, { description: 'The community’s UUID.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;
}

@ObjectType('OrphanedCommunityConnection', { description: 'A page of communities without an animator.' })
export class OrphanedCommunityConnection extends countedConnectionType('OrphanedCommunity', () => OrphanedCommunityType) {}

@SignedIn()
@Resolver(() => OrphanedCommunityType)
export class OrphanResolver {
  private readonly candidateIds;

  constructor(
    private readonly query: OrphanQuery,
    private readonly service: OrphanService,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {
    this.candidateIds = perViewer((_viewer: Viewer, ids: readonly string[]) => query.candidateIds(ids));
  }

  @Query(() => OrphanedCommunityConnection, { description: 'Communities that nobody who works here animates, by name, secret ones too; for IT and moderators. Errors: FORBIDDEN.', complexity: pageCost })
  orphanedCommunities(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.list(viewer, pageRequest(page));
  }

  @Mutation(() => OrphanedCommunityType, {
    description:
      'Makes a member animate a community that has no animator left, or, where no member is left, a colleague; IT only, and never oneself. Errors: FORBIDDEN, ID_INVALID, COMMUNITY_NOT_FOUND, PERSON_NOT_FOUND.',
  })
  appointCommunityAnimator(
    @CurrentViewer() viewer: Viewer,
    @Args('communityId', { type: () => ID, description: 'The community’s UUID. Errors: ID_INVALID.' }) communityId: string,
    @Args('personId', { type: () => ID, description: 'The new animator’s UUID. Errors: ID_INVALID.' }) personId: string,
  ): Promise<CommunityEntity> {
    return this.service.appoint(viewer, { communityId, personId });
  }

  @ResolveField(() => Int, { description: 'How many people belong to it.' })
  memberCount(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.communities.memberCount(viewer, community.id);
  }

  @ResolveField(() => [PersonType], { description: 'Members still in the company who could animate it, at most 10, those first who have been there longest.' })
  async candidates(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer) {
    const ids = (await this.candidateIds(viewer).load(community.id)) ?? [];
    return Promise.all(ids.map((id) => this.people.required(viewer, id)));
  }
}
