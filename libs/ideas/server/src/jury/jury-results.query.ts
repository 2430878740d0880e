import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isCounted } from './judging.ts';
import type { Score } from './juror-scores.ts';
import { resultsOf, type JuryResults } from './jury-ranking.ts';

/** What a juror gave an idea, by criterion. */
export interface GivenScores {
  ideaId: string;
  jurorId: string;
  scores: Record<string, number>;
  total: number;
}

const counted = `jury_sheet sheet JOIN idea ON idea.id = sheet.idea_id AND idea.state = 'submitted' WHERE ${isCounted('sheet', 'idea')}`;

/** Reads what juries say. Who may know it, and when, is for the caller: `hasJudged`. */
@Injectable()
export class JuryResultsQuery {
  constructor(private readonly dataSource: DataSource) {}

  async results(campaignIds: readonly string[]): Promise<Map<string, JuryResults>> {
    const ideas: { id: string; campaignId: string }[] = await this.dataSource.query(
      `SELECT id, campaign_id AS "campaignId" FROM idea WHERE campaign_id = ANY($1) AND state = 'submitted' ORDER BY submitted_at, id`,
      [campaignIds],
    );
    const scores: (Score & { campaignId: string })[] = await this.dataSource.query(
      `SELECT idea.campaign_id AS "campaignId", sheet.idea_id AS "ideaId", sheet.juror_id AS "jurorId", sheet.total AS score FROM ${counted} AND idea.campaign_id = ANY($1) ORDER BY sheet.juror_id, sheet.idea_id`,
      [campaignIds],
    );
    const ideasOf = Map.groupBy(ideas, ({ campaignId }) => campaignId);
    const scoresOf = Map.groupBy(scores, ({ campaignId }) => campaignId);
    return new Map(campaignIds.map((id) => [id, resultsOf((ideasOf.get(id) ?? []).map((idea) => idea.id), scoresOf.get(id) ?? [])]));
  }

  /** What jurors say to the authors, unsigned: by chance in each idea, so that the same place is not the same juror. */
  async comments(ideaIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { ideaId: string; comment: string }[] = await this.dataSource.query(
      `SELECT sheet.idea_id AS "ideaId", sheet.comment FROM ${counted} AND idea.id = ANY($1) AND sheet.comment <> '' ORDER BY md5(sheet.idea_id::text || sheet.juror_id::text)`,
      [ideaIds],
    );
    return new Map([...Map.groupBy(rows, ({ ideaId }) => ideaId)].map(([ideaId, said]) => [ideaId, said.map(({ comment }) => comment)]));
  }

  /** Who gave what, for jurors of the same jury. */
  async given(ideaIds: readonly string[]): Promise<Map<string, GivenScores[]>> {
    const rows: GivenScores[] = await this.dataSource.query(
      `SELECT sheet.idea_id AS "ideaId", sheet.juror_id AS "jurorId", sheet.scores, sheet.total FROM ${counted} AND idea.id = ANY($1) ORDER BY sheet.juror_id`,
      [ideaIds],
    );
    return Map.groupBy(rows, ({ ideaId }) => ideaId);
  }
}
