import type { DataSource, EntityManager } from 'typeorm';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { countsOn } from '../roll-up/day-sql.ts';
import { pulseRules } from './pulse-rules.ts';
import { daysOf, quarterOf } from './quarter.ts';

const daysBefore = (day: Day, days: number): Day => dayOf(dayNumber(day) - days);

/** SQL: those who are employed on a day ($1), and not on a long leave. */
const employed = `SELECT person.id FROM person WHERE person.deactivated_at IS NULL AND ${countsOn('person.id', '$1::date')}`;

/**
 * Asks those whom the lot of a day falls on, and answers how many. Every day of a quarter asks as many, so that over it nobody waits for a date: 600 people, or
 * half of the company where that is less. Whoever is asked has come on two days of the last fourteen, and was not asked in the last 184. A day is drawn once,
 * whoever else draws it.
 */
export function drawInvitations(dataSource: DataSource, today: Day): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const quarter = quarterOf(today);
    const turn: unknown[] = await manager.query(
      `INSERT INTO engagement_pulse_quarter AS known (quarter, drawn_on) VALUES ($1, $2)
       ON CONFLICT (quarter) DO UPDATE SET drawn_on = $2 WHERE known.drawn_on IS NULL OR known.drawn_on < $2 RETURNING quarter`,
      [quarter, today],
    );
    if (turn.length === 0) return 0;
    const number = await numberFor(manager, today);
    const asked = number === 0 ? 0 : await ask(manager, today, number);
    await manager.query('UPDATE engagement_pulse_quarter SET asked = asked + $2 WHERE quarter = $1', [quarter, asked]);
    return asked;
  });
}

/** Of a third of a person a day, one in three days. */
async function numberFor(manager: EntityManager, today: Day): Promise<number> {
  const [{ people }]: [{ people: number }] = await manager.query(`SELECT count(*)::int AS people FROM (${employed}) employed`, [today]);
  if (people < pulseRules.minAnswers) return 0;
  return Math.floor(Math.min(pulseRules.mostAsked, people / 2) / daysOf(quarterOf(today)) + Math.random());
}

async function ask(manager: EntityManager, today: Day, number: number): Promise<number> {
  const asked: unknown[] = await manager.query(
    `INSERT INTO engagement_pulse_invitation AS former (person_id, asked_on)
     SELECT employed.id, $1::date FROM (${employed}) employed
     JOIN (SELECT person_id FROM engagement_visit WHERE day >= $2 AND day < $1::date GROUP BY person_id HAVING count(*) >= $3) came ON came.person_id = employed.id
     WHERE NOT EXISTS (SELECT FROM engagement_pulse_invitation lately WHERE lately.person_id = employed.id AND lately.asked_on > $4)
     ORDER BY gen_random_uuid() LIMIT $5
     ON CONFLICT (person_id) DO UPDATE SET asked_on = excluded.asked_on, is_open = true, closed_with = NULL
     RETURNING person_id`,
    [today, daysBefore(today, pulseRules.visitsWithin), pulseRules.visitDays, daysBefore(today, pulseRules.restDays), number],
  );
  return asked.length;
}

/**
 * Closes what nobody answered in time, and makes all that is closed by then alike: it does not tell any more who did something with it. Once somebody may be asked
 * again, nothing of it is left.
 */
export async function closeInvitations(dataSource: DataSource, today: Day): Promise<void> {
  await dataSource.query('DELETE FROM engagement_pulse_invitation WHERE asked_on <= $1', [daysBefore(today, pulseRules.restDays)]);
  await dataSource.query('UPDATE engagement_pulse_invitation SET is_open = false, closed_with = NULL WHERE asked_on <= $1 AND (is_open OR closed_with IS NOT NULL)', [daysBefore(today, pulseRules.openDays)]);
}
