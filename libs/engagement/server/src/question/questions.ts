import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn, dayOfMoment } from '../roll-up/day-sql.ts';

/** A question that somebody asked on a day, and what became of it. */
export interface AskedQuestion {
  day: Day;
  personId: string;
  /** Until somebody else answered first, 0 if an import says before; null: nobody has. */
  minutes: number | null;
  isAccepted: boolean;
}

// Posts and comments are looked up one by one (`OFFSET 0`): joined as a whole, a day would cost a reading of all questions.

/** The days of the questions of which the first answer, or one that came as accepted, was given on the chosen days; without these days themselves. */
export async function questionDaysOf(manager: EntityManager, days: readonly Day[]): Promise<Day[]> {
  const rows: { day: Day }[] = await manager.query(
    `SELECT DISTINCT ${dayOfMoment('post.created_at')}::text AS day
     FROM ${chosenEvents}
     CROSS JOIN LATERAL (SELECT subject_id, created_at, is_accepted FROM comment WHERE comment.id = event.subject_id OFFSET 0) answer
     CROSS JOIN LATERAL (SELECT id, author_id, created_at FROM post WHERE post.id = answer.subject_id OFFSET 0) post
     WHERE event.kind = 'answer' AND (answer.is_accepted OR NOT EXISTS (
       SELECT 1 FROM comment former WHERE former.subject_id = post.id AND former.parent_id IS NULL AND former.author_id <> post.author_id AND former.deleted_at IS NULL AND former.created_at < answer.created_at
     )) AND ${dayOfMoment('post.created_at')} <> ALL ($1::date[])`,
    [days],
  );
  return rows.map(({ day }) => day);
}

/** What was deleted, question or answer, does not count. */
export const questionsOn = (manager: EntityManager, days: readonly Day[]): Promise<AskedQuestion[]> =>
  manager.query(
    `SELECT chosen.day::text, post.author_id AS "personId", greatest(floor(extract(epoch FROM answered.first_at - post.created_at) / 60)::int, CASE WHEN answered.first_at IS NOT NULL THEN 0 END) AS minutes, coalesce(answered.is_accepted, false) AS "isAccepted"
     FROM ${chosenEvents}
     CROSS JOIN LATERAL (SELECT id, author_id, created_at FROM post WHERE post.id = event.subject_id AND post.kind = 'question' AND post.deleted_at IS NULL OFFSET 0) post
     CROSS JOIN LATERAL (
       SELECT min(answer.created_at) FILTER (WHERE answer.author_id <> post.author_id) AS first_at, bool_or(answer.is_accepted) AS is_accepted
       FROM comment answer WHERE answer.subject_id = post.id AND answer.parent_id IS NULL AND answer.deleted_at IS NULL
     ) answered
     WHERE event.kind = 'post' AND ${countsOn('post.author_id', 'chosen.day')}`,
    [days],
  );
