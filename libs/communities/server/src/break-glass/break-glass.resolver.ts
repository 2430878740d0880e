import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Administration, CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { PageArgs, pageCost, pageRequest, perViewer, SignedIn } from '@parvis/platform/server';
import type { CommunityEntity } from '../community/community.entity.ts';
import { CommunityType } from '../community/community.type.ts';
import { BreakGlassReading, type BreakGlassLine } from './break-glass-reading.ts';
import type { BreakGlassEntity, BreakGlassState } from './break-glass.entity.ts';
import { isGuardian, stateOf } from './break-glass.policy.ts';
import { BreakGlassQuery, type CommunityLookedInto } from './break-glass.query.ts';
import { BreakGlassService } from './break-glass.service.ts';
import {
  AskBreakGlassInput, BreakGlassAccessConnection, BreakGlassAccessType, BreakGlassLineConnection, BreakGlassLineType, BreakGlassStanding, BreakGlassStateEnum, CommunityLookedIntoType,
} from './break-glass.type.ts';

@SignedIn()
@Resolver(() => BreakGlassAccessType)
export class BreakGlassResolver {
  private readonly communities;

  constructor(
    private readonly query: BreakGlassQuery,
    private readonly service: BreakGlassService,
    private readonly reading: BreakGlassReading,
    private readonly administration: Administration,
    private readonly people: PersonLoader,
  ) {
    this.communities = perViewer((viewer: Viewer, ids: readonly string[]) => query.communitiesOf(viewer, ids));
  }

  @Query(() => BreakGlassStanding, { nullable: true, description: 'For IT, the works council and auditors; null for everybody else.' })
  breakGlassStanding(@CurrentViewer() viewer: Viewer): BreakGlassStanding | null {
    const [asks, decides] = [this.administration.isFor(viewer), isGuardian(viewer)];
    return asks || decides ? { asks, decides, isConfirmed: this.administration.isConfirmed(viewer) } : null;
  }

  @Query(() => BreakGlassAccessConnection, { description: 'The newest first: all of them for those who decide, their own for IT. Errors: FORBIDDEN, CONFIRMATION_NEEDED, CURSOR_INVALID.', complexity: pageCost })
  breakGlassAccesses(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.query.list(viewer, pageRequest(page));
  }

  @Query(() => BreakGlassAccessType, { nullable: true, description: 'Null when missing or of somebody else. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID.' })
  breakGlassAccess(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID.' }) id: string): Promise<BreakGlassEntity | null> {
    return this.query.byId(viewer, id);
  }

  @Query(() => BreakGlassLineConnection, {
    description:
      'What is in the community: threads, the newest first, each with what was said under it. Each page is counted, and members see how many were read. Errors: FORBIDDEN (IT only), CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND, BREAK_GLASS_CLOSED, CURSOR_INVALID.',
    complexity: pageCost,
  })
  breakGlassReading(@CurrentViewer() viewer: Viewer, @Args('accessId', { type: () => ID, description: 'UUID of an access that the viewer asked for and that is open.' }) accessId: string, @Args() page: PageArgs) {
    return this.reading.lines(viewer, accessId, pageRequest(page));
  }

  @Mutation(() => BreakGlassAccessType, {
    description:
      'Asks to read in a community that is closed to the viewer; IT only. A second person has a day to decide. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, BREAK_GLASS_REASON_SHORT, BREAK_GLASS_HOURS, COMMUNITY_NOT_FOUND, BREAK_GLASS_NEEDLESS, BREAK_GLASS_REPEATED.',
  })
  askBreakGlass(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Where, why and for how long.' }) input: AskBreakGlassInput): Promise<BreakGlassEntity> {
    return this.service.ask(viewer, input);
  }

  @Mutation(() => BreakGlassAccessType, {
    description:
      'Says yes or no to a request; the works council and auditors, never IT, and never whoever asked. From a yes on the access is open, and members are told. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND, BREAK_GLASS_OWN, BREAK_GLASS_DECIDED.',
  })
  decideBreakGlass(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'UUID of the access. Errors: ID_INVALID.' }) id: string,
    @Args('isApproved', { description: 'True: yes.' }) isApproved: boolean,
  ): Promise<BreakGlassEntity> {
    return this.service.decide(viewer, id, isApproved);
  }

  @Mutation(() => BreakGlassAccessType, {
    description:
      'At once: whoever asked takes back what waits or ends what is open; those who decide end what is open. What is over stays as it is. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND.',
  })
  endBreakGlass(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID of the access. Errors: ID_INVALID.' }) id: string): Promise<BreakGlassEntity> {
    return this.service.end(viewer, id);
  }

  @ResolveField(() => BreakGlassStateEnum, { description: 'How it stands at this moment.' })
  state(@Parent() access: BreakGlassEntity): BreakGlassState {
    return stateOf(access);
  }

  @ResolveField(() => CommunityLookedIntoType, { description: 'The community, as far as the viewer may know of it.' })
  async community(@Parent() { id }: BreakGlassEntity, @CurrentViewer() viewer: Viewer): Promise<CommunityLookedInto> {
    const community = await this.communities(viewer).load(id);
    if (!community) throw new Error(`The access ${id} is about a community that is not there.`);
    return community;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whoever asked, and reads; null: erased.' })
  askedBy(@Parent() { askedById }: BreakGlassEntity, @CurrentViewer() viewer: Viewer) {
    return this.person(viewer, askedById);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The second person; null: nobody has decided.' })
  decidedBy(@Parent() { decidedById }: BreakGlassEntity, @CurrentViewer() viewer: Viewer) {
    return this.person(viewer, decidedById);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who ended it before its time; null: nobody did.' })
  endedBy(@Parent() { endedById }: BreakGlassEntity, @CurrentViewer() viewer: Viewer) {
    return this.person(viewer, endedById);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer asked for it.' })
  isOwn(@Parent() { askedById }: BreakGlassEntity, @CurrentViewer() viewer: Viewer): boolean {
    return askedById === viewer.personId;
  }

  private person(viewer: Viewer, id: string | null) {
    return id === null ? null : this.people.load(viewer, id);
  }
}

@SignedIn()
@Resolver(() => BreakGlassLineType)
export class BreakGlassLineResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { description: 'Who wrote it.' })
  author(@Parent() { authorId }: BreakGlassLine, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, authorId);
  }
}

@SignedIn()
@Resolver(() => CommunityType)
export class CommunityBreakGlassResolver {
  private readonly accesses;

  constructor(query: BreakGlassQuery) {
    this.accesses = perViewer((viewer: Viewer, ids: readonly string[]) => query.ofCommunities(viewer, ids));
  }

  @ResolveField(() => [BreakGlassAccessType], { description: 'Who of IT reads or has read here, the newest first, the last 20 of them; for those who may read here themselves, empty for others.', complexity: ({ childComplexity }) => 1 + 20 * childComplexity })
  async breakGlassAccesses(@Parent() { id }: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<BreakGlassEntity[]> {
    return (await this.accesses(viewer).load(id)) ?? [];
  }
}
