import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { MuteEntity } from './mute.entity.ts';
import { MuteQuery } from './mute.query.ts';
import { MuteService } from './mute.service.ts';
import { MuteConnection, MuteInput, MuteType } from './mute.type.ts';

@SignedIn()
@Resolver(() => MuteType)
export class MuteResolver {
  constructor(
    private readonly query: MuteQuery,
    private readonly service: MuteService,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => MuteConnection, { description: 'What the viewer keeps out of their feeds at the moment, the newest first.', complexity: pageCost })
  mutes(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.own(viewer, pageRequest(page));
  }

  @Mutation(() => MuteType, {
    description:
      'Keeps a person, a community or a hashtag out of the viewer’s feeds and news for a while, mentions of the viewer included; the same again changes how long. The muted are never told. Errors: MUTE_ONE_TARGET, MUTE_SELF, PERSON_NOT_FOUND, COMMUNITY_NOT_FOUND, TAG_INVALID, ID_INVALID.',
  })
  mute(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What, and how long.' }) input: MuteInput): Promise<MuteEntity> {
    return this.service.mute(viewer, input);
  }

  @Mutation(() => ID, { description: 'Takes one of the viewer’s mutes back; returns its UUID, also when it was gone already. Errors: ID_INVALID.' })
  unmute(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID of the mute.' }) id: string): Promise<string> {
    return this.service.unmute(viewer, id);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The colleague, when it is one.' })
  person(@Parent() mute: MuteEntity, @CurrentViewer() viewer: Viewer) {
    return mute.mutedPersonId ? this.people.required(viewer, mute.mutedPersonId) : null;
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'The community, when it is one that the viewer may still know of.' })
  community(@Parent() mute: MuteEntity, @CurrentViewer() viewer: Viewer) {
    return mute.communityId ? this.communities.byId(viewer, mute.communityId) : null;
  }
}
