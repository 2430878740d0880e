import { mayTell } from '@parvis/identity/server';
import { importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { importPersonSkills } from '../skill/own/person-skills.importer.ts';
import { levelNumber, type SkillLevel } from '../skill/own/skill-level.ts';
import { importProfileWords, type ImportedProfileWords } from './profile-words.importer.ts';

/** What somebody said of themselves in an earlier network. What is left out is not said. */
export interface ImportedProfile extends Omit<ImportedProfileWords, 'absence' | 'mobility'> {
  line: number;
  biography?: string;
  /** BCP 47. */
  languages?: string[];
  askMeAbout?: string[];
  skills?: { name: string; level?: SkillLevel | null }[];
}

/**
 * Brings people’s own words over, once for each person: what they have made theirs here stays, be it empty by now. From then on the words are
 * the person’s, and the HR file leaves them alone.
 */
export async function importProfiles(manager: EntityManager, profiles: readonly ImportedProfile[]): Promise<ImportOutcome> {
  if (profiles.length === 0) return { added: 0, changed: 0, problems: [] };
  const known: { identifier: string }[] = await manager.query(`SELECT external_id AS identifier FROM import_reference WHERE kind = 'profile' AND external_id = ANY($1)`, [
    profiles.map(({ identifier }) => identifier),
  ]);
  const isIn = new Set(known.map(({ identifier }) => identifier));
  const fresh = profiles.filter(({ identifier }) => !isIn.has(identifier) && isIn.add(identifier));
  const outcome = await importRows(manager, statement, fresh.map(({ line, identifier }) => ({ line, identifier })));
  await importProfileWords(manager, fresh);
  await manager.query(ownWords, [JSON.stringify(fresh)]);
  await importPersonSkills(
    manager,
    fresh.flatMap(({ identifier, skills }) => (skills ? { identifier, skills: skills.map(({ name }) => name), levels: skills.map(({ level }) => levelNumber(level)) } : [])),
  );
  await manager.query(claimed, [JSON.stringify(fresh)]);
  return outcome;
}

const statement = `
  WITH resolved AS (
    SELECT line.*, person.id AS person_id, CASE WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.identifier)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, identifier text) LEFT JOIN person ON person.identifier = line.identifier
  ), added AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'profile', identifier, person_id FROM resolved WHERE problem IS NULL RETURNING 1
  ) ${importOutcome}`;

const file = `jsonb_to_recordset($1::jsonb) AS line(identifier text, biography text, languages text[], "askMeAbout" text[], skills jsonb) JOIN person known USING (identifier)`;
const columns = { biography: 'biography', languages: 'languages', askMeAbout: '"askMeAbout"' } as const;
/** The person has not made that field theirs here. */
const isFree = (field: keyof typeof columns): string => mayTell('known.owners', field, 'hr');

const ownWords = `
  UPDATE profile SET biography = coalesce(told.biography, profile.biography), languages = coalesce(told.languages, profile.languages), ask_me_about = coalesce(told.ask_me_about, profile.ask_me_about)
  FROM (
    SELECT known.id, CASE WHEN ${isFree('biography')} THEN line.biography END AS biography, CASE WHEN ${isFree('languages')} THEN line.languages END AS languages,
      CASE WHEN ${isFree('askMeAbout')} THEN line."askMeAbout" END AS ask_me_about
    FROM ${file}
  ) told
  WHERE profile.person_id = told.id AND (told.biography, told.languages, told.ask_me_about) IS DISTINCT FROM (NULL, NULL, NULL)`;

const pairs = [...Object.entries(columns), ['skills', 'skills']].map(([field, column]) => `'${field}', CASE WHEN line.${column} IS NOT NULL THEN 'person' END`);
const claimed = `
  UPDATE person SET owners = person.owners || told.owners
  FROM (SELECT known.id, jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})) AS owners FROM ${file}) told
  WHERE person.id = told.id AND NOT person.owners @> told.owners`;
