import { isCounted, juryHasJudged } from '../jury/judging.ts';

/** How far an idea has come, for everybody to see. assessed: answered, or judged by a jury that is done, and not selected. */
export const boardColumns = ['idea', 'assessed', 'selected', 'under-way', 'delivered', 'measured'] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** The column of a submitted idea, as an SQL expression; `idea` is the table’s alias. */
export const columnOf = (idea: string): string =>
  `coalesce(
     (SELECT CASE WHEN made.measured_at IS NOT NULL THEN 'measured' WHEN made.delivered_on IS NOT NULL THEN 'delivered' ELSE 'under-way' END FROM project made WHERE made.idea_id = ${idea}.id),
     (SELECT CASE WHEN given.outcome = 'selected' THEN 'selected' ELSE 'assessed' END FROM idea_answer given WHERE given.idea_id = ${idea}.id),
     CASE WHEN ${juryHasJudged(`${idea}.campaign_id`)} AND EXISTS (SELECT 1 FROM jury_sheet sheet WHERE sheet.idea_id = ${idea}.id AND ${isCounted('sheet', idea)}) THEN 'assessed' ELSE 'idea' END)`;
