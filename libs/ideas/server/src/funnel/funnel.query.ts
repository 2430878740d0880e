import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { isTellable, shownParticipation, type DepartmentCount, type ShownParticipation } from './shown-departments.ts';

/** How far ideas have come, and how fast they were answered. */
export interface Funnel {
  submitted: number;
  answered: number;
  selected: number;
  carriedOut: number;
  delivered: number;
  measured: number;
  acrossDepartments: number;
  hoursToAnswer: number | null;
  hoursToDecision: number | null;
}

export interface CampaignFigures extends Funnel {
  participation: ShownParticipation;
  newContributors: number | null;
}

/**
 * Those who took part in a campaign: made an idea that was submitted, wrote under it or under one of its ideas, supported one, or voted (the list of who voted, never what).
 * `campaign` is an expression for its id; one column, `person_id`.
 */
const whoTookPart = (campaign: string): string => `
  SELECT made.person_id FROM idea done JOIN idea_author made ON made.idea_id = done.id AND made.standing = 'author' WHERE done.campaign_id = ${campaign} AND done.state IN ('submitted', 'archived', 'merged')
  UNION SELECT said.author_id FROM comment said WHERE said.subject_id = ${campaign} AND said.deleted_at IS NULL
  UNION SELECT said.author_id FROM idea done JOIN comment said ON said.subject_id = done.id AND said.deleted_at IS NULL WHERE done.campaign_id = ${campaign}
  UNION SELECT liked.person_id FROM idea done JOIN idea_support liked ON liked.idea_id = done.id WHERE done.campaign_id = ${campaign}
  UNION SELECT voted.person_id FROM ballot JOIN ballot_voter voted ON voted.ballot_id = ballot.id WHERE ballot.campaign_id = ${campaign}`;

/** Who took part in which of some campaigns: one row each, `campaign_id` and `person_id`; `which` is a condition on `taken`, the campaign. */
const participants = (which: string): string => `SELECT taken.id AS campaign_id, taken.published_at, who.person_id FROM campaign taken CROSS JOIN LATERAL (${whoTookPart('taken.id')}) AS who WHERE ${which}`;

/** Counts what became of campaigns that the caller has let the viewer see, in one SQL for each kind of fact. */
@Injectable()
export class FunnelQuery {
  private readonly figures;

  constructor(private readonly dataSource: DataSource) {
    this.figures = perViewer((_viewer: Viewer, ids: readonly string[]) => this.figuresOf(ids));
  }

  async of(viewer: Viewer, campaignId: string): Promise<CampaignFigures> {
    const figures = await this.figures(viewer).load(campaignId);
    if (!figures) throw new Error(`No campaign ${campaignId}`);
    return figures;
  }

  private async figuresOf(ids: readonly string[]): Promise<Map<string, CampaignFigures>> {
    const [funnels, counts, newcomers] = await Promise.all([this.funnels(ids), this.departments(ids), this.newcomers(ids)]);
    return new Map(
      funnels.map(({ id, ...funnel }) => {
        const participation = shownParticipation(counts.get(id) ?? []);
        const { tookPart } = participation;
        const fresh = newcomers.get(id) ?? 0;
        return [id, { ...funnel, participation, newContributors: tookPart !== null && isTellable(fresh, tookPart) ? fresh : null }];
      }),
    );
  }

  private funnels(ids: readonly string[]): Promise<(Funnel & { id: string })[]> {
    return this.dataSource.query(
      `SELECT campaign.id, count(idea.id)::int AS submitted,
              count(*) FILTER (WHERE idea.state <> 'submitted' OR answer.idea_id IS NOT NULL)::int AS answered,
              count(*) FILTER (WHERE idea.state = 'submitted' AND answer.outcome = 'selected')::int AS selected,
              count(project.id)::int AS "carriedOut", count(project.delivered_on)::int AS delivered, count(project.measured_at)::int AS measured,
              count(*) FILTER (WHERE made.departments > 1)::int AS "acrossDepartments",
              percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answer.created_at - idea.submitted_at) / 3600) FILTER (WHERE answer.created_at >= idea.submitted_at) AS "hoursToAnswer",
              percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answer.decided_at - idea.submitted_at) / 3600) FILTER (WHERE answer.decided_at >= idea.submitted_at) AS "hoursToDecision"
       FROM campaign LEFT JOIN idea ON idea.campaign_id = campaign.id AND idea.state IN ('submitted', 'archived', 'merged')
       LEFT JOIN idea_answer answer ON answer.idea_id = idea.id LEFT JOIN project ON project.idea_id = idea.id
       LEFT JOIN (
         SELECT made.idea_id, count(DISTINCT author.department) AS departments FROM idea shared JOIN idea_author made ON made.idea_id = shared.id AND made.standing = 'author' JOIN person author ON author.id = made.person_id
         WHERE shared.campaign_id = ANY($1) GROUP BY made.idea_id) AS made ON made.idea_id = idea.id
       WHERE campaign.id = ANY($1) GROUP BY campaign.id`,
      [ids],
    );
  }

  /** Of those who work here and whom the campaign is for. */
  private async departments(ids: readonly string[]): Promise<Map<string, DepartmentCount[]>> {
    const rows: (DepartmentCount & { id: string })[] = await this.dataSource.query(
      // Found once, not anew for each person whom it is for.
      `WITH took AS MATERIALIZED (${participants('taken.id = ANY($1)')})
       SELECT campaign.id, person.department, count(*)::int AS headcount, count(took.person_id)::int AS "tookPart"
       FROM campaign JOIN person ON person.deactivated_at IS NULL AND ${campaignVisibleTo('campaign', 'person.id')}
       LEFT JOIN took ON took.campaign_id = campaign.id AND took.person_id = person.id
       WHERE campaign.id = ANY($1) GROUP BY campaign.id, person.department ORDER BY person.department`,
      [ids],
    );
    return Map.groupBy(rows, ({ id }) => id);
  }

  /** Those among them who took part in no campaign that was published before it. */
  private async newcomers(ids: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT campaign.id, count(*)::int AS count FROM campaign
       JOIN (${participants('taken.id = ANY($1)')}) AS took ON took.campaign_id = campaign.id
       JOIN person ON person.id = took.person_id AND person.deactivated_at IS NULL AND ${campaignVisibleTo('campaign', 'person.id')}
       LEFT JOIN (
         SELECT before.person_id, min(before.published_at) AS at FROM (${participants('taken.published_at < (SELECT max(asked.published_at) FROM campaign asked WHERE asked.id = ANY($1))')}) AS before
         GROUP BY before.person_id) AS known ON known.person_id = took.person_id AND known.at < campaign.published_at
       WHERE known.person_id IS NULL GROUP BY campaign.id`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
