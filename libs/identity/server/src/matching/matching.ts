import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** SQL of a person's own identifier, for one by which they may be known as well. */
export const canonicalIdentifier = (identifier: string): string =>
  `coalesce((SELECT known.identifier FROM person_alias JOIN person known ON known.id = person_alias.person_id WHERE person_alias.identifier = ${identifier}), ${identifier})`;

/** What of these is another name of somebody, and whose: person's own identifier by alias. */
export async function canonicalIdentifiers(manager: EntityManager, identifiers: readonly string[]): Promise<Map<string, string>> {
  const rows: { alias: string; identifier: string }[] = await manager.query(
    'SELECT person_alias.identifier AS alias, person.identifier FROM person_alias JOIN person ON person.id = person_alias.person_id WHERE person_alias.identifier = ANY($1)',
    [identifiers],
  );
  return new Map(rows.map(({ alias, identifier }) => [alias, identifier]));
}

/** Who of the people is known by one of these identifiers: each once, in the order of the identifiers. */
export async function peopleKnownAs(manager: EntityManager, identifiers: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM (
       SELECT coalesce(person.id, person_alias.person_id) AS id, min(place) AS place
       FROM unnest($1::text[]) WITH ORDINALITY AS told(identifier, place)
       LEFT JOIN person ON person.identifier = told.identifier
       LEFT JOIN person_alias ON person_alias.identifier = told.identifier
       GROUP BY 1
     ) found WHERE id IS NOT NULL ORDER BY place`,
    [identifiers],
  );
  return rows.map(({ id }) => id);
}

/**
 * Notes for whom of these newcomers somebody is known already who may be the same person: by their address, whose owners change, and so never more than a
 * doubt. Those who are told apart by their identifiers, which the company never gives twice, may still be one whom two systems know differently.
 */
export async function noteDoubts(manager: EntityManager, newcomerIds: readonly string[]): Promise<void> {
  if (newcomerIds.length === 0) return;
  const doubts: { newcomerId: string; knownId: string; rule: string }[] = await manager.query(
    `SELECT newcomer.id AS "newcomerId", known.id AS "knownId",
       CASE WHEN fold(newcomer.surname) = fold(known.surname) THEN 'same-mail-and-surname' ELSE 'same-mail' END AS rule
     FROM person newcomer CROSS JOIN LATERAL (
       -- An address that a whole team shares says nothing of who is who: the first few are enough to see it.
       SELECT id, surname FROM person
       WHERE lower(email) = lower(newcomer.email) AND id <> newcomer.id AND (id <> ALL($1) OR id < newcomer.id) ORDER BY created_at, id LIMIT 3
     ) known
     WHERE newcomer.id = ANY($1) AND newcomer.email <> ''
       AND NOT EXISTS (SELECT 1 FROM match_decision past WHERE (past.newcomer_id, past.known_id) IN ((newcomer.id, known.id), (known.id, newcomer.id)))`,
    [newcomerIds],
  );
  for (const { newcomerId, knownId, rule } of doubts) {
    await manager.query('INSERT INTO match_decision (id, newcomer_id, known_id, rule, found_at) VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING', [newId(), newcomerId, knownId, rule]);
  }
}
