import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { newestRevisions, perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { IdeaAnswerRevisionEntity } from './idea-answer-revision.entity.ts';
import { IdeaAnswerEntity } from './idea-answer.entity.ts';
import { waitsForAnswer } from './outcome.ts';

/** Ideas without answer after the day on which it was due. */
export interface OverdueCount {
  campaignId: string;
  answersDueOn: string;
  count: number;
}

/** Whether the last day for answers is over, in the campaign’s own time zone; a campaign that is closed or cancelled owes nothing. */
const isOverdue = (campaign: string): string =>
  `(${campaign}.published_at IS NOT NULL AND ${campaign}.closed_at IS NULL AND ${campaign}.cancelled_at IS NULL AND now() >= ((${campaign}.answers_due_on + 1)::timestamp AT TIME ZONE ${campaign}.time_zone))`;

/** Reads answers to ideas, and counts in campaigns, that the caller has let the viewer see. */
@Injectable()
export class AnswerQuery {
  private readonly answers;
  private readonly former;
  private readonly waiting;
  private readonly begun;

  constructor(private readonly dataSource: DataSource) {
    this.answers = perViewer((_viewer: Viewer, ids: readonly string[]) => this.byIdeas(ids));
    this.former = perViewer((_viewer: Viewer, ids: readonly string[]) => newestRevisions(this.dataSource, IdeaAnswerRevisionEntity, { of: 'ideaId', ids }));
    this.begun = perViewer((_viewer: Viewer, ids: readonly string[]) => this.begunIn(ids));
    this.waiting = perViewer((_viewer: Viewer, ids: readonly string[]) => this.waitingIn(ids));
  }

  byIdea = (viewer: Viewer, ideaId: string): Promise<IdeaAnswerEntity | null> => this.answers(viewer).load(ideaId);

  /** The newest 20 former versions, newest first. */
  revisions = async (viewer: Viewer, ideaId: string): Promise<IdeaAnswerRevisionEntity[]> => (await this.former(viewer).load(ideaId)) ?? [];

  /** How many ideas of a campaign wait for their answer, and whether they do so for too long. */
  waitingOf = async (viewer: Viewer, campaignId: string): Promise<{ count: number; isOverdue: boolean }> => (await this.waiting(viewer).load(campaignId)) ?? { count: 0, isOverdue: false };

  /** Whether an idea of a campaign has its answer. */
  hasBegun = async (viewer: Viewer, campaignId: string): Promise<boolean> => (await this.begun(viewer).load(campaignId)) ?? false;

  /** The 100 campaigns with ideas that wait for too long, the longest first: how many, and nothing else, for HR; null for everybody else. */
  async overdue(viewer: Viewer): Promise<OverdueCount[] | null> {
    if (!viewer.roles.includes('hr')) return null;
    return this.dataSource.query(
      `SELECT campaign.id AS "campaignId", campaign.answers_due_on::text AS "answersDueOn", waiting.count
       FROM campaign CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM idea WHERE idea.campaign_id = campaign.id AND ${waitsForAnswer('idea')}) AS waiting
       WHERE ${isOverdue('campaign')} AND waiting.count > 0
       ORDER BY campaign.answers_due_on, campaign.id LIMIT 100`,
    );
  }

  private async byIdeas(ideaIds: readonly string[]): Promise<Map<string, IdeaAnswerEntity>> {
    const answers = await this.dataSource.createQueryBuilder(IdeaAnswerEntity, 'answer').where('answer.idea_id = ANY(:ideaIds)', { ideaIds }).getMany();
    return new Map(answers.map((answer) => [answer.ideaId, answer]));
  }

  private async begunIn(campaignIds: readonly string[]): Promise<Map<string, boolean>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT asked.id FROM unnest($1::uuid[]) AS asked(id) WHERE EXISTS (SELECT 1 FROM idea JOIN idea_answer given ON given.idea_id = idea.id WHERE idea.campaign_id = asked.id)`,
      [campaignIds],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  }

  private async waitingIn(campaignIds: readonly string[]): Promise<Map<string, { count: number; isOverdue: boolean }>> {
    const rows: { id: string; count: number; isOverdue: boolean }[] = await this.dataSource.query(
      `SELECT campaign.id, ${isOverdue('campaign')} AS "isOverdue", (SELECT count(*)::int FROM idea WHERE idea.campaign_id = campaign.id AND ${waitsForAnswer('idea')}) AS count
       FROM campaign WHERE campaign.id = ANY($1)`,
      [campaignIds],
    );
    return new Map(rows.map(({ id, count, isOverdue: late }) => [id, { count, isOverdue: late && count > 0 }]));
  }
}
