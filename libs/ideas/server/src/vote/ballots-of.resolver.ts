import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { lacksOf, type CampaignLack } from '../campaign/campaign-readiness.ts';
import { CampaignLackEnum, CampaignType } from '../campaign/campaign.type.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaType } from '../idea/idea.type.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { BallotLoader } from './ballot.loader.ts';
import type { OwnVote } from './ballot.query.ts';
import { BallotType, BallotVoteType } from './ballot.type.ts';
import { envelopeOf } from './vote-paper.ts';

/** Campaign.ballots, and what a draft lacks, ballots among it. */
@SignedIn()
@Resolver(() => CampaignType)
export class CampaignBallotsResolver {
  constructor(
    private readonly loader: BallotLoader,
    private readonly campaigns: CampaignLoader,
  ) {}

  @ResolveField(() => [BallotType], { description: 'The ways in which it decides.', complexity: ({ childComplexity }) => 1 + 6 * childComplexity })
  ballots(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<BallotEntity[]> {
    this.campaigns.know(viewer, campaign);
    return this.loader.ofCampaign(viewer, campaign.id);
  }

  @ResolveField(() => [CampaignLackEnum], { description: 'What a draft still lacks before it can be published, in the order in which one goes about it; empty when nothing, and once it is published.' })
  async lacks(@Parent() campaign: CampaignEntity, @CurrentViewer() viewer: Viewer): Promise<CampaignLack[]> {
    if (campaign.publishedAt || campaign.cancelledAt) return [];
    const [phases, ballots] = await Promise.all([this.campaigns.phases(viewer, campaign.id), this.loader.ofCampaign(viewer, campaign.id)]);
    return lacksOf(campaign, { phases, ballots, now: new Date() });
  }
}

/** Idea.viewerVotes and Idea.isPayable. */
@SignedIn()
@Resolver(() => IdeaType)
export class IdeaVotesResolver {
  constructor(private readonly loader: BallotLoader) {}

  @ResolveField(() => [BallotVoteType], { description: 'What the viewer gave it, in each ballot of its campaign; none in SUPPORT and PAIRS.' })
  viewerVotes(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<OwnVote[]> {
    return this.loader.ofIdea(viewer, idea.id);
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether an envelope of the budget that its campaign votes on could pay it; null: there is no such ballot.' })
  async isPayable(@Parent() idea: IdeaEntity, @CurrentViewer() viewer: Viewer): Promise<boolean | null> {
    const ballots = idea.campaignId ? await this.loader.ofCampaign(viewer, idea.campaignId) : [];
    const budget = ballots.find(({ kind }) => kind === 'budget');
    if (!budget) return null;
    const envelopes = await this.loader.envelopes(viewer, budget.id);
    return envelopeOf({ cost: idea.cost, department: idea.department ?? '' }, new Map(envelopes.map(({ department, amount }) => [department, amount]))) !== null;
  }
}
