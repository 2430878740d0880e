import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@parvis/platform/server';
import { personAppeared } from '../identity.events.ts';
import type { Role } from './role.ts';

/** What the identity provider or the HR file says of somebody; null: it says nothing, what is known stays. */
export interface DirectoryEntry {
  identifier: string;
  email: string | null;
  givenName: string | null;
  surname: string | null;
  displayName: string | null;
  title: string | null;
  department: string | null;
  managerIdentifier: string | null;
  roles: Role[] | null;
}

/** Keeps the people of the company as their owner (identity provider, HR file) tells them. */
@Injectable()
export class PersonDirectory {
  /** Adds the person or brings them up to date, matched by identifier: a new e-mail address or name is the same person. */
  async record(tx: Transaction, entry: DirectoryEntry): Promise<{ id: string }> {
    const name = namesOf(entry);
    const [row]: { id: string; appeared: boolean }[] = await tx.manager.query(
      `INSERT INTO person (id, identifier, email, given_name, surname, display_name, sort_name, title, department, manager_identifier, manager_id, roles, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, fold($5 || ' ' || $4), $7, $8, $9, (SELECT id FROM person WHERE identifier = $9), coalesce($10::text[], '{employee}'), now(), now())
       ON CONFLICT (identifier) DO UPDATE SET
         email = coalesce($3, person.email),
         given_name = CASE WHEN $11 THEN $4 ELSE person.given_name END,
         surname = CASE WHEN $11 THEN $5 ELSE person.surname END,
         display_name = CASE WHEN $11 THEN $6 ELSE person.display_name END,
         sort_name = CASE WHEN $11 THEN fold($5 || ' ' || $4) ELSE person.sort_name END,
         title = coalesce($7, person.title),
         department = coalesce($8, person.department),
         manager_identifier = coalesce($9, person.manager_identifier),
         manager_id = CASE WHEN $9::text IS NULL THEN person.manager_id ELSE (SELECT id FROM person manager WHERE manager.identifier = $9) END,
         roles = coalesce($10::text[], person.roles),
         updated_at = now()
       RETURNING id, xmax = 0 AS appeared`,
      [newId(), entry.identifier, entry.email, name.given, name.family, name.display, entry.title, entry.department, entry.managerIdentifier, entry.roles, name.told],
    );
    if (!row) throw new Error('PostgreSQL returned no row for an upsert.');
    if (row.appeared) {
      // Reports that were known before their manager.
      await tx.manager.query(`UPDATE person SET manager_id = $1 WHERE manager_identifier = $2 AND manager_id IS NULL`, [row.id, entry.identifier]);
      tx.emit(personAppeared({ personId: row.id }));
    }
    return { id: row.id };
  }
}

/** Names may come whole, in parts, or not at all; somebody without any is shown by their identifier. */
function namesOf({ identifier, givenName, surname, displayName }: DirectoryEntry) {
  const display = displayName ?? [givenName, surname].filter(Boolean).join(' ');
  return {
    given: givenName ?? '',
    family: surname ?? (displayName || identifier),
    display: display || identifier,
    told: Boolean(display),
  };
}
