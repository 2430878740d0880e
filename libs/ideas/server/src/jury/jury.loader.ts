import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { hasJudged } from './judging.ts';
import type { JuryDrawEntity } from './jury-draw.entity.ts';
import type { JuryMemberEntity } from './jury-member.entity.ts';
import type { JuryResults } from './jury-ranking.ts';
import { JurySharesService } from './jury-shares.service.ts';
import { JuryResultsQuery, type GivenScores } from './jury-results.query.ts';
import { JurySheetQuery, type Progress, type Sheet } from './jury-sheet.query.ts';
import { JuryQuery } from './jury.query.ts';

/** Juries and what they say, in one SQL for each kind of fact. */
@Injectable()
export class JuryLoader {
  private readonly arrangements;
  private readonly memberLists;
  private readonly drawLists;
  private readonly candidateLists;
  private readonly settlings;
  private readonly progressLists;
  private readonly results;
  private readonly commentLists;
  private readonly givenLists;
  private readonly sheets;

  constructor(
    query: JuryQuery,
    sheets: JurySheetQuery,
    results: JuryResultsQuery,
    shares: JurySharesService,
    private readonly campaigns: CampaignLoader,
  ) {
    this.arrangements = perViewer((_viewer: Viewer, ids: readonly string[]) => query.arrangements(ids));
    this.memberLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.members(ids));
    this.drawLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.draws(ids));
    this.candidateLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.candidates(ids));
    this.settlings = perViewer(async (_viewer: Viewer, ids: readonly string[]) => {
      for (const id of ids) await shares.settle(id);
      return new Map(ids.map((id) => [id, true] as const));
    });
    this.progressLists = perViewer(async (viewer: Viewer, ids: readonly string[]) => {
      await this.settlings(viewer).loadMany([...ids]);
      return sheets.progress(ids);
    });
    this.results = perViewer((_viewer: Viewer, ids: readonly string[]) => results.results(ids));
    this.commentLists = perViewer((_viewer: Viewer, ids: readonly string[]) => results.comments(ids));
    this.givenLists = perViewer((_viewer: Viewer, ids: readonly string[]) => results.given(ids));
    this.sheets = perViewer((viewer: Viewer, ids: readonly string[]) => sheets.own(viewer, ids));
  }

  isBlind = async (viewer: Viewer, campaignId: string): Promise<boolean> => (await this.arrangements(viewer).load(campaignId))?.isBlind ?? false;

  /** How many jurors read each idea at least; null: all of them do. */
  readers = async (viewer: Viewer, campaignId: string): Promise<number | null> => (await this.arrangements(viewer).load(campaignId))?.readers ?? null;

  /** Before a juror is told what they are to read. */
  settled = async (viewer: Viewer, campaignId: string): Promise<void> => void (await this.settlings(viewer).load(campaignId));

  members = async (viewer: Viewer, campaignId: string): Promise<JuryMemberEntity[]> => (await this.memberLists(viewer).load(campaignId)) ?? [];

  draws = async (viewer: Viewer, campaignId: string): Promise<JuryDrawEntity[]> => (await this.drawLists(viewer).load(campaignId)) ?? [];

  candidates = async (viewer: Viewer, drawId: string): Promise<string> => (await this.candidateLists(viewer).load(drawId)) ?? '';

  progress = async (viewer: Viewer, campaignId: string): Promise<Progress[]> => (await this.progressLists(viewer).load(campaignId)) ?? [];

  /** The viewer’s own sheet of an idea; null for whoever does not judge it. */
  sheet = (viewer: Viewer, ideaId: string): Promise<Sheet | null> => this.sheets(viewer).load(ideaId);

  /** Whether what the jury says is for everybody by now. */
  async hasJudged(viewer: Viewer, campaign: CampaignEntity): Promise<boolean> {
    return hasJudged({ ...campaign, phases: await this.campaigns.phases(viewer, campaign.id) }, new Date());
  }

  /** Null until the jury has judged. */
  async resultsOf(viewer: Viewer, campaign: CampaignEntity): Promise<JuryResults | null> {
    return (await this.hasJudged(viewer, campaign)) ? this.results(viewer).load(campaign.id) : null;
  }

  /** Of ideas whose results the caller has. */
  comments = async (viewer: Viewer, ideaId: string): Promise<string[]> => (await this.commentLists(viewer).load(ideaId)) ?? [];

  given = async (viewer: Viewer, ideaId: string): Promise<GivenScores[]> => (await this.givenLists(viewer).load(ideaId)) ?? [];
}
