import { Injectable } from '@nestjs/common';
import { CommunityNames, toMarkdown, type RichTextDocument } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { Config } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { ideaVisibleTo } from '../idea/idea.access.ts';
import { JuryResultsQuery } from '../jury/jury-results.query.ts';
import { judgesBlind } from '../jury/jury.access.ts';
import { JuryLoader } from '../jury/jury.loader.ts';
import type { ExportPart } from './campaign-file.ts';
import type { Cell, Row } from './cells.ts';
import { VotesExport } from './votes-export.query.ts';

const pageSize = 200;

type Stored = Record<string, unknown> & { id: string };

/** Of each idea, answer or project, the id of the idea (as `id`) and what the columns are called; rich text is written down afterwards. */
const statements: Record<'ideas' | 'answers' | 'projects', string> = {
  ideas: `idea.id, idea.state, ${identifiers(`SELECT made.person_id, made.created_at FROM idea_author made WHERE made.idea_id = idea.id AND made.standing = 'author'`)} AS authors,
    idea.title, idea.problem, idea.proposal, idea.benefit, idea.benefit_amount AS "benefitAmount", idea.benefit_unit AS "benefitUnit", idea.cost, idea.effort, idea.tags, idea.looking_for AS "lookingFor",
    idea.submitted_at AS "submittedAt", idea.support_count AS "supportCount", idea.merged_into_id AS "mergedInto", idea.archive_reason AS "archiveReason",
    ARRAY(SELECT file.name FROM file WHERE file.attached_type = 'idea' AND file.attached_id = idea.id AND file.deleted_at IS NULL ORDER BY file.position) AS files
    FROM idea`,
  answers: `idea.id, idea.id AS idea, idea.title, answer.outcome, answer.reason, (SELECT signed.identifier FROM person signed WHERE signed.id = answer.author_id) AS "signedBy", answer.signed_as AS "signedAs",
    answer.created_at AS "answeredAt", answer.link, answer.other_idea_id AS "otherIdea"
    FROM idea JOIN idea_answer answer ON answer.idea_id = idea.id`,
  projects: `idea.id, idea.id AS idea, idea.title, (SELECT carrying.identifier FROM person carrying WHERE carrying.id = project.owner_id) AS owner, project.begun_at AS "begunAt",
    project.first_ends_on::text AS "firstEndsOn", project.ends_on::text AS "endsOn", project.percentage,
    ARRAY(SELECT concat_ws(' ', step.due_on::text, CASE WHEN step.done_on IS NOT NULL THEN '✓ ' || step.done_on::text END, step.title) FROM project_milestone step WHERE step.project_id = project.id ORDER BY step.place) AS milestones,
    project.delivered_on::text AS "deliveredOn", project.result, project.unit, project.expected_amount AS "expectedAmount", project.measured_amount AS "measuredAmount", project.measured_how AS "measuredHow", project.measured_at AS "measuredAt"
    FROM idea JOIN project ON project.idea_id = idea.id`,
};

/** Reads what a campaign gives away, page by page, so that memory stays the same whatever its size. Whether the viewer may have it is for the caller to know. */
@Injectable()
export class CampaignExportQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly votes: VotesExport,
    private readonly jury: JuryLoader,
    private readonly verdicts: JuryResultsQuery,
    private readonly names: CommunityNames,
    private readonly config: Config,
  ) {}

  rows(viewer: Viewer, campaign: CampaignEntity, part: ExportPart): AsyncGenerator<Row[]> {
    if (part === 'votes') return this.votes.votes(viewer, campaign.id);
    if (part === 'results') return this.votes.results(viewer, campaign.id);
    if (part === 'jury') return this.ofJury(viewer, campaign);
    return this.ofIdeas(viewer, campaign.id, part);
  }

  async judgesBlind(viewer: Viewer, campaignId: string): Promise<boolean> {
    const [row]: { blind: boolean }[] = await this.dataSource.query(`SELECT ${judgesBlind('$1::uuid', '$2::uuid')} AS blind`, [campaignId, viewer.personId]);
    return row?.blind ?? true;
  }

  /** The ranking, the best first, as pages tell it: nothing before the jury has judged, never who gave what. */
  private async *ofJury(viewer: Viewer, campaign: CampaignEntity): AsyncGenerator<Row[]> {
    const ranks = (await this.jury.resultsOf(viewer, campaign))?.ranks ?? [];
    for (let from = 0; from < ranks.length; from += pageSize) {
      const page = ranks.slice(from, from + pageSize);
      const ids = page.map(({ ideaId }) => ideaId);
      const [named, comments]: [{ id: string; title: string }[], Map<string, string[]>] = await Promise.all([this.dataSource.query('SELECT id, title FROM idea WHERE id = ANY($1)', [ids]), this.verdicts.comments(ids)]);
      const titles = new Map(named.map(({ id, title }) => [id, title]));
      yield page.map(({ ideaId, place, mean, rawMean, jurorCount }) => ({ rank: place, idea: ideaId, title: titles.get(ideaId) ?? '', mean, rawMean, jurors: jurorCount, comments: comments.get(ideaId) ?? [] }));
    }
  }

  /** In the order in which they were begun. What its authors alone see is not given away. */
  private async *ofIdeas(viewer: Viewer, campaignId: string, part: 'ideas' | 'answers' | 'projects'): AsyncGenerator<Row[]> {
    let after: string | undefined;
    do {
      const rows: Stored[] = await this.dataSource.query(
        `SELECT ${statements[part]} WHERE idea.campaign_id = $1 AND idea.state IN ('submitted', 'archived', 'merged') AND ${ideaVisibleTo('idea', '$2::uuid')} AND ($3::uuid IS NULL OR idea.id > $3)
         ORDER BY idea.id LIMIT ${pageSize}`,
        [campaignId, viewer.personId, after ?? null],
      );
      const written: Row[] = [];
      for (const row of rows) written.push(await this.written(viewer, row));
      yield written;
      after = rows.length === pageSize ? rows.at(-1)?.id : undefined;
    } while (after);
  }

  private async written(viewer: Viewer, row: Stored): Promise<Row> {
    const cells: Record<string, Cell> = {};
    for (const [column, value] of Object.entries(row)) {
      if (value instanceof Date) cells[column] = value.toISOString();
      else if (isRichText(value)) cells[column] = toMarkdown(await this.names.named(viewer, value), { baseUrl: this.config.publicUrl }).trimEnd();
      else cells[column] = value as Cell;
    }
    return cells;
  }
}

const isRichText = (value: unknown): value is RichTextDocument => typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value;

/** People by their identifier in the company, in the order in which they came. */
function identifiers(people: string): string {
  return `ARRAY(SELECT maker.identifier FROM (${people}) AS of (person_id, since) JOIN person maker ON maker.id = of.person_id ORDER BY of.since, of.person_id)`;
}
