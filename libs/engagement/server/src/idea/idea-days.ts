import type { DataSource, EntityManager } from 'typeorm';
import type { Place } from '../gate/headcounts.ts';
import type { Day } from '../period/day.ts';
import { countsOn, dayOfMoment, startOf } from '../roll-up/day-sql.ts';
import { rollUpTurn } from '../roll-up/roll-up-turn.ts';
import { placeIdsOf } from '../standing/places.ts';
import { placeKey } from '../standing/standing.ts';
import { stoodOn } from '../standing/stood-on.ts';
import { encodeIdeas, steps } from './idea-day.ts';

/** An idea that was submitted on a day, where whoever began it stood then, and what has become of it until today. */
interface SubmittedIdea extends Place {
  day: Day;
  isAnswered: boolean;
  isSelected: boolean;
  isDelivered: boolean;
  isMeasured: boolean;
  /** Minutes until the reasoned answer; null: none. */
  minutes: number | null;
}

/** Somebody who made an idea of a day. */
interface IdeaMaker extends Place {
  day: Day;
  number: number;
}

/** Days of one transaction. */
const daysAtOnce = 31;

// The columns that are counted alone: an idea is a long text. $1: days.
const submittedSql = `
  submitted AS MATERIALIZED (
    SELECT idea.id, author_id, state, submitted_at, chosen.day FROM unnest($1::date[]) AS chosen (day)
    JOIN idea ON submitted_at >= ${startOf('chosen.day')} AND submitted_at < ${startOf('chosen.day + 1')} WHERE state IN ('submitted', 'archived', 'merged')
  )`;

// What was put away was put away with a reason, and what was merged lives on in another idea: nobody waits for an answer any more, as in the figures of a campaign.
const ideasSql = `
  WITH ${submittedSql}
  SELECT submitted.day::text, stood.*, submitted.state <> 'submitted' OR answer.idea_id IS NOT NULL AS "isAnswered",
    chosen.is AS "isSelected", chosen.is AND project.delivered_on IS NOT NULL AS "isDelivered", chosen.is AND project.measured_at IS NOT NULL AS "isMeasured",
    CASE WHEN answer.created_at >= submitted.submitted_at THEN floor(extract(epoch FROM answer.created_at - submitted.submitted_at) / 60)::int END AS minutes
  FROM submitted JOIN LATERAL ${stoodOn('submitted.author_id', 'submitted.day')} stood ON true
  LEFT JOIN idea_answer answer ON answer.idea_id = submitted.id LEFT JOIN project ON project.idea_id = submitted.id
  CROSS JOIN LATERAL (SELECT coalesce(submitted.state = 'submitted' AND answer.outcome = 'selected', false) AS is) chosen
  WHERE ${countsOn('submitted.author_id', 'submitted.day')}`;

const makersSql = `
  WITH ${submittedSql}, made AS (
    SELECT submitted.day, made.person_id FROM submitted JOIN idea_author made ON made.idea_id = submitted.id AND made.standing = 'author' WHERE ${countsOn('made.person_id', 'submitted.day')}
    UNION SELECT submitted.day, former.known_as FROM submitted JOIN engagement_former_maker made ON made.idea_id = submitted.id
    CROSS JOIN LATERAL (SELECT coalesce(was, person_id) AS known_as FROM engagement_former WHERE person_id = made.former_id) former WHERE ${countsOn('former.known_as', 'submitted.day')}
  )
  SELECT made.day::text, known.number, stood.* FROM made JOIN engagement_person known ON known.person_id = made.person_id JOIN LATERAL ${stoodOn('made.person_id', 'made.day')} stood ON true`;

/** Brings up to date what became of the ideas of the days of which something has been told. A day is written anew however long it has been closed: it is made of ideas, not of events. */
export async function rollUpIdeas(dataSource: DataSource): Promise<void> {
  while ((await rollUpTurn(dataSource, writeNext)) > 0);
}

async function writeNext(manager: EntityManager): Promise<number> {
  const waiting: { day: Day }[] = await manager.query(
    `WITH taken AS (DELETE FROM engagement_idea_pending WHERE day IN (SELECT DISTINCT day FROM engagement_idea_pending ORDER BY day LIMIT ${daysAtOnce}) RETURNING day)
     SELECT DISTINCT day::text FROM taken`,
  );
  if (waiting.length === 0) return 0;
  const days = waiting.map(({ day }) => day);
  await manager.query(
    `WITH ${submittedSql}
     INSERT INTO engagement_person (person_id) SELECT DISTINCT made.person_id FROM submitted JOIN idea_author made ON made.idea_id = submitted.id
     WHERE NOT EXISTS (SELECT 1 FROM engagement_person known WHERE known.person_id = made.person_id)`,
    [days],
  );
  const ideas: SubmittedIdea[] = await manager.query(ideasSql, [days]);
  const makers: IdeaMaker[] = await manager.query(makersSql, [days]);
  const ids = await placeIdsOf(manager, [...new Map([...ideas, ...makers].map((place) => [placeKey(place), place])).values()]);
  const idOf = (place: Place): number => ids.get(placeKey(place)) as number;
  for (const day of days) {
    // In an order that tells nothing, and always the same.
    const those = ideas.filter((idea) => idea.day === day).map((idea) => [idOf(idea), idea.minutes ?? -1, becameOf(idea)] as const).sort(inOrder);
    const authors = makers.filter((maker) => maker.day === day).map((maker) => [maker.number, idOf(maker)] as const).sort(inOrder);
    const bytes = encodeIdeas({
      place: Int32Array.from(those, ([place]) => place),
      minutes: Int32Array.from(those, ([, minutes]) => minutes),
      became: Int32Array.from(those, ([, , became]) => became),
      author: Int32Array.from(authors, ([author]) => author),
      authorPlace: Int32Array.from(authors, ([, place]) => place),
    });
    await manager.query(`INSERT INTO engagement_day (day, ties, ideas, rolled_up_at) VALUES ($1, '', $2, clock_timestamp()) ON CONFLICT (day) DO UPDATE SET ideas = excluded.ideas, rolled_up_at = excluded.rolled_up_at`, [day, bytes]);
  }
  return days.length;
}

const becameOf = ({ isAnswered, isSelected, isDelivered, isMeasured }: SubmittedIdea): number =>
  (isAnswered ? steps.answered : 0) + (isSelected ? steps.selected : 0) + (isDelivered ? steps.delivered : 0) + (isMeasured ? steps.measured : 0);

function inOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, i) => number !== other[i]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}

/** The next roll-up makes the ideas of all days anew. */
export const readIdeasAnew = (manager: EntityManager): Promise<unknown> =>
  manager.query(`INSERT INTO engagement_idea_pending (day) SELECT ${dayOfMoment('submitted_at')} FROM idea WHERE submitted_at IS NOT NULL UNION SELECT day FROM engagement_day WHERE ideas <> ''`);
