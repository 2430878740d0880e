import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageCost, pageRequest, SignedIn } from '@parvis/platform/server';
import type { AmaSessionEntity } from './ama-session.entity.ts';
import { AmaSessionLoader } from './ama-session.loader.ts';
import { AmaSessionQuery, type AmaPeriod } from './ama-session.query.ts';
import { AmaSessionService } from './ama-session.service.ts';
import { AmaPeriodEnum, AmaQuestionCountsType, AmaSessionConnection, AmaSessionType, AmaStateEnum, ChangeAmaSessionInput, PlanAmaSessionInput } from './ama-session.type.ts';
import { canStillChange, stateAt, takesQuestions, type AmaState } from './ama-state.ts';

const sessionId = { type: () => ID, description: 'UUID. Errors: ID_INVALID.' };

@SignedIn()
@Resolver(() => AmaSessionType)
export class AmaSessionResolver {
  constructor(
    private readonly query: AmaSessionQuery,
    private readonly service: AmaSessionService,
    private readonly loader: AmaSessionLoader,
    private readonly people: PersonLoader,
    private readonly communities: CommunityLoader,
  ) {}

  @Query(() => AmaSessionConnection, { description: 'Sessions that the viewer may see.', complexity: pageCost })
  amaSessions(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs, @Args('period', { type: () => AmaPeriodEnum, description: 'Current or past.' }) period: AmaPeriod) {
    return this.query.list(viewer, period, pageRequest(page));
  }

  @Query(() => AmaSessionType, { nullable: true, description: 'Null when missing or out of sight. Errors: ID_INVALID.' })
  amaSession(@CurrentViewer() viewer: Viewer, @Args('id', sessionId) id: string): Promise<AmaSessionEntity | null> {
    return this.query.byId(viewer, checkedId('id', id));
  }

  @Query(() => [PersonType], { description: 'Executives who work here now, by name (100 at most): who may host a session.' })
  executives(@CurrentViewer() viewer: Viewer) {
    return this.query.executives(viewer);
  }

  @Mutation(() => AmaSessionType, { description: 'An executive plans a session. Errors: AMA_ONLY_EXECUTIVES, AMA_TIMES_INVALID, AMA_COHOST_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  planAmaSession(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The session.' }) input: PlanAmaSessionInput): Promise<AmaSessionEntity> {
    return this.service.plan(viewer, input);
  }

  @Mutation(() => AmaSessionType, { description: 'Changes a session that is not over. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_HOST, AMA_SESSION_CLOSED, AMA_TIMES_INVALID, AMA_COHOST_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  changeAmaSession(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The change.' }) input: ChangeAmaSessionInput): Promise<AmaSessionEntity> {
    return this.service.change(viewer, input.id, input);
  }

  @Mutation(() => AmaSessionType, { description: 'Calls a session off; what was asked stays to be read. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_HOST, AMA_SESSION_CLOSED.' })
  cancelAmaSession(@CurrentViewer() viewer: Viewer, @Args('id', sessionId) id: string): Promise<AmaSessionEntity> {
    return this.service.cancel(viewer, id);
  }

  @ResolveField(() => AmaStateEnum, { description: 'Where it stands now.' })
  state(@Parent() session: AmaSessionEntity): AmaState {
    return stateAt(session, new Date());
  }

  @ResolveField(() => PersonType, { description: 'The executive who answers.' })
  host(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, session.hostId);
  }

  @ResolveField(() => [PersonType], { description: 'Executives who answer too, by name.', complexity: ({ childComplexity }) => 1 + 5 * childComplexity })
  async cohosts(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer) {
    const ids = await this.loader.cohostIds(viewer, session.id);
    return Promise.all(ids.map((id) => this.people.required(viewer, id)));
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'Where it is held; null: for the whole company.' })
  community(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer) {
    return session.communityId ? this.communities.byId(viewer, session.communityId) : null;
  }

  @ResolveField(() => AmaQuestionCountsType, { description: 'How many questions it holds.' })
  questionCounts(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer) {
    return this.loader.questionCounts(viewer, session.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may ask here now: everybody who sees it may, from the opening to the end.' })
  viewerCanAsk(@Parent() session: AmaSessionEntity): boolean {
    return takesQuestions(stateAt(session, new Date()));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer answers here: the host and co-hosts do.' })
  viewerIsHost(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.isHost(viewer, session);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it or call it off.' })
  viewerCanChange(@Parent() session: AmaSessionEntity, @CurrentViewer() viewer: Viewer): boolean {
    return session.hostId === viewer.personId && canStillChange(stateAt(session, new Date()));
  }
}
