import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { startOf } from '../roll-up/day-sql.ts';

/** The days in which somebody who arrived may become active, the first included. */
export const activationDays = 14;
/** A server that did not run on the day after notes it on one of so many days; later it would tell of another time. */
export const latestDays = 3;

/**
 * Notes, once, who of those who arrived fourteen days ago is active: their profile says a skill or what to ask them about, they are in a community, and they have written something.
 * `today`: whose first fourteen days are over.
 */
export const noteActivations = (manager: EntityManager, today: Day): Promise<unknown> =>
  manager.query(
    `INSERT INTO engagement_arrival (person_id, arrived_on, is_activated)
     SELECT person.id, arrived.day,
       (coalesce(profile.ask_me_about <> '{}', false) OR EXISTS (SELECT 1 FROM person_skill said WHERE said.person_id = person.id))
       AND EXISTS (SELECT 1 FROM membership WHERE membership.person_id = person.id AND membership.joined_at < ${startOf(`arrived.day + ${activationDays}`)})
       AND EXISTS (SELECT 1 FROM engagement_writing wrote WHERE wrote.person_id = person.id AND wrote.day < arrived.day + ${activationDays})
     FROM person LEFT JOIN profile ON profile.person_id = person.id JOIN engagement_employment employed ON employed.person_id = person.id CROSS JOIN LATERAL (SELECT employed.first_day AS day) arrived
     WHERE arrived.day BETWEEN $1::date - ${activationDays + latestDays} AND $1::date - ${activationDays}
     ON CONFLICT DO NOTHING`,
    [today],
  );

/** Forgets whoever arrived before a day. */
export const forgetActivations = (manager: EntityManager, before: Day): Promise<unknown> => manager.query('DELETE FROM engagement_arrival WHERE arrived_on < $1::date', [before]);
