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
    const [row]: { id: string; appeared: boolean }[] = await tx.manager.query(recordSql, [
      newId(),
      entry.identifier,
      entry.email,
      entry.givenName,
      entry.surname,
      entry.displayName,
      entry.title,
      entry.department,
      entry.managerIdentifier,
      entry.roles,
    ]);
    if (!row) throw new Error('PostgreSQL returned no row for an upsert.');
    if (row.appeared) {
      // Reports that were known before their manager.
      await tx.manager.query(`UPDATE person SET manager_id = $1 WHERE manager_identifier = $2 AND manager_id IS NULL`, [row.id, entry.identifier]);
      tx.emit(personAppeared({ personId: row.id }));
    }
    return { id: row.id };
  }
}

// Names may come whole, in parts, or not at all: each part that is told replaces that part alone, and somebody without any is shown by their
// identifier. The name to show is the one that is told, or made of the parts when one of them is.
const recordSql = `
  INSERT INTO person (id, identifier, email, given_name, surname, display_name, sort_name, title, department, manager_identifier, manager_id, roles, created_at, updated_at)
  SELECT $1, $2, $3, coalesce($4, ''), fresh.surname, coalesce($6, trim(coalesce($4, '') || ' ' || fresh.surname)), fold(fresh.surname || ' ' || coalesce($4, '')),
    $7, $8, $9, (SELECT id FROM person WHERE identifier = $9), coalesce($10::text[], '{employee}'), now(), now()
  FROM (SELECT coalesce($5::text, $6, CASE WHEN nullif($4::text, '') IS NULL THEN $2 ELSE '' END) AS surname) fresh
  ON CONFLICT (identifier) DO UPDATE SET
    email = coalesce($3, person.email),
    given_name = coalesce($4, person.given_name),
    surname = coalesce($5, person.surname),
    display_name = CASE
      WHEN $6::text IS NOT NULL THEN $6
      WHEN $4::text IS NOT NULL OR $5::text IS NOT NULL THEN trim(coalesce($4, person.given_name) || ' ' || coalesce($5, person.surname))
      ELSE person.display_name END,
    sort_name = fold(coalesce($5, person.surname) || ' ' || coalesce($4, person.given_name)),
    title = coalesce($7, person.title),
    department = coalesce($8, person.department),
    manager_identifier = coalesce($9, person.manager_identifier),
    manager_id = CASE WHEN $9::text IS NULL THEN person.manager_id ELSE (SELECT id FROM person manager WHERE manager.identifier = $9) END,
    roles = coalesce($10::text[], person.roles),
    updated_at = now()
  RETURNING id, xmax = 0 AS appeared`;
