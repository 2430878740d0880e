import { holdsNow } from '../grant/granted-roles.ts';

/** Whom somebody administers: everybody, or the people of some departments. */
export interface Reach {
  /** Null: the whole company. */
  departments: readonly string[] | null;
}

/**
 * SQL condition, the one rule of who administers whom: a person is within the reach `departments` (a parameter, null for the whole company). Whoever has to do
 * with departments alone does not reach those who have a say over the whole company, nor those who administer more than they do.
 */
export const administeredWithin = (person: string, departments: string): string => `(${departments}::text[] IS NULL OR (
  ${person}.department = ANY (${departments}::text[]) AND NOT ${person}.roles && '{it,auditor,works-council}'
  AND NOT EXISTS (SELECT 1 FROM role_grant held WHERE held.person_id = ${person}.id AND held.departments IS NOT NULL AND ${holdsNow('held')} AND NOT held.departments <@ ${departments}::text[])
))`;
