import { canonicalIdentifiers, mayTell, noteDoubts, ownersAfter, type OwnedField, type Role } from '@parvis/identity/server';
import { importOutcome, importRows, newId, type ImportOutcome, type ImportProblem } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { importPersonSkills } from '../skill/own/person-skills.importer.ts';

/** Somebody of the HR file. Null: the file says nothing, what is known stays. */
export interface ImportedPerson {
  line: number;
  identifier: string;
  mail: string | null;
  /** Null: the file does not say. */
  givenName: string | null;
  surname: string;
  title: string | null;
  department: string | null;
  managerIdentifier: string | null;
  /** For people who are new; the roles of others stay. Left out: employee. */
  roles?: Role[];
  /** These two are HR's alone: null empties them, left out they stay. */
  location?: string | null;
  /** YYYY-MM-DD */
  hiredOn?: string | null;
  /** Calendar days, YYYY-MM-DD. HR’s as well: what the person says of an absence stands beside it. */
  absence?: { from: string; until: string } | null;
  /** These are the person's own words: left out they stay, and so does each once the person has edited it. */
  skills?: string[];
  /** What they say of each skill, in the same order: 1 learns it to 4 helps others; for skills that are new to them. */
  skillLevels?: (number | null)[];
  askMeAbout?: string[];
  languages?: string[];
  biography?: string;
}

export interface ImportedFollow {
  line: number;
  /** Both are identifiers in the company. */
  follower: string;
  followee: string;
  /** Null: not known. */
  createdAt: Date | null;
}

/** Adds people, and brings those up to date of whom the file says something else. Managers are linked by `linkManagers`, once everybody is in. */
export async function importPeople(manager: EntityManager, people: readonly ImportedPerson[]): Promise<ImportOutcome> {
  if (people.length === 0) return { added: 0, changed: 0, problems: [] };
  const known = await canonicalIdentifiers(manager, people.flatMap(({ identifier, managerIdentifier }) => [identifier, ...(managerIdentifier === null ? [] : [managerIdentifier])]));
  const asKnown = (identifier: string): string => known.get(identifier) ?? identifier;
  const told = people.map((person) => ({ ...person, identifier: asKnown(person.identifier), managerIdentifier: person.managerIdentifier === null ? null : asKnown(person.managerIdentifier) }));
  const rows = JSON.stringify(told.map((person) => ({ ...person, id: newId() })));
  const identifiersOf = async (statement: string): Promise<string[]> => {
    const [result]: { identifiers: string[] }[] = await manager.query(
      `WITH touched AS (${statement}) SELECT coalesce(array_agg(identifier), '{}') AS identifiers FROM touched`,
      [rows],
    );
    return result?.identifiers ?? [];
  };
  const changed = new Set(await identifiersOf(changedPeople));
  const added = await identifiersOf(newPeople);
  await noteDoubts(manager, await idsOf(manager, added));
  for (const identifier of await identifiersOf(changedProfiles)) changed.add(identifier);
  await identifiersOf(newProfiles);
  const isNew = new Set(added);
  for (const statement of [endedAbsences, toldAbsences]) for (const identifier of await identifiersOf(statement)) if (!isNew.has(identifier)) changed.add(identifier);
  const skilled = await importPersonSkills(manager, told.flatMap(({ identifier, skills, skillLevels }) => (skills ? { identifier, skills, levels: skillLevels ?? [] } : [])));
  for (const identifier of skilled) if (!isNew.has(identifier)) changed.add(identifier);
  return { added: added.length, changed: changed.size, problems: [] };
}

async function idsOf(manager: EntityManager, identifiers: readonly string[]): Promise<string[]> {
  if (identifiers.length === 0) return [];
  const rows: { id: string }[] = await manager.query('SELECT id FROM person WHERE identifier = ANY($1)', [identifiers]);
  return rows.map(({ id }) => id);
}

const file = `
  jsonb_array_elements($1::jsonb) AS file(row),
  jsonb_to_record(file.row) AS line(
    id uuid, identifier text, mail text, "givenName" text, surname text, title text, department text, "managerIdentifier" text, roles text[],
    absence jsonb, location text, "hiredOn" date, skills text[], "askMeAbout" text[], languages text[], biography text)`;

