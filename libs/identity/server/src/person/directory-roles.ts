import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import type { Role } from './role.ts';

/**
 * Roles that groups of the company's directory give, at once: beside those of the last sign-in. What a group gives no more is taken away, also where sign-in
 * had given it: the last word counts, and the next sign-in has the next one.
 */
@Injectable()
export class DirectoryRoles {
  /** Returns those whose roles have changed, with their roles now. */
  async tell(tx: Transaction, given: readonly { personId: string; roles: readonly Role[] }[]): Promise<{ personId: string; roles: Role[] }[]> {
    if (given.length === 0) return [];
    // The subquery has what stood before: RETURNING tells what stands now.
    const [changed]: [{ personId: string; roles: Role[]; before: Role[] }[], number] = await tx.manager.query(
      `UPDATE person SET directory_roles = told.roles, updated_at = now(),
         roles = ARRAY(SELECT DISTINCT role FROM unnest(person.roles || told.roles) role WHERE role <> ALL(person.directory_roles) OR role = ANY(told.roles || person.granted_roles) ORDER BY role),
         sign_in_roles = ARRAY(SELECT role FROM unnest(person.sign_in_roles) role WHERE role <> ALL(person.directory_roles) OR role = ANY(told.roles))
       FROM (SELECT (row ->> 'personId')::uuid AS id, ARRAY(SELECT jsonb_array_elements_text(row -> 'roles')) AS roles FROM jsonb_array_elements($1::jsonb) row) told
       JOIN person former ON former.id = told.id
       WHERE person.id = told.id AND NOT (person.directory_roles @> told.roles AND person.directory_roles <@ told.roles)
       RETURNING person.id AS "personId", person.roles, former.roles AS before`,
      [JSON.stringify(given)],
    );
    return changed.filter(({ roles, before }) => roles.toSorted().join() !== before.toSorted().join()).map(({ personId, roles }) => ({ personId, roles }));
  }
}
