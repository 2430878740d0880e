import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { countedConnectionType, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity, CommunityVisibility } from '../community/community.entity.ts';
import { CommunityType, CommunityVisibilityEnum } from '../community/community.type.ts';
import { CommunityAdministrationQuery, type AdministeredCommunity, type AdministeredState } from './community-administration.query.ts';
import { CommunityAdministrationService } from './community-administration.service.ts';

export const AdministeredStateEnum = { ALIVE: 'alive', ASLEEP: 'asleep', ORPHANED: 'orphaned', ARCHIVED: 'archived' } as const satisfies Record<string, AdministeredState>;

registerEnumType(AdministeredStateEnum, {
  name: 'AdministeredCommunityState',
  description: 'How a community is, for those who look after Parvis: of the last three, the first that holds, from below.',
  valuesMap: {
    ALIVE: { description: 'Something came within 90 days.' },
    ASLEEP: { description: 'Nothing came for 90 days.' },
    ORPHANED: { description: 'Nobody who works here animates it.' },
    ARCHIVED: { description: 'It is at rest.' },
  },
});

@ObjectType('AdministeredCommunity', { description: 'A community as IT looks after it: nothing of what is in it.' })
export class AdministeredCommunityType {
  @Field(() => ID, { description: 'The community’s UUID.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who may see it and how one gets in.' })
  visibility!: CommunityVisibility;

  @Field(() => AdministeredStateEnum, { description: 'How it is.' })
  state!: AdministeredState;

  @Field(() => Int, { description: 'How many people belong to it.' })
  memberCount!: number;

  @Field(() => String, { nullable: true, description: 'Day (YYYY-MM-DD, UTC) on which something last came; null: nothing ever did.' })
  lastActivityOn!: string | null;
}

@ObjectType('AdministeredCommunityConnection', { description: 'A page of communities as IT looks after them.' })
export class AdministeredCommunityConnection extends countedConnectionType('AdministeredCommunity', () => AdministeredCommunityType) {}

@SignedIn()
@Resolver(() => AdministeredCommunityType)
export class CommunityAdministrationResolver {
  constructor(
    private readonly query: CommunityAdministrationQuery,
    private readonly service: CommunityAdministrationService,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => AdministeredCommunityConnection, {
    description: 'Communities that everybody may know of, and those that nobody animates, by name; for IT. Errors: FORBIDDEN, CONFIRMATION_NEEDED, CURSOR_INVALID, TEXT_TOO_LONG.',
    complexity: pageCost,
  })
  administeredCommunities(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name; letter case and accents do not matter; 100 characters at most.' }) search?: string | null,
    @Args('state', { type: () => AdministeredStateEnum, nullable: true, description: 'Only those that are so.' }) state?: AdministeredState | null,
  ) {
    return this.query.list(viewer, { search: search ?? null, state: state ?? null }, pageRequest(page));
  }

  @Query(() => Int, { description: 'How many secret communities there are that IT knows nothing else of; for IT. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  hiddenCommunityCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.query.hiddenCount(viewer);
  }

  @Mutation(() => CommunityType, { description: 'Puts a community to rest or wakes it; IT only, without being a member. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, COMMUNITY_NOT_FOUND.' })
  setCommunityArchived(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The community’s UUID. Errors: ID_INVALID.' }) id: string,
    @Args('isArchived', { description: 'True: to rest.' }) isArchived: boolean,
  ): Promise<CommunityEntity> {
    return this.service.setArchived(viewer, id, isArchived);
  }

  @ResolveField(() => [PersonType], { description: 'Those who work here and animate it, 5 at most; none of a secret one.' })
  animators(@Parent() { animatorIds }: AdministeredCommunity, @CurrentViewer() viewer: Viewer) {
    return Promise.all(animatorIds.map((id) => this.people.required(viewer, id)));
  }
}
