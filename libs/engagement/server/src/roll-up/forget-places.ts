import type { DataSource, EntityManager } from 'typeorm';
import { decodeCommunities, encodeCommunities, withoutPeople } from '../community/community-day.ts';
import { decodeContributions, encodeContributions } from '../contribution/contribution-day.ts';
import type { KeptAct } from '../example/executive-acts.ts';
import { decodeHours, encodeHours } from '../hour/hour-day.ts';
import type { Day } from '../period/day.ts';
import { decodeQuestions, encodeQuestions } from '../question/question-day.ts';
import { numberedPlaces, placeIdsOf } from '../standing/places.ts';
import { placeKey } from '../standing/standing.ts';
import { decodeTies, encodeTies } from '../tie/tie-day.ts';
import { decodeVisits, encodeVisits } from '../visit/visit-day.ts';
import { rollUpTurn } from './roll-up-turn.ts';

const daysAtOnce = 31;

interface StoredDay {
  day: Day;
  ties: Buffer;
  visits: Buffer;
  contributions: Buffer;
  hours: Buffer;
  questions: Buffer;
  communities: Buffer;
  examples: KeptAct[];
}

/**
 * Closes the days before a day: they keep which department did what and what happened in each community, and nothing else of where people stood or which number they had. They are not made anew
 * any more, since their events go.
 */
export async function forgetPlacesOf(dataSource: DataSource, before: Day): Promise<void> {
  while ((await rollUpTurn(dataSource, async (manager) => {
    const days: StoredDay[] = await manager.query(
      `SELECT day::text, ties, visits, contributions, hours, questions, communities, examples FROM engagement_day WHERE day < $1::date AND NOT is_closed ORDER BY day LIMIT ${daysAtOnce}`,
      [before],
    );
    if (days.length === 0) return 0;
    const coarse = await coarsePlaces(manager);
    for (const day of days) await close(manager, day, coarse);
    return days.length;
  })) > 0);
}

/** The place that stands for the department alone, by the number of each place. */
async function coarsePlaces(manager: EntityManager): Promise<ReadonlyMap<number, number>> {
  const places = await numberedPlaces(manager);
  const departmentsAlone = places.map(({ department }) => ({ department, location: null, level: null, seniority: null }));
  const ids = await placeIdsOf(manager, [...new Map(departmentsAlone.map((place) => [placeKey(place), place])).values()]);
  return new Map(places.map(({ id, department }) => [id, ids.get(placeKey({ department, location: null, level: null, seniority: null })) as number]));
}

async function close(manager: EntityManager, stored: StoredDay, coarse: ReadonlyMap<number, number>): Promise<void> {
  const departments = (places: Int32Array): Int32Array => places.map((id) => coarse.get(id) as number);
  const [ties, visits, contributions] = [decodeTies(stored.ties), decodeVisits(stored.visits), decodeContributions(stored.contributions)];
  const [hours, questions] = [decodeHours(stored.hours), decodeQuestions(stored.questions)];
  await manager.query(
    'UPDATE engagement_day SET ties = $2, visits = $3, contributions = $4, hours = $5, questions = $6, communities = $7, examples = $8, is_closed = true, rolled_up_at = clock_timestamp() WHERE day = $1',
    [
      stored.day,
      encodeTies({ ...ties, from: departments(ties.from), to: departments(ties.to) }),
      encodeVisits({ ...visits, place: departments(visits.place) }),
      encodeContributions({ ...contributions, who: contributions.who.map(() => nobody), place: departments(contributions.place) }),
      encodeHours({ ...hours, place: departments(hours.place) }),
      encodeQuestions({ ...questions, place: departments(questions.place) }),
      encodeCommunities(withoutPeople(decodeCommunities(stored.communities))),
      JSON.stringify(stored.examples.map((act) => ({ ...act, place: coarse.get(act.place) }))),
    ],
  );
}

/** Who wrote on a day whose events are gone. */
const nobody = -1;
