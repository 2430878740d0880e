import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { isMakerOf } from './jury-shares.service.ts';

/** What of a juror’s table to show. `left`: still to be judged. `submitted`, `conflict`: done with. */
export const sheetFilters = ['all', 'left', 'submitted', 'conflict'] as const;
export type SheetFilter = (typeof sheetFilters)[number];

/** An idea on the table of a juror, and what they make of it so far. */
export interface Sheet {
  ideaId: string;
  campaignId: string;
  scores: Record<string, number>;
  total: number | null;
  comment: string;
  note: string;
  isSubmitted: boolean;
  /** author: they make it. declared: they said so. */
  conflictKind: 'author' | 'declared' | null;
  conflict: string;
}

/** How far a juror is: ideas that they are to judge, and those that they have. */
export interface Progress {
  jurorId: string;
  expected: number;
  submitted: number;
  /** Ideas that they may not judge. */
  conflicts: number;
}

const inConflict = `(COALESCE(sheet.is_conflict, FALSE) OR ${isMakerOf})`;
const isDone = 'COALESCE(sheet.is_submitted, FALSE)';
/** Theirs to judge: all ideas, or those of their share; what they have judged or declared beside it stays in sight. */
const isTheirs = '(jury.readers IS NULL OR share.idea_id IS NOT NULL OR COALESCE(sheet.is_submitted OR sheet.is_conflict, FALSE))';

/** Each juror with each idea that is submitted, and the sheet of both. */
const pairs = `campaign_role judging JOIN idea ON idea.campaign_id = judging.campaign_id AND idea.state = 'submitted'
  LEFT JOIN jury_sheet sheet ON sheet.idea_id = idea.id AND sheet.juror_id = judging.person_id
  LEFT JOIN campaign_jury jury ON jury.campaign_id = judging.campaign_id LEFT JOIN jury_share share ON share.idea_id = idea.id AND share.juror_id = judging.person_id`;

const isAmong: Record<SheetFilter, string> = {
  all: 'TRUE',
  left: `NOT ${isDone} AND NOT ${inConflict}`,
  submitted: `${isDone} AND NOT ${inConflict}`,
  conflict: inConflict,
};

/** By chance and always the same for a juror: the first ideas are not judged more carefully than others by all of them. */
const place = 'md5(idea.id::text || judging.person_id::text)';

const columns = `idea.id AS "ideaId", idea.campaign_id AS "campaignId", COALESCE(sheet.scores, '{}') AS scores, sheet.total, COALESCE(sheet.comment, '') AS comment, COALESCE(sheet.note, '') AS note,
  ${isDone} AND NOT ${isMakerOf} AS "isSubmitted", CASE WHEN ${isMakerOf} THEN 'author' WHEN sheet.is_conflict THEN 'declared' END AS "conflictKind", COALESCE(sheet.conflict, '') AS conflict`;

/** Reads what jurors enter: each their own sheets, the owner how far they are. */
@Injectable()
export class JurySheetQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The table of a juror; nothing for whoever is none. Errors: CURSOR_INVALID. */
  async table(viewer: Viewer, campaignId: string, filter: SheetFilter, page: PageRequest): Promise<CountedConnection<Sheet>> {
    const after = page.after ? String(decodeCursor(page.after, ['string'])[0]) : '';
    const mine = `FROM ${pairs} WHERE judging.campaign_id = $1 AND judging.person_id = $2 AND judging.role = 'juror' AND ${isTheirs} AND ${isAmong[filter]}`;
    const [count]: { count: number }[] = await this.dataSource.query(`SELECT count(*)::int AS count ${mine}`, [campaignId, viewer.personId]);
    const rows: (Sheet & { place: string })[] = await this.dataSource.query(`SELECT ${columns}, ${place} AS place ${mine} AND ${place} > $3 ORDER BY place LIMIT $4`, [campaignId, viewer.personId, after, page.first + 1]);
    return { ...connection(rows, page, (row) => encodeCursor(row.place)), totalCount: count?.count ?? 0 };
  }

  /** The viewer’s own sheets of ideas that they judge. */
  async own(viewer: Viewer, ideaIds: readonly string[]): Promise<Map<string, Sheet>> {
    const rows: Sheet[] = await this.dataSource.query(`SELECT ${columns} FROM ${pairs} WHERE idea.id = ANY($2) AND judging.person_id = $1 AND judging.role = 'juror'`, [viewer.personId, ideaIds]);
    return new Map(rows.map((row) => [row.ideaId, row]));
  }

  /** How far the jurors of campaigns are. */
  async progress(campaignIds: readonly string[]): Promise<Map<string, Progress[]>> {
    const rows: (Progress & { campaignId: string })[] = await this.dataSource.query(
      `SELECT judging.campaign_id AS "campaignId", judging.person_id AS "jurorId", (count(idea.id) FILTER (WHERE ${isTheirs} AND NOT ${inConflict}))::int AS expected,
              (count(idea.id) FILTER (WHERE ${isDone} AND NOT ${inConflict}))::int AS submitted, (count(idea.id) FILTER (WHERE ${isTheirs} AND ${inConflict}))::int AS conflicts
       FROM ${pairs.replace(' JOIN idea', ' LEFT JOIN idea')} WHERE judging.campaign_id = ANY($1) AND judging.role = 'juror' GROUP BY 1, 2 ORDER BY 2`,
      [campaignIds],
    );
    return Map.groupBy(rows, ({ campaignId }) => campaignId);
  }

  /** Conflicts of interest that jurors have declared, the latest 200. */
  async conflicts(campaignId: string): Promise<{ jurorId: string; ideaId: string; words: string }[]> {
    return this.dataSource.query(
      `SELECT sheet.juror_id AS "jurorId", sheet.idea_id AS "ideaId", sheet.conflict AS words
       FROM jury_sheet sheet JOIN idea ON idea.id = sheet.idea_id JOIN campaign_role judging ON judging.campaign_id = idea.campaign_id AND judging.person_id = sheet.juror_id AND judging.role = 'juror'
       WHERE idea.campaign_id = $1 AND sheet.is_conflict ORDER BY sheet.updated_at DESC, sheet.idea_id LIMIT 200`,
      [campaignId],
    );
  }
}
