import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity } from '../community/community.entity.ts';
import { CommunityLoader } from '../community/community.loader.ts';
import { CommunityQuery } from '../community/community.query.ts';
import { CommunityType } from '../community/community.type.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { InvitationQuery } from './invitation.query.ts';
import { InvitationService, type InvitationsSent } from './invitation.service.ts';
import { InvitationAnswerPayload, InvitationConnection, InvitationType, InviteToCommunityInput, InviteToCommunityPayload } from './invitation.type.ts';

const invitationId = { type: () => ID, description: 'The invitation’s UUID. Errors: ID_INVALID.' };

/** Asking in, and answering. */
@SignedIn()
@Resolver(() => CommunityType)
export class CommunityInvitationsResolver {
  constructor(
    private readonly query: InvitationQuery,
    private readonly service: InvitationService,
    private readonly communities: CommunityQuery,
    private readonly loader: CommunityLoader,
  ) {}

  @Query(() => InvitationConnection, { description: 'Invitations that the viewer has not answered, newest first.', complexity: pageCost })
  communityInvitations(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.mine(viewer, pageRequest(page));
  }

  @ResolveField(() => InvitationType, { nullable: true, description: 'The viewer’s own, not answered yet.' })
  viewerInvitation(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer) {
    return this.loader.invitation(viewer, community.id);
  }

  @ResolveField(() => InvitationConnection, { description: 'Who was invited and has not answered, newest first; empty unless the viewer animates the community.', complexity: perParentPageCost })
  invitations(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.ofCommunity(viewer, community.id, pageRequest(page));
  }

  @Mutation(() => InviteToCommunityPayload, {
    description:
      'Invites colleagues: members into an open community, animators into any; nobody is asked twice. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_NOT_ANIMATOR, COMMUNITY_ARCHIVED, PERSON_NOT_FOUND, ID_INVALID, TEXT_TOO_LONG, TOO_MANY_ITEMS.',
  })
  inviteToCommunity(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Whom, and into what.' }) input: InviteToCommunityInput): Promise<InvitationsSent> {
    return this.service.invite(viewer, input);
  }

  @Mutation(() => InvitationAnswerPayload, { description: 'Comes in as invited. Errors: INVITATION_NOT_FOUND, COMMUNITY_ARCHIVED.' })
  async acceptCommunityInvitation(@CurrentViewer() viewer: Viewer, @Args('id', invitationId) id: string): Promise<InvitationAnswerPayload> {
    return this.after(viewer, id, await this.service.accept(viewer, id));
  }

  @Mutation(() => InvitationAnswerPayload, { description: 'Declines; a secret community is out of sight again. Errors: INVITATION_NOT_FOUND.' })
  async declineCommunityInvitation(@CurrentViewer() viewer: Viewer, @Args('id', invitationId) id: string): Promise<InvitationAnswerPayload> {
    return this.after(viewer, id, await this.service.decline(viewer, id));
  }

  @Mutation(() => InvitationAnswerPayload, { description: 'Takes an invitation back; whoever sent it, or an animator. Errors: INVITATION_NOT_FOUND.' })
  async withdrawCommunityInvitation(@CurrentViewer() viewer: Viewer, @Args('id', invitationId) id: string): Promise<InvitationAnswerPayload> {
    return this.after(viewer, id, await this.service.withdraw(viewer, id));
  }

  private async after(viewer: Viewer, invitation: string, { id }: CommunityEntity): Promise<InvitationAnswerPayload> {
    return { invitationId: invitation, community: await this.communities.byId(viewer, id) };
  }
}

@SignedIn()
@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who is invited.' })
  person(@Parent() invitation: InvitationEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, invitation.personId);
  }

  @ResolveField(() => PersonType, { description: 'Who invites.' })
  inviter(@Parent() invitation: InvitationEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, invitation.inviterId);
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Into what; null when it went out of sight meanwhile.' })
  community(@Parent() invitation: InvitationEntity, @CurrentViewer() viewer: Viewer) {
    return this.communities.byId(viewer, invitation.communityId);
  }
}
