import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { checkedId, PageArgs, pageOfWhole, pageRequest, perParentPageCost, SignedIn } from '@parvis/platform/server';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { areResultsTold } from './ballot-course.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { BallotLoader } from './ballot.loader.ts';
import { BallotQuery, type OpenVote } from './ballot.query.ts';
import { BallotType } from './ballot.type.ts';
import type { Standing } from './ranking.ts';
import { OpenVoteConnection, OpenVoteType, StandingConnection, StandingType } from './results.type.ts';
import { TallyQuery } from './tally.query.ts';

/** What ballots come to, once it may be told. */
@SignedIn()
@Resolver(() => BallotType)
export class ResultsResolver {
  constructor(
    private readonly loader: BallotLoader,
    private readonly tally: TallyQuery,
    private readonly query: BallotQuery,
  ) {}

  @ResolveField(() => StandingConnection, { nullable: true, description: 'Its ideas, best first; null as long as `resultsState` is neither LIVE nor FINAL. Errors: CURSOR_INVALID, PAGE_TOO_LARGE.', complexity: perParentPageCost })
  async results(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    const request = pageRequest(page);
    if (!(await this.areTold(viewer, ballot))) return null;
    return pageOfWhole(await this.tally.standings(ballot), request);
  }

  @ResolveField(() => OpenVoteConnection, {
    nullable: true,
    description: 'Who gave an idea what: in an open ballot whose results are told, else null; always null in SUPPORT. Errors: ID_INVALID, IDEA_NOT_FOUND, CURSOR_INVALID, PAGE_TOO_LARGE.',
    complexity: perParentPageCost,
  })
  async openVotes(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer, @Args('ideaId', { type: () => ID, description: 'UUID.' }) ideaId: string, @Args() page: PageArgs) {
    const request = pageRequest(page);
    const id = checkedId('ideaId', ideaId);
    if (ballot.isSecret || ballot.kind === 'support' || !(await this.areTold(viewer, ballot))) return null;
    const known = (await this.tally.candidates(ballot.campaignId)).some((idea) => idea.id === id);
    if (!known) throw ideasErrors.ideaNotFound();
    return this.query.openVotes(ballot, id, request);
  }

  private async areTold(viewer: Viewer, ballot: BallotEntity): Promise<boolean> {
    const situation = await this.loader.situation(viewer, ballot.id);
    return situation !== null && areResultsTold(situation.results);
  }
}

/** What a row of the results says of its idea. */
@SignedIn()
@Resolver(() => StandingType)
export class StandingResolver {
  constructor(private readonly ideas: IdeaLoader) {}

  @ResolveField(() => IdeaType, { description: 'The idea.' })
  idea(@Parent() standing: Standing, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity | null> {
    return this.ideas.byId(viewer, standing.ideaId);
  }

  @ResolveField(() => String, { nullable: true, description: 'BUDGET: the department whose envelope pays it; empty: that of everybody. Null for who judges the idea blind: it is that of its author.' })
  async envelope(@Parent() { ideaId, envelope }: Standing, @CurrentViewer() viewer: Viewer): Promise<string | null> {
    return envelope && (await this.ideas.isJudgedBlind(viewer, ideaId)) ? null : envelope;
  }
}

/** Who cast an open vote, and between which ideas. */
@SignedIn()
@Resolver(() => OpenVoteType)
export class OpenVoteResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who.' })
  person(@Parent() vote: OpenVote, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, vote.personId);
  }

  @ResolveField(() => IdeaType, { nullable: true, description: 'PAIRS: which idea it was compared with; null when out of sight.' })
  other(@Parent() vote: OpenVote, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity | null> | null {
    return vote.otherId ? this.ideas.byId(viewer, vote.otherId) : null;
  }
}
