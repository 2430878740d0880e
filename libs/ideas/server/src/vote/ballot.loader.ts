import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import type { Course } from '../phase/campaign-stage.ts';
import { ballotState, resultsState, votingTime, type BallotState, type ResultsState } from './ballot-course.ts';
import type { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import { BallotSealing } from './ballot-sealing.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { BallotQuery, type OwnVote } from './ballot.query.ts';

/** Where a ballot stands for who sees its campaign. */
export interface Situation {
  state: BallotState;
  results: ResultsState;
  opensAt: Date | null;
  closesAt: Date | null;
  voterCount: number;
}

/** Ballots and what belongs to them, in one SQL for each kind of fact. */
@Injectable()
export class BallotLoader {
  private readonly lists;
  private readonly situations;
  private readonly envelopeLists;
  private readonly blind;
  private readonly taken;
  private readonly papers;
  private readonly marks;

  constructor(
    private readonly query: BallotQuery,
    private readonly campaigns: CampaignLoader,
    private readonly sealing: BallotSealing,
  ) {
    this.lists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.ofCampaigns(ids));
    this.situations = perViewer((viewer: Viewer, ids: readonly string[]) => this.readSituations(viewer, ids));
    this.envelopeLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.envelopes(ids));
    this.blind = perViewer((viewer: Viewer, ids: readonly string[]) => query.judgedBlind(viewer, ids));
    this.taken = perViewer((viewer: Viewer, ids: readonly string[]) => query.votedIn(viewer, ids));
    this.papers = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      const ballots = await query.byIds(ids);
      return Map.groupBy(await query.ownVotes(await query.voters(viewer, [...ballots.values()])), ({ ballotId }) => ballotId);
    });
    this.marks = perViewer(async (viewer: Viewer, ideaIds: readonly string[]) => {
      const voters = await query.voters(viewer, await query.ballotsOfIdeas(ideaIds));
      return Map.groupBy(await query.ownVotes(voters, ideaIds), ({ ideaId }) => ideaId);
    });
  }

  ofCampaign = async (viewer: Viewer, campaignId: string): Promise<BallotEntity[]> => (await this.lists(viewer).load(campaignId)) ?? [];

  /** Null when missing, or of a campaign out of sight. */
  async byId(viewer: Viewer, id: string): Promise<BallotEntity | null> {
    const ballot = (await this.query.byIds([id])).get(id);
    return ballot && (await this.campaigns.byId(viewer, ballot.campaignId)) ? ballot : null;
  }

  /** Null: the viewer does not see the campaign. */
  situation = (viewer: Viewer, ballotId: string): Promise<Situation | null> => this.situations(viewer).load(ballotId);

  judgesBlind = async (viewer: Viewer, campaignId: string): Promise<boolean> => (await this.blind(viewer).load(campaignId)) ?? false;

  envelopes = async (viewer: Viewer, ballotId: string): Promise<BallotEnvelopeEntity[]> => (await this.envelopeLists(viewer).load(ballotId)) ?? [];

  hasVoted = async (viewer: Viewer, ballotId: string): Promise<boolean> => (await this.taken(viewer).load(ballotId)) ?? false;

  /** All that the viewer gave in a ballot. */
  paper = async (viewer: Viewer, ballotId: string): Promise<OwnVote[]> => (await this.papers(viewer).load(ballotId)) ?? [];

  /** Of that, what still uses points and envelopes. */
  standing = async (viewer: Viewer, ballotId: string): Promise<OwnVote[]> => (await this.paper(viewer, ballotId)).filter(({ stands }) => stands);

  /** What the viewer gave an idea, in any ballot. */
  ofIdea = async (viewer: Viewer, ideaId: string): Promise<OwnVote[]> => (await this.marks(viewer).load(ideaId)) ?? [];

  private async readSituations(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Situation>> {
    const ballots = [...(await this.query.byIds(ids)).values()];
    const courses = await Promise.all(ballots.map(({ campaignId }) => this.courseOf(viewer, campaignId)));
    const seen: { ballot: BallotEntity; course: Course; state: BallotState; isSealed: boolean }[] = [];
    for (const [i, ballot] of ballots.entries()) {
      const course = courses[i];
      if (!course) continue;
      const state = ballotState(course, ballot.kind, new Date());
      seen.push({ ballot, course, state, isSealed: ballot.sealedAt !== null || (state === 'over' && (await this.sealed(ballot))) });
    }
    // Sealing may take votes out, so voters are counted after it.
    const counts = await this.query.voterCounts(seen.map(({ ballot, state }) => ({ id: ballot.id, isOpen: state === 'open' })));
    return new Map(
      seen.map(({ ballot, course, state, isSealed }) => {
        const voterCount = counts.get(ballot.id) ?? 0;
        const time = votingTime(course, ballot.kind);
        return [ballot.id, { state, results: resultsState(ballot, { state, isSealed, voters: voterCount }), opensAt: time?.opensAt ?? null, closesAt: time?.closesAt ?? null, voterCount }];
      }),
    );
  }

  /** Null: out of sight. */
  private async courseOf(viewer: Viewer, campaignId: string): Promise<Course | null> {
    const campaign = await this.campaigns.byId(viewer, campaignId);
    return campaign && { ...campaign, phases: await this.campaigns.phases(viewer, campaignId) };
  }

  /** Before a result is told, whether or not the job has come to it. By the clock of the database: it may not be over there yet. */
  private async sealed({ id, campaignId }: BallotEntity): Promise<boolean> {
    await this.sealing.seal(campaignId);
    return (await this.query.byIds([id])).get(id)?.sealedAt != null;
  }
}
