import type { DataSource, EntityManager } from 'typeorm';
import { writeCommunityDays } from '../community/community-days.ts';
import { readMembersAnew, rollUpMembers } from '../community/members.ts';
import { contributionsOn, personNumbersOf } from '../contribution/contributions.ts';
import { executiveActsOn } from '../example/executive-acts.ts';
import { hoursOn } from '../hour/hours.ts';
import { readIdeasAnew, rollUpIdeas } from '../idea/idea-days.ts';
import type { Day } from '../period/day.ts';
import { questionDaysOf, questionsOn } from '../question/questions.ts';
import { coursesOf } from '../standing/courses.ts';
import { type Act, laterMeetingsOf, meetingsOn } from '../tie/meetings.ts';
import { laterAttendanceOf, noteAttendance, visitsOn } from '../visit/visits.ts';
import { dayOfMoment } from './day-sql.ts';
import { DayWriter } from './day-writer.ts';
import { renameFormerPeople } from './former-people.ts';
import { rollUpTurn } from './roll-up-turn.ts';

/** Days of one transaction. */
const daysAtOnce = 31;

/**
 * Brings the figures of each day up to what has happened, and answers how many days changed. A day on which something new has happened is made anew from
 * its events, and what told of it is taken away in the same transaction: whatever was cut short begins again, and no event counts twice.
 */
export async function rollUp(dataSource: DataSource): Promise<number> {
  await rollUpTurn(dataSource, renameFormerPeople);
  await rollUpMembers(dataSource);
  await rollUpIdeas(dataSource);
  for (let changed = 0; ; ) {
    const days = await rollUpTurn(dataSource, async (manager) => {
      const waiting = await nextDays(manager);
      if (waiting.length === 0) return 0;
      const { acts, visits } = await take(manager, waiting);
      await noteAttendance(manager, waiting, visits);
      const did = acts.map(([day, personId]) => ({ day, personId }));
      const later = [...(await laterMeetingsOf(manager, acts)), ...(await laterAttendanceOf(manager, did))];
      const touched = await open(manager, [...waiting, ...later]);
      await writeDays(manager, touched, await open(manager, [...touched, ...(await questionDaysOf(manager, waiting))]));
      return waiting.length;
    });
    if (days === 0) return changed;
    changed += days;
  }
}

/** Makes all days anew from the events that are kept, and reads anew who is in each community and what became of ideas. What is older than they are stays as it is. */
export function rollUpAnew(dataSource: DataSource): Promise<number> {
  return rollUpTurn(dataSource, async (manager) => {
    await readMembersAnew(manager);
    await readIdeasAnew(manager);
    await manager.query(`INSERT INTO engagement_pending (day, actor_id, target_id) SELECT DISTINCT ${dayOfMoment('event.at')}, actor_id, target_id FROM engagement_event event
      UNION ALL SELECT day, person_id, NULL FROM engagement_visit`);
  }).then(() => rollUp(dataSource));
}

/** Each once, without the days that are closed: their events are gone, and to make them anew would forget all but what has come late. */
async function open(manager: EntityManager, days: readonly Day[]): Promise<Day[]> {
  const closed: { day: Day }[] = await manager.query('SELECT day::text FROM engagement_day WHERE day = ANY ($1::date[]) AND is_closed', [days]);
  const those = new Set(closed.map(({ day }) => day));
  return [...new Set(days)].filter((day) => !those.has(day));
}

async function nextDays(manager: EntityManager): Promise<Day[]> {
  const rows: { day: Day }[] = await manager.query(`SELECT DISTINCT day::text FROM engagement_pending ORDER BY 1 LIMIT ${daysAtOnce}`);
  return rows.map(({ day }) => day);
}

interface Taken {
  acts: Act[];
  visits: { day: Day; personId: string }[];
}

async function take(manager: EntityManager, days: readonly Day[]): Promise<Taken> {
  const rows: { day: Day; actorId: string; targetId: string | null; isVisit: boolean }[] = await manager.query(
    `WITH taken AS (DELETE FROM engagement_pending WHERE day = ANY ($1::date[]) RETURNING day, actor_id, target_id, is_visit)
     SELECT day::text, actor_id AS "actorId", target_id AS "targetId", bool_or(is_visit) AS "isVisit" FROM taken GROUP BY 1, 2, 3`,
    [days],
  );
  return {
    acts: rows.map(({ day, actorId, targetId }) => [day, actorId, targetId]),
    visits: rows.flatMap(({ day, actorId, isVisit }) => (isVisit ? { day, personId: actorId } : [])),
  };
}

/** Makes days anew; of those of `askedOn`, what became of their questions alone. */
async function writeDays(manager: EntityManager, days: readonly Day[], askedOn: readonly Day[]): Promise<void> {
  if (askedOn.length === 0) return;
  const questions = await questionsOn(manager, askedOn);
  const [meetings, visits, contributions, hours, acts] = days.length
    ? [await meetingsOn(manager, days), await visitsOn(manager, days), await contributionsOn(manager, days), await hoursOn(manager, days), await executiveActsOn(manager, days)]
    : [[], [], [], [], []];
  const numbers = await personNumbersOf(manager, contributions.map(({ personId }) => personId));
  const concerned = new Set([
    ...[...visits, ...contributions, ...hours, ...questions, ...acts].map(({ personId }) => personId),
    ...meetings.flatMap(({ actorId, targetId }) => [actorId, targetId]),
    ...acts.flatMap(({ targetIds }) => targetIds),
  ]);
  // Read last: whoever has come meanwhile and addressed somebody is among them.
  const writer = new DayWriter(manager, await coursesOf(manager, [...concerned]), numbers);
  writer.add({ meetings, visits, contributions, hours, questions, acts });
  await writer.write(days, askedOn);
  await writeCommunityDays(manager, days);
}
