import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity } from '../community/community.entity.ts';
import { CommunityQuery } from '../community/community.query.ts';
import { CommunityType, LeaveCommunityPayload } from '../community/community.type.ts';
import type { JoinRequestEntity } from './join-request.entity.ts';
import type { CommunityRole, MembershipEntity } from './membership.entity.ts';
import { MembershipQuery } from './membership.query.ts';
import { MembershipService } from './membership.service.ts';
import { CommunityRoleEnum, JoinRequestConnection, JoinRequestType, MembershipConnection, MembershipType } from './membership.type.ts';

const communityId = { type: () => ID, description: 'The community’s UUID. Errors: ID_INVALID.' };
const memberId = { type: () => ID, description: 'The member’s UUID. Errors: ID_INVALID.' };
const requestId = { type: () => ID, description: 'The request’s UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => CommunityType)
export class CommunityMembersResolver {
  constructor(
    private readonly query: MembershipQuery,
    private readonly service: MembershipService,
    private readonly communities: CommunityQuery,
  ) {}

  @ResolveField(() => MembershipConnection, { description: 'Animators first, then in the order of joining; empty when the viewer may not read.', complexity: perParentPageCost })
  members(
    @Parent() community: CommunityEntity,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('search', { type: () => String, nullable: true, description: 'Words of a name; accents and misspellings are forgiven.' }) search?: string | null,
    @Args('department', { type: () => String, nullable: true, description: 'Only those of this department, by its whole name.' }) department?: string | null,
  ) {
    return this.query.members(viewer, community.id, { search, department }, pageRequest(page));
  }

  @ResolveField(() => JoinRequestConnection, { description: 'Who waits to be let in, oldest first; empty unless the viewer animates the community.', complexity: perParentPageCost })
  joinRequests(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.joinRequests(viewer, community.id, pageRequest(page));
  }

  @Mutation(() => CommunityType, { description: 'Joins an open community or one into which the viewer is invited, asks to join a closed one. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_ARCHIVED.' })
  joinCommunity(@CurrentViewer() viewer: Viewer, @Args('id', communityId) id: string): Promise<CommunityEntity> {
    return this.service.join(viewer, id);
  }

  @Mutation(() => LeaveCommunityPayload, { description: 'Leaves, or takes a waiting request back. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_LAST_ANIMATOR.' })
  async leaveCommunity(@CurrentViewer() viewer: Viewer, @Args('id', communityId) id: string): Promise<LeaveCommunityPayload> {
    const left = await this.service.leave(viewer, id);
    return { communityId: left.id, community: await this.communities.byId(viewer, left.id) };
  }

  @Mutation(() => CommunityType, { description: 'Lets somebody in who asked; animators only. Errors: JOIN_REQUEST_NOT_FOUND, COMMUNITY_ARCHIVED.' })
  acceptJoinRequest(@CurrentViewer() viewer: Viewer, @Args('id', requestId) id: string): Promise<CommunityEntity> {
    return this.service.acceptRequest(viewer, id);
  }

  @Mutation(() => CommunityType, { description: 'Turns a request down; animators only. Errors: JOIN_REQUEST_NOT_FOUND.' })
  declineJoinRequest(@CurrentViewer() viewer: Viewer, @Args('id', requestId) id: string): Promise<CommunityEntity> {
    return this.service.declineRequest(viewer, id);
  }

  @Mutation(() => CommunityType, { description: 'Brings a colleague in; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, PERSON_NOT_FOUND.' })
  addCommunityMember(
    @CurrentViewer() viewer: Viewer,
    @Args('communityId', communityId) id: string,
    @Args('personId', { type: () => ID, description: 'The colleague’s UUID. Errors: ID_INVALID.' }) personId: string,
  ): Promise<CommunityEntity> {
    return this.service.addMember(viewer, { communityId: id, personId });
  }

  @Mutation(() => CommunityType, {
    description: 'Makes a member an animator, or an animator a member again; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_LAST_ANIMATOR, PERSON_NOT_FOUND.',
  })
  setCommunityRole(
    @CurrentViewer() viewer: Viewer,
    @Args('communityId', communityId) id: string,
    @Args('personId', memberId) personId: string,
    @Args('role', { type: () => CommunityRoleEnum, description: 'What they are from now on.' }) role: CommunityRole,
  ): Promise<CommunityEntity> {
    return this.service.setRole(viewer, { communityId: id, personId, role });
  }

  @Mutation(() => CommunityType, {
    description: 'Puts a member out, who may come back as anybody may; animators only. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, COMMUNITY_OWN_REMOVAL, PERSON_NOT_FOUND.',
  })
  removeCommunityMember(@CurrentViewer() viewer: Viewer, @Args('communityId', communityId) id: string, @Args('personId', memberId) personId: string): Promise<CommunityEntity> {
    return this.service.remove(viewer, { communityId: id, personId });
  }

  @Mutation(() => CommunityType, {
    description: 'Hands the animation over: the member animates from now on, the viewer no more. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR, PERSON_NOT_FOUND.',
  })
  transferCommunity(@CurrentViewer() viewer: Viewer, @Args('communityId', communityId) id: string, @Args('personId', memberId) personId: string): Promise<CommunityEntity> {
    return this.service.transfer(viewer, { communityId: id, personId });
  }
}

@SignedIn()
@Resolver(() => MembershipType)
export class MembershipResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() membership: MembershipEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, membership.personId);
  }
}

@SignedIn()
@Resolver(() => JoinRequestType)
export class JoinRequestResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who asks.' })
  person(@Parent() request: JoinRequestEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, request.personId);
  }
}
