import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { checkedId, SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { IdeaType } from '../idea/idea.type.ts';
import type { BallotState, ResultsState } from './ballot-course.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { BallotLoader } from './ballot.loader.ts';
import type { OwnVote } from './ballot.query.ts';
import { BallotService } from './ballot.service.ts';
import { BallotEnvelopeType, BallotInput, BallotStateEnum, BallotType, BallotVoteType, ResultsStateEnum, VoteInput } from './ballot.type.ts';
import { PairQuery } from './pair.query.ts';
import { envelopeOf, isByDepartment, type Envelopes } from './vote-paper.ts';
import { VoteService } from './vote.service.ts';

const ballotId = { type: () => ID, description: 'UUID of the ballot. Errors: ID_INVALID, BALLOT_NOT_FOUND.' };

/** Chooses ballots, casts votes, and says where a ballot stands for the viewer. */
@SignedIn()
@Resolver(() => BallotType)
export class BallotResolver {
  constructor(
    private readonly service: BallotService,
    private readonly votes: VoteService,
    private readonly loader: BallotLoader,
    private readonly pairs: PairQuery,
    private readonly ideas: IdeaLoader,
  ) {}

  @Query(() => BallotType, { nullable: true, description: 'Null when missing, or of a campaign out of sight. Errors: ID_INVALID.' })
  async ballot(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) id: string): Promise<BallotEntity | null> {
    return this.loader.byId(viewer, checkedId('id', id));
  }

  @Mutation(() => CampaignType, {
    description:
      'Chooses how a campaign decides, all ways at once, while it is prepared: fixed once it is published. With a time to vote and no way chosen, ideas are supported. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_FIXED, BALLOT_TWICE, BALLOT_LIMIT_INVALID, BALLOT_ENVELOPES_INVALID.',
  })
  chooseBallots(
    @CurrentViewer() viewer: Viewer,
    @Args('campaignId', { type: () => ID, description: 'UUID. Errors: ID_INVALID.' }) campaignId: string,
    @Args('ballots', { type: () => [BallotInput], description: 'From now on these, and no others.' }) ballots: BallotInput[],
  ): Promise<CampaignEntity> {
    return this.service.choose(viewer, campaignId, ballots);
  }

  @Mutation(() => BallotType, {
    description:
      'Gives ideas marks while the vote is open; sent again it changes nothing, and a newer one replaces it. Errors: BALLOT_NOT_FOUND, CAMPAIGN_NOT_NOW, BALLOT_OTHER_WAY (SUPPORT, PAIRS), VOTE_ENVELOPE_EXCEEDED with `department` and `amount` (without, for who judges blind), VOTE_POINTS_EXCEEDED with `points`, and those of the votes.',
  })
  castVotes(
    @CurrentViewer() viewer: Viewer,
    @Args('ballotId', ballotId) id: string,
    @Args('votes', { type: () => [VoteInput], description: 'At most 500, each idea once. Errors: TOO_MANY_ITEMS, VOTE_INVALID.' }) votes: VoteInput[],
    @Args('isWhole', { defaultValue: false, description: 'Whether this is the whole paper: ideas that are not in it lose what the viewer gave them.' }) isWhole: boolean,
  ): Promise<BallotEntity> {
    return this.votes.cast(viewer, { ballotId: id, votes, isWhole });
  }

  @Mutation(() => BallotType, {
    description: 'Says which of two ideas is the better one while the vote is open; the same two again: the newest answer counts. Errors: BALLOT_NOT_FOUND, CAMPAIGN_NOT_NOW, BALLOT_OTHER_WAY, VOTE_INVALID, VOTE_IDEA_INVALID, IDEA_OWN.',
  })
  comparePair(
    @CurrentViewer() viewer: Viewer,
    @Args('ballotId', ballotId) id: string,
    @Args('ideaIds', { type: () => [ID], description: 'UUIDs of the two, in any order. Errors: ID_INVALID, VOTE_INVALID.' }) ideaIds: string[],
    @Args('preferredId', { type: () => ID, nullable: true, description: 'UUID of the better one; null: the viewer passes. Errors: ID_INVALID, VOTE_INVALID.' }) preferredId: string | null,
  ): Promise<BallotEntity> {
    return this.votes.compare(viewer, { ballotId: id, ideaIds, preferredId });
  }

  @ResolveField(() => [BallotEnvelopeType], { description: 'BUDGET: what ideas are paid from.' })
  async envelopes(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer) {
    const envelopes = await this.loader.envelopes(viewer, ballot.id);
    if (envelopes.length === 0) return [];
    const amounts = new Map(envelopes.map(({ department, amount }) => [department, amount]));
    // What an idea takes from an envelope tells where it comes from.
    const isHidden = isByDepartment(amounts.keys()) && (await this.loader.judgesBlind(viewer, ballot.campaignId));
    const spent = envelopesSpent(await this.loader.standing(viewer, ballot.id), amounts);
    return envelopes.map(({ department, amount }) => ({ department: department || null, amount, viewerLeft: isHidden ? null : Math.max(amount - (spent.get(department) ?? 0), 0) }));
  }

  @ResolveField(() => Int, { nullable: true, description: 'POINTS: how many the viewer has left; null: another kind of ballot.' })
  async viewerPointsLeft(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    if (ballot.points === null) return null;
    return Math.max(ballot.points - (await this.loader.standing(viewer, ballot.id)).reduce((sum, { mark }) => sum + mark, 0), 0);
  }

  @ResolveField(() => BallotStateEnum, { description: 'Where it stands now.' })
  async state(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<BallotState> {
    return (await this.loader.situation(viewer, ballot.id))?.state ?? 'waiting';
  }

  @ResolveField(() => Date, { nullable: true, description: 'From when on votes are taken; null: the campaign has no time for it.' })
  async opensAt(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<Date | null> {
    return (await this.loader.situation(viewer, ballot.id))?.opensAt ?? null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'The first instant at which none is taken any more; until then each may be changed.' })
  async closesAt(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<Date | null> {
    return (await this.loader.situation(viewer, ballot.id))?.closesAt ?? null;
  }

  @ResolveField(() => ResultsStateEnum, { description: 'Whether its results are told now.' })
  async resultsState(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<ResultsState> {
    return (await this.loader.situation(viewer, ballot.id))?.results ?? 'waiting';
  }

  @ResolveField(() => Int, { description: 'How many people have voted; of more than a thousand who support, as of the last ten seconds.' })
  async voterCount(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.loader.situation(viewer, ballot.id))?.voterCount ?? 0;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has voted.' })
  viewerHasVoted(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.loader.hasVoted(viewer, ballot.id);
  }

  @ResolveField(() => [BallotVoteType], { description: 'What the viewer gave, idea by idea; none in SUPPORT and PAIRS, nor in a secret ballot once it has closed: nobody knows any more.' })
  viewerVotes(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<OwnVote[]> {
    return this.loader.paper(viewer, ballot.id);
  }

  @ResolveField(() => Int, { description: 'PAIRS: how many pairs the viewer has seen.' })
  async viewerPairCount(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.pairs.compared(viewer, ballot)).length;
  }

  @ResolveField(() => [IdeaType], { nullable: true, description: 'PAIRS: the two ideas that the viewer is asked to compare next, those shown least first; null: none are left, or the vote is not open.' })
  async nextPair(@Parent() ballot: BallotEntity, @CurrentViewer() viewer: Viewer): Promise<IdeaEntity[] | null> {
    if ((await this.loader.situation(viewer, ballot.id))?.state !== 'open') return null;
    const pair = await this.pairs.next(viewer, ballot);
    const ideas = pair && (await Promise.all(pair.map((id) => this.ideas.byId(viewer, id))));
    return ideas && ideas.every((idea) => idea !== null) ? ideas : null;
  }
}

function envelopesSpent(chosen: readonly OwnVote[], amounts: Envelopes): Map<string, number> {
  const spent = new Map<string, number>();
  for (const idea of chosen) {
    const name = envelopeOf(idea, amounts);
    if (name !== null) spent.set(name, (spent.get(name) ?? 0) + (idea.cost ?? 0));
  }
  return spent;
}
