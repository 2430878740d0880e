import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@parvis/platform/server';
import { personAppeared } from '../identity.events.ts';
import { canonicalIdentifier, noteDoubts } from '../matching/matching.ts';
import { mayTell, ownersAfter, type OwnedField, type Owner } from '../owner/field-owner.ts';
import type { Role } from './role.ts';

/** What somebody's account says of them; null: it says nothing, what is known stays. */
export interface DirectoryEntry {
  /** Who says so. What another keeps (`tellers`) stays. */
  teller: Extract<Owner, 'saml' | 'scim'>;
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

/** Keeps the people of the company as their accounts tell them. */
@Injectable()
export class PersonDirectory {
  /** Adds the person or brings them up to date, matched by identifier, or by another that is known to be theirs: a new e-mail address or name is the same person. */
  async record(tx: Transaction, entry: DirectoryEntry): Promise<{ id: string }> {
    const [row]: { id: string; appeared: boolean }[] = await tx.manager.query(recordSql(entry.teller), [
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
      await noteDoubts(tx.manager, [row.id]);
      tx.emit(personAppeared({ personId: row.id }));
    }
    return { id: row.id };
  }

  /** Whoever keeps these fields does not tell them any more: they are empty until somebody tells them. What another keeps stays. */
  async forget(tx: Transaction, personId: string, teller: Owner, fields: readonly ForgettableField[]): Promise<void> {
    if (fields.length === 0) return;
    const emptied = fields.map((field) => forgotten[field].map(([column, value]) => `${column} = CASE WHEN owners ->> '${field}' = $2 THEN ${value} ELSE ${column} END`).join(', '));
    await tx.manager.query(
      `UPDATE person SET ${emptied.join(', ')}, owners = owners - ARRAY(SELECT field FROM unnest($3::text[]) field WHERE owners ->> field = $2)
       WHERE id = $1 AND EXISTS (SELECT 1 FROM unnest($3::text[]) field WHERE owners ->> field = $2)`,
      [personId, teller, fields],
    );
  }
}

/** What a field becomes that nobody tells any more. Nobody is without a name. */
const forgotten = {
  email: [['email', 'NULL']],
  title: [['title', 'NULL']],
  department: [['department', 'NULL']],
  manager: [['manager_identifier', 'NULL'], ['manager_id', 'NULL']],
  displayName: [['display_name', `trim(given_name || ' ' || surname)`]],
} as const satisfies Partial<Record<OwnedField, readonly (readonly [string, string])[]>>;
export type ForgettableField = keyof typeof forgotten;

/** A manager may be told by another name as well. */
const managerIdentifier = canonicalIdentifier('$9::text');

const parameters = { email: '$3', givenName: '$4', surname: '$5', displayName: '$6', title: '$7', department: '$8', manager: '$9' } as const satisfies Partial<Record<OwnedField, string>>;

/** For each field, the condition under which it is told. */
const toldWhen = (condition: (field: OwnedField, parameter: string) => string): Partial<Record<OwnedField, string>> =>
  Object.fromEntries(Object.entries(parameters).map(([field, parameter]) => [field, condition(field as OwnedField, parameter)]));

// Names may come whole, in parts, or not at all: each part that is told replaces that part alone, and somebody without any is shown by their
// identifier. The name to show is the one that is told, or made of the parts when one of them is.
function recordSql(teller: Owner): string {
  const told = (field: keyof typeof parameters) => `CASE WHEN ${mayTell('person.owners', field, teller)} THEN ${parameters[field]}::text END`;
  return `
  INSERT INTO person (id, identifier, email, given_name, surname, display_name, sort_name, title, department, manager_identifier, manager_id, roles, sign_in_roles, owners, created_at, updated_at)
  SELECT $1, fresh.identifier, $3, coalesce($4, ''), fresh.surname, coalesce($6, trim(coalesce($4, '') || ' ' || fresh.surname)), fold(fresh.surname || ' ' || coalesce($4, '')),
    $7, $8, ${managerIdentifier}, (SELECT id FROM person WHERE identifier = ${managerIdentifier}), coalesce($10::text[], '{employee}'), coalesce($10::text[], '{}'),
    ${ownersAfter(`'{}'::jsonb`, teller, toldWhen((_field, parameter) => `${parameter}::text IS NOT NULL`))}, now(), now()
  FROM (SELECT coalesce($5::text, $6, CASE WHEN nullif($4::text, '') IS NULL THEN $2 ELSE '' END) AS surname, ${canonicalIdentifier('$2::text')} AS identifier) fresh
  ON CONFLICT (identifier) DO UPDATE SET
    email = coalesce(${told('email')}, person.email),
    given_name = coalesce(${told('givenName')}, person.given_name),
    surname = coalesce(${told('surname')}, person.surname),
    display_name = CASE
      WHEN ${told('displayName')} IS NOT NULL THEN $6
      WHEN ${told('givenName')} IS NOT NULL OR ${told('surname')} IS NOT NULL
        THEN trim(coalesce(${told('givenName')}, person.given_name) || ' ' || coalesce(${told('surname')}, person.surname))
      ELSE person.display_name END,
    sort_name = fold(coalesce(${told('surname')}, person.surname) || ' ' || coalesce(${told('givenName')}, person.given_name)),
    title = coalesce(${told('title')}, person.title),
    department = coalesce(${told('department')}, person.department),
    manager_identifier = CASE WHEN ${told('manager')} IS NULL THEN person.manager_identifier ELSE ${managerIdentifier} END,
    manager_id = CASE WHEN ${told('manager')} IS NULL THEN person.manager_id ELSE (SELECT id FROM person manager WHERE manager.identifier = ${managerIdentifier}) END,
    roles = CASE WHEN $10::text[] IS NULL THEN person.roles ELSE ARRAY(SELECT DISTINCT role FROM unnest($10::text[] || person.directory_roles || person.granted_roles) role ORDER BY role) END,
    sign_in_roles = coalesce($10::text[], person.sign_in_roles),
    owners = ${ownersAfter('person.owners', teller, toldWhen((field, parameter) => `${parameter}::text IS NOT NULL AND ${mayTell('person.owners', field, teller)}`))},
    updated_at = now()
  RETURNING id, xmax = 0 AS appeared`;
}