const toldColumns = {
  givenName: 'line."givenName"', surname: 'line.surname', email: 'line.mail', title: 'line.title', department: 'line.department', manager: 'line."managerIdentifier"',
  location: 'line.location', hiredOn: 'line."hiredOn"', skills: 'line.skills', askMeAbout: 'line."askMeAbout"', languages: 'line.languages', biography: 'line.biography',
} as const satisfies Partial<Record<OwnedField, string>>;

/** For each field, the condition under which the file tells it and may. */
const toldByHr = (owners: string): Partial<Record<OwnedField, string>> =>
  Object.fromEntries(Object.entries(toldColumns).map(([field, column]) => [field, `${column} IS NOT NULL AND ${mayTell(owners, field as OwnedField, 'hr')}`]));

// A display name of the identity provider's own (« Dr Curie ») stays as long as the names do. Rows that would not change are not touched at all.
const changedPeople = `
  UPDATE person SET owners = told.owners, email = told.mail, given_name = told."givenName", surname = told.surname, title = told.title, department = told.department,
    display_name = CASE WHEN told.renamed THEN told.display_name ELSE person.display_name END,
    sort_name = CASE WHEN told.renamed THEN told.sort_name ELSE person.sort_name END,
    manager_identifier = told."managerIdentifier",
    manager_id = CASE WHEN told."managerIdentifier" IS NOT DISTINCT FROM person.manager_identifier THEN person.manager_id END,
    updated_at = now()
  FROM (
    SELECT known.id, given.name AS "givenName", line.surname, coalesce(CASE WHEN ${mayTell('known.owners', 'email', 'hr')} THEN line.mail END, known.email) AS mail, coalesce(line.title, known.title) AS title,
      coalesce(line.department, known.department) AS department, coalesce(line."managerIdentifier", known.manager_identifier) AS "managerIdentifier",
      ${ownersAfter('known.owners', 'hr', toldByHr('known.owners'))} AS owners,
      trim(given.name || ' ' || line.surname) AS display_name, fold(line.surname || ' ' || given.name) AS sort_name,
      (given.name, line.surname) IS DISTINCT FROM (known.given_name, known.surname) AS renamed
    FROM ${file} JOIN person known ON known.identifier = line.identifier
    CROSS JOIN LATERAL (SELECT coalesce(line."givenName", known.given_name) AS name) given
  ) told
  WHERE person.id = told.id AND (
    told.renamed OR
    (told.owners, told.mail, told.title, told.department, told."managerIdentifier") IS DISTINCT FROM (person.owners, person.email, person.title, person.department, person.manager_identifier))
  RETURNING person.identifier`;

const newPeople = `
  INSERT INTO person (id, identifier, email, given_name, surname, display_name, sort_name, title, department, manager_identifier, roles, owners, created_at, updated_at)
  SELECT line.id, line.identifier, mail, coalesce("givenName", ''), surname, trim(coalesce("givenName", '') || ' ' || surname), fold(surname || ' ' || coalesce("givenName", '')), title, department,
    "managerIdentifier", coalesce(roles, '{employee}'), ${ownersAfter(`'{}'::jsonb`, 'hr', toldByHr(`'{}'::jsonb`))}, now(), now()
  FROM ${file}
  WHERE NOT EXISTS (SELECT 1 FROM person known WHERE known.identifier = line.identifier)
  ON CONFLICT (identifier) DO NOTHING RETURNING identifier`;

/** The person's word, unless the file tells another and the person has not made it theirs. */
const own = (field: 'askMeAbout' | 'languages' | 'biography', column: string): string =>
  `coalesce(CASE WHEN ${mayTell('person.owners', field, 'hr')} THEN ${toldColumns[field]} END, known.${column}) AS ${column}`;

