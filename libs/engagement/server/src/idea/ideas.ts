import type { EntityManager } from 'typeorm';
import type { Place } from '../gate/headcounts.ts';
import type { Period } from '../period/period.ts';
import { countsOn, dayOfMoment, startOf } from '../roll-up/day-sql.ts';
import { stoodOn } from '../standing/stood-on.ts';

/** Where somebody stood on the day of which a row tells. */
type Stood = Place;

/** An idea that was submitted in a period, where whoever began it stood on that day, and what has become of it until today. */
export interface SubmittedIdea extends Stood {
  isAnswered: boolean;
  isSelected: boolean;
  isDelivered: boolean;
  isMeasured: boolean;
  /** Minutes until the reasoned answer; null: none. */
  minutes: number | null;
}

/** What was submitted in a period, and those who made it, each once, where they stood on the day of the first idea of theirs. */
export interface SubmittedIdeas {
  ideas: readonly SubmittedIdea[];
  authors: readonly Stood[];
}

// The columns that are counted alone: an idea is a long text.
const submittedSql = `
  submitted AS MATERIALIZED (
    SELECT id, author_id, state, submitted_at, ${dayOfMoment('submitted_at')} AS day FROM idea
    WHERE submitted_at >= ${startOf('$1::date')} AND submitted_at < ${startOf('$2::date + 1')} AND state IN ('submitted', 'archived', 'merged')
  )`;

// What was put away was put away with a reason, and what was merged lives on in another idea: nobody waits for an answer any more, as in the figures of a campaign.
const ideasSql = `
  WITH ${submittedSql}
  SELECT stood.*, submitted.state <> 'submitted' OR answer.idea_id IS NOT NULL AS "isAnswered",
    chosen.is AS "isSelected", chosen.is AND project.delivered_on IS NOT NULL AS "isDelivered", chosen.is AND project.measured_at IS NOT NULL AS "isMeasured",
    CASE WHEN answer.created_at >= submitted.submitted_at THEN floor(extract(epoch FROM answer.created_at - submitted.submitted_at) / 60)::int END AS minutes
  FROM submitted JOIN LATERAL ${stoodOn('submitted.author_id', 'submitted.day')} stood ON true
  LEFT JOIN idea_answer answer ON answer.idea_id = submitted.id LEFT JOIN project ON project.idea_id = submitted.id
  CROSS JOIN LATERAL (SELECT coalesce(submitted.state = 'submitted' AND answer.outcome = 'selected', false) AS is) chosen
  WHERE ${countsOn('submitted.author_id', 'submitted.day')}`;

const authorsSql = `
  WITH ${submittedSql}, first AS (
    SELECT DISTINCT ON (made.person_id) made.person_id, submitted.day FROM submitted JOIN idea_author made ON made.idea_id = submitted.id AND made.standing = 'author'
    WHERE ${countsOn('made.person_id', 'submitted.day')} ORDER BY made.person_id, submitted.day
  )
  SELECT stood.* FROM first JOIN LATERAL ${stoodOn('first.person_id', 'first.day')} stood ON true`;

/**
 * Read from the ideas themselves, not from days: what becomes of an idea may come years after it was submitted, when that day is long closed, and a company
 * has thousands of ideas where it has millions of posts.
 */
export async function submittedIdeas(manager: EntityManager, { from, to }: Period): Promise<SubmittedIdeas> {
  return { ideas: await manager.query(ideasSql, [from, to]), authors: await manager.query(authorsSql, [from, to]) };
}
