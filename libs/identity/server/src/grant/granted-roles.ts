import type { EntityManager } from 'typeorm';

/** SQL condition: a grant holds now. `grant`: a name in FROM. */
export const holdsNow = (grant: string): string =>
  `(${grant}.effective_at IS NOT NULL AND ${grant}.ended_at IS NULL AND (${grant}.ends_at IS NULL OR ${grant}.ends_at > now()))`;

/**
 * Makes of somebody's grants what they are: those for the whole company stand among their roles, for every domain to see. A role that is over goes, unless a
 * group of the directory or sign-in gives it too. Grants with a scope are no role of the company: only the pages of people know them.
 */
export async function applyGrants(manager: EntityManager, personId: string): Promise<void> {
  await manager.query(
    `UPDATE person SET granted_roles = given.roles, updated_at = now(),
       roles = ARRAY(SELECT DISTINCT role FROM unnest(person.roles || given.roles) role
         WHERE role <> ALL (person.granted_roles) OR role = ANY (given.roles || person.directory_roles || person.sign_in_roles) ORDER BY role)
     FROM (SELECT coalesce(array_agg(DISTINCT role ORDER BY role), '{}') AS roles FROM role_grant WHERE person_id = $1 AND departments IS NULL AND ${holdsNow('role_grant')}) given
     WHERE person.id = $1 AND person.granted_roles <> given.roles`,
    [personId],
  );
}