const changedProfiles = `
  UPDATE profile SET location = told.location, hired_on = told.hired_on, ask_me_about = told.ask_me_about,
    languages = told.languages, biography = told.biography
  FROM (
    SELECT person.id, person.identifier,
      CASE WHEN file.row ? 'location' THEN line.location ELSE known.location END AS location,
      CASE WHEN file.row ? 'hiredOn' THEN line."hiredOn" ELSE known.hired_on END AS hired_on,
      ${own('askMeAbout', 'ask_me_about')}, ${own('languages', 'languages')}, ${own('biography', 'biography')}
    FROM ${file} JOIN person ON person.identifier = line.identifier JOIN profile known ON known.person_id = person.id
  ) told
  WHERE profile.person_id = told.id AND
    (told.location, told.hired_on, told.ask_me_about, told.languages, told.biography) IS DISTINCT FROM
    (profile.location, profile.hired_on, profile.ask_me_about, profile.languages, profile.biography)
  RETURNING told.identifier`;

const newProfiles = `
  INSERT INTO profile (person_id, location, hired_on, biography, languages, ask_me_about)
  SELECT person.id, line.location, line."hiredOn", coalesce(line.biography, ''), coalesce(line.languages, '{}'), coalesce(line."askMeAbout", '{}')
  FROM ${file} JOIN person ON person.identifier = line.identifier
  WHERE NOT EXISTS (SELECT 1 FROM profile known WHERE known.person_id = person.id)
  ON CONFLICT (person_id) DO NOTHING RETURNING person_id::text AS identifier`;

const endedAbsences = `
  DELETE FROM absence USING ${file} JOIN person ON person.identifier = line.identifier
  WHERE file.row -> 'absence' = 'null' AND absence.person_id = person.id AND absence.told_by = 'hr'
  RETURNING person.identifier`;

const toldAbsences = `
  INSERT INTO absence (person_id, told_by, from_day, until_day)
  SELECT person.id, 'hr', (line.absence ->> 'from')::date, (line.absence ->> 'until')::date
  FROM ${file} JOIN person ON person.identifier = line.identifier WHERE jsonb_typeof(line.absence) = 'object'
  ON CONFLICT (person_id, told_by) DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day
  WHERE (absence.from_day, absence.until_day) IS DISTINCT FROM (excluded.from_day, excluded.until_day)
  RETURNING (SELECT person.identifier FROM person WHERE person.id = absence.person_id)`;

/** Links everybody to the manager whom HR names for them; problems for those of `lines` (line by identifier) whose manager nobody knows. */
export async function linkManagers(manager: EntityManager, lines: ReadonlyMap<string, number>): Promise<ImportProblem[]> {
  await manager.query(
    `UPDATE person SET manager_id = boss.id FROM person boss
     WHERE boss.identifier = person.manager_identifier AND person.manager_id IS DISTINCT FROM boss.id`,
  );
  const unknown: { identifier: string; manager: string }[] = await manager.query(
    `SELECT person.identifier, person.manager_identifier AS manager FROM person
     WHERE person.manager_identifier IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person boss WHERE boss.identifier = person.manager_identifier)`,
  );
  return unknown.flatMap(({ identifier, manager: named }) => {
    const line = lines.get(identifier);
    return line === undefined ? [] : [{ line, reason: `managerIdentifier ${JSON.stringify(named)} is unknown; ${JSON.stringify(identifier)} went in without a manager` }];
  });
}

/** Adds the follows that are not there yet. */
export function importFollows(manager: EntityManager, follows: readonly ImportedFollow[]): Promise<ImportOutcome> {
  const rows = follows.map(({ line, follower, followee, createdAt }) => ({ line, follower, followee, created_at: createdAt }));
  return importRows(manager, followStatement, rows);
}

const followStatement = `
  WITH resolved AS (
    SELECT line.*, follower.id AS follower_id, followee.id AS followee_id,
      CASE WHEN follower.id IS NULL THEN format('follower %s is unknown', to_json(line.follower))
           WHEN followee.id IS NULL THEN format('followee %s is unknown', to_json(line.followee)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, follower text, followee text, created_at timestamptz)
    LEFT JOIN person follower ON follower.identifier = line.follower
    LEFT JOIN person followee ON followee.identifier = line.followee
  ), added AS (
    INSERT INTO follow (follower_id, followee_id, created_at)
    SELECT follower_id, followee_id, coalesce(created_at, now()) FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
