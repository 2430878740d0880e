import { mayTell } from '@parvis/identity/server';
import type { EntityManager } from 'typeorm';

/** What the HR file says that somebody can do. */
export interface ImportedSkills {
  identifier: string;
  skills: string[];
  /** In the same order; what is missing is not said. */
  levels: (number | null)[];
}

/**
 * Makes what people can do what the HR file says, unless they have said it themselves; the level of a skill that stays, stays. Returns the
 * identifiers of those for whom something has changed.
 */
export async function importPersonSkills(manager: EntityManager, told: readonly ImportedSkills[]): Promise<string[]> {
  if (told.length === 0) return [];
  const [result]: { identifiers: string[] }[] = await manager.query(statement, [JSON.stringify(told)]);
  return result?.identifiers ?? [];
}

const statement = `
  WITH line AS (
    SELECT person.id AS person_id, person.identifier, file.skills, file.levels
    FROM jsonb_to_recordset($1::jsonb) AS file(identifier text, skills text[], levels smallint[]) JOIN person USING (identifier)
    WHERE ${mayTell('person.owners', 'skills', 'hr')}
  ), told AS (
    SELECT person_id, words, folded, level, row_number() OVER (PARTITION BY person_id ORDER BY place) - 1 AS position
    FROM (
      SELECT DISTINCT ON (line.person_id, skill_key(said.words)) line.person_id, said.words, skill_key(said.words) AS folded, line.levels[said.place] AS level, said.place
      FROM line, unnest(line.skills) WITH ORDINALITY AS said(words, place) WHERE skill_key(said.words) <> '' ORDER BY line.person_id, skill_key(said.words), said.place
    ) distinct_words
  ), meant AS (
    SELECT folded, skill_of(folded) AS skill_id FROM (SELECT DISTINCT folded FROM told) words
  ), removed AS (
    DELETE FROM person_skill known USING line
    WHERE known.person_id = line.person_id AND NOT EXISTS (SELECT 1 FROM told WHERE told.person_id = known.person_id AND told.folded = known.folded)
    RETURNING known.person_id
  ), written AS (
    INSERT INTO person_skill (id, person_id, skill_id, words, folded, level, position)
    SELECT gen_random_uuid(), person_id, skill_id, words, folded, level, position FROM told JOIN meant USING (folded)
    WHERE NOT EXISTS (
      SELECT 1 FROM person_skill known
      WHERE known.person_id = told.person_id AND known.folded = told.folded AND known.words = told.words AND known.position = told.position)
    ON CONFLICT (person_id, folded) DO UPDATE SET words = excluded.words, position = excluded.position
    RETURNING person_id
  )
  SELECT coalesce(array_agg(DISTINCT line.identifier), '{}') AS identifiers FROM line
  WHERE line.person_id IN (SELECT person_id FROM removed UNION ALL SELECT person_id FROM written)`;
