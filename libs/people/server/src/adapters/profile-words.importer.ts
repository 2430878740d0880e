import type { EntityManager } from 'typeorm';
import type { Certificate, ProfileLink, Project } from '../profile/profile-entries.ts';
import type { Audience, ProfileField } from '../visibility/profile-field.ts';

/** What somebody says of themselves in a network that is brought over. What is left out is not said. */
export interface ImportedProfileWords {
  identifier: string;
  projects?: Project[];
  certificates?: Certificate[];
  links?: ProfileLink[];
  hobbies?: string[];
  timeZone?: string;
  /** ISO 8601: Monday is 1. */
  workingDays?: number[];
  absence?: { from: string; until: string };
  visibility?: Partial<Record<ProfileField, Audience>>;
  /** What they wish; left out: they do not say that they are open to another position. */
  mobility?: string;
}

/** Adds what people say of themselves where they have not said it here. Whoever is not known is passed over. */
export async function importProfileWords(manager: EntityManager, told: readonly ImportedProfileWords[]): Promise<void> {
  for (const statement of statements) await manager.query(statement, [JSON.stringify(told)]);
}

const file = `jsonb_to_recordset($1::jsonb) AS file(identifier text, projects jsonb, certificates jsonb, links jsonb, hobbies text[], "timeZone" text, "workingDays" smallint[],
  absence jsonb, visibility jsonb, mobility text) JOIN person USING (identifier)`;

// Who may see it comes first: nothing is found for a moment that is meant for fewer.
const statements = [
  `INSERT INTO profile_visibility (person_id, field, audience)
   SELECT person.id, choice.key, choice.value FROM ${file} CROSS JOIN LATERAL jsonb_each_text(coalesce(file.visibility, '{}')) choice ON CONFLICT DO NOTHING`,
  `INSERT INTO profile (person_id, projects, certificates, links, hobbies)
   SELECT person.id, coalesce(file.projects, '[]'), coalesce(file.certificates, '[]'), coalesce(file.links, '[]'), coalesce(file.hobbies, '{}') FROM ${file}
   ON CONFLICT (person_id) DO UPDATE SET
     projects = CASE WHEN profile.projects = '[]' THEN excluded.projects ELSE profile.projects END,
     certificates = CASE WHEN profile.certificates = '[]' THEN excluded.certificates ELSE profile.certificates END,
     links = CASE WHEN profile.links = '[]' THEN excluded.links ELSE profile.links END,
     hobbies = CASE WHEN profile.hobbies = '{}' THEN excluded.hobbies ELSE profile.hobbies END`,
  `INSERT INTO working_time (person_id, working_days, time_zone, time_zone_chosen)
   SELECT person.id, file."workingDays", coalesce(file."timeZone", 'Europe/Paris'), file."timeZone" IS NOT NULL FROM ${file}
   WHERE file."timeZone" IS NOT NULL OR file."workingDays" IS NOT NULL ON CONFLICT DO NOTHING`,
  `INSERT INTO absence (person_id, told_by, from_day, until_day)
   SELECT person.id, 'person', (file.absence ->> 'from')::date, (file.absence ->> 'until')::date FROM ${file} WHERE file.absence IS NOT NULL ON CONFLICT DO NOTHING`,
  `INSERT INTO mobility (person_id, wish, told_at) SELECT person.id, file.mobility, date_trunc('milliseconds', now()) FROM ${file} WHERE file.mobility IS NOT NULL ON CONFLICT DO NOTHING`,
];
