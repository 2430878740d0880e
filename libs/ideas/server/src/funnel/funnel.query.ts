import { Injectable } from '@nestjs/common';
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

/** Counts what became of a campaign that the caller has let the viewer see, one SQL each. */
@Injectable()
export class FunnelQuery {
  constructor(private readonly dataSource: DataSource) {}

  async of(campaignId: string): Promise<CampaignFigures> {
    const [funnel, counts, newcomers] = await Promise.all([this.funnel(campaignId), this.departments(campaignId), this.newcomers(campaignId)]);
    const participation = shownParticipation(counts);
    const { tookPart } = participation;
    return { ...funnel, participation, newContributors: tookPart !== null && isTellable(newcomers, tookPart) ? newcomers : null };
  }

  private async funnel(campaignId: string): Promise<Funnel> {
    const [row]: Funnel[] = await this.dataSource.query(
      `SELECT count(*)::int AS submitted,
              count(*) FILTER (WHERE idea.state <> 'submitted' OR answer.idea_id IS NOT NULL)::int AS answered,
              count(*) FILTER (WHERE idea.state = 'submitted' AND answer.outcome = 'selected')::int AS selected,
              count(project.id)::int AS "carriedOut", count(project.delivered_on)::int AS delivered, count(project.measured_at)::int AS measured,
              count(*) FILTER (WHERE made.departments > 1)::int AS "acrossDepartments",
              percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answer.created_at - idea.submitted_at) / 3600) FILTER (WHERE answer.created_at >= idea.submitted_at) AS "hoursToAnswer",
              percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answer.decided_at - idea.submitted_at) / 3600) FILTER (WHERE answer.decided_at >= idea.submitted_at) AS "hoursToDecision"
       FROM idea LEFT JOIN idea_answer answer ON answer.idea_id = idea.id LEFT JOIN project ON project.idea_id = idea.id
       LEFT JOIN (
         SELECT made.idea_id, count(DISTINCT author.department) AS departments FROM idea shared JOIN idea_author made ON made.idea_id = shared.id AND made.standing = 'author' JOIN person author ON author.id = made.person_id
         WHERE shared.campaign_id = $1 GROUP BY made.idea_id) AS made ON made.idea_id = idea.id
       WHERE idea.campaign_id = $1 AND idea.state IN ('submitted', 'archived', 'merged')`,
      [campaignId],
    );
    return row as Funnel;
  }

  /** Of those who work here and whom the campaign is for. */
  private async departments(campaignId: string): Promise<DepartmentCount[]> {
    return this.dataSource.query(
      `SELECT person.department, count(*)::int AS headcount, count(took.person_id)::int AS "tookPart"
       FROM campaign JOIN person ON person.deactivated_at IS NULL AND ${campaignVisibleTo('campaign', 'person.id')}
       LEFT JOIN (${whoTookPart('$1::uuid')}) AS took ON took.person_id = person.id
       WHERE campaign.id = $1 GROUP BY person.department ORDER BY person.department`,
      [campaignId],
    );
  }

  /** Those who took part in no campaign that was published before it. */
  private async newcomers(campaignId: string): Promise<number> {
    const [{ count }]: [{ count: number }] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (${whoTookPart('$1::uuid')}) AS took JOIN person ON person.id = took.person_id AND person.deactivated_at IS NULL
       WHERE NOT EXISTS (
         SELECT 1 FROM (
           SELECT DISTINCT before.person_id FROM campaign asked JOIN campaign earlier ON earlier.published_at < asked.published_at
           CROSS JOIN LATERAL (${whoTookPart('earlier.id')}) AS before WHERE asked.id = $1) AS known
         WHERE known.person_id = took.person_id)`,
      [campaignId],
    );
    return count;
  }
}
