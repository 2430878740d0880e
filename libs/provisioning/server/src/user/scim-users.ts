import { Injectable } from '@nestjs/common';
import { Departures, peopleKnownAs, PersonAliases, PersonDirectory, type ForgettableField } from '@parvis/identity/server';
import { isId, Transactions, type Transaction } from '@parvis/platform/server';
import { QueryFailedError } from 'typeorm';
import { GroupGifts } from '../group/group-gifts.ts';
import { scimErrors } from '../http/scim-error.ts';
import { patched } from '../patch/patch.ts';
import type { Json, JsonObject } from '../schema/attribute.ts';
import { taken } from '../schema/taken.ts';
import { userType } from '../schema/user.schema.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import { ScimUserEntity } from './scim-user.entity.ts';
import { ScimUserQuery, versionTag, type ScimUserRow } from './scim-user.query.ts';
import { changedFields, toldPerson, type ToldPerson } from './told-person.ts';

/** Which version a client means to change; null: whichever there is. */
export type Expected = ((tag: string) => boolean) | null;

/** The accounts of people, as the company's directory writes them. Each command is one transaction. */
@Injectable()
export class ScimUsers {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: ScimUserQuery,
    private readonly directory: PersonDirectory,
    private readonly aliases: PersonAliases,
    private readonly departures: Departures,
    private readonly gifts: GroupGifts,
  ) {
    departures.decideFor(async (manager, personId) => (await manager.query('SELECT 1 FROM scim_user WHERE person_id = $1 AND removed_at IS NULL', [personId])).length > 0);
  }

  /** Adds an account: of somebody who is known, or of somebody new. Errors: invalidSyntax, invalidValue, uniqueness. */
  async create(client: ScimClient, body: Json | undefined): Promise<ScimUserRow> {
    const { active, ...resource } = taken(userType, body);
    const told = toldPerson(resource);
    const row = await this.unique(() =>
      this.transactions.run(async (tx) => {
        const known = await this.knownPerson(tx, resource, told);
        const { id: personId, isNew } = await this.record(tx, known?.identifier ?? null, told);
        const now = new Date();
        const userName = String(resource['userName']);
        await tx.manager.query('DELETE FROM scim_user WHERE person_id = $1 AND removed_at IS NOT NULL', [personId]);
        await tx.manager.insert(ScimUserEntity, { personId, userName, externalId: externalIdOf(resource), resource, version: 1, createdAt: now, modifiedAt: now, removedAt: null });
        this.note(tx, client, 'user-added', personId, { isNew });
        await this.setActive(tx, client, personId, active !== false);
        return this.query.byId(personId, tx.manager);
      }),
    );
    if (!row.isActive) await this.departures.shutOut(row.id);
    return row;
  }

  /** The whole resource anew; `active` stays as it is where it is left out. Errors: notFound, notThatVersion, invalidSyntax, invalidValue, uniqueness. */
  replace(client: ScimClient, id: string, { body, expected }: { body: Json | undefined; expected: Expected }): Promise<ScimUserRow> {
    return this.change(client, id, expected, () => taken(userType, body));
  }

  /** Errors: those of `replace`, invalidPath, noTarget, mutability. */
  patch(client: ScimClient, id: string, { operations, expected }: { operations: Json | undefined; expected: Expected }): Promise<ScimUserRow> {
    return this.change(client, id, expected, (before) => patched(userType, before, operations));
  }

  /** For SCIM the account is gone; the person has left, and their work stays. Errors: notFound, notThatVersion. */
  async remove(client: ScimClient, id: string, expected: Expected): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.locked(tx, id, expected);
      await tx.manager.update(ScimUserEntity, { personId: id }, { removedAt: new Date(), version: before.version + 1 });
      // The name of an account may be given to somebody else; what the company never gives twice stays theirs.
      const { userName: _userName, ...lasting } = before.resource;
      await this.aliases.tell(tx, id, toldPerson(lasting).identifiers);
      this.note(tx, client, 'user-deleted', id);
      await this.setActive(tx, client, id, false);
    });
    await this.departures.shutOut(id);
  }

  /** Whether each of the two has a live account. */
  async haveBoth(tx: Transaction, ...personIds: [string, string]): Promise<boolean> {
    const live: unknown[] = await tx.manager.query('SELECT 1 FROM scim_user WHERE person_id = ANY($1) AND removed_at IS NULL', [personIds]);
    return live.length === 2;
  }

  /** What the account of a person tells is told of them anew: they are another person than it was told of. Nothing when there is none. */
  async tellAgain(tx: Transaction, personId: string): Promise<void> {
    const [row]: { resource: JsonObject; identifier: string }[] = await tx.manager.query(
      'SELECT resource, identifier FROM scim_user JOIN person ON person.id = person_id WHERE person_id = $1 AND removed_at IS NULL',
      [personId],
    );
    if (row) await this.record(tx, row.identifier, toldPerson(row.resource));
    await this.gifts.apply(tx, [personId]);
  }

  private async change(client: ScimClient, id: string, expected: Expected, change: (before: JsonObject) => JsonObject): Promise<ScimUserRow> {
    const row = await this.unique(() =>
      this.transactions.run(async (tx) => {
        const before = await this.locked(tx, id, expected);
        const { active = before.isActive, ...resource } = change({ ...before.resource, active: before.isActive });
        const fields = changedFields(before.resource, resource);
        if (fields.length === 0 && active === before.isActive) return before;
        await this.record(tx, before.identifier, toldPerson(resource));
        await tx.manager.update(ScimUserEntity, { personId: id }, {
          userName: String(resource['userName']), externalId: externalIdOf(resource), resource, version: before.version + 1, modifiedAt: new Date(),
        });
        if (fields.length > 0) this.note(tx, client, 'user-changed', id, { fields });
        await this.setActive(tx, client, id, active !== false);
        return this.query.byId(id, tx.manager);
      }),
    );
    if (!row.isActive) await this.departures.shutOut(id);
    return row;
  }

  /** Who of the people it is: by the account that they had, else by what identifies them. Null: nobody who is known. Errors: uniqueness. */
  private async knownPerson(tx: Transaction, resource: JsonObject, { identifiers }: ToldPerson): Promise<{ identifier: string } | null> {
    const former: { id: string }[] = await tx.manager.query('SELECT person_id AS id FROM scim_user WHERE external_id = $1 AND removed_at IS NOT NULL ORDER BY removed_at DESC LIMIT 1', [externalIdOf(resource)]);
    const ids = former.length > 0 ? former.map(({ id }) => id) : await peopleKnownAs(tx.manager, identifiers);
    if (ids.length > 1) throw scimErrors.uniqueness('employeeNumber, externalId and userName belong to different people.');
    const [id] = ids;
    if (!id) return null;
    const [known]: { identifier: string; isTaken: boolean }[] = await tx.manager.query(
      `SELECT identifier, EXISTS (SELECT 1 FROM scim_user WHERE person_id = person.id AND removed_at IS NULL) AS "isTaken" FROM person WHERE id = $1`,
      [id],
    );
    if (known?.isTaken) throw scimErrors.uniqueness('That person has an account already.');
    return known ?? null;
  }

  /** Tells the person's fields as far as SCIM keeps them; what it does not tell any more is forgotten. */
  private async record(tx: Transaction, identifier: string | null, told: ToldPerson): Promise<{ id: string; isNew: boolean }> {
    const { identifiers, manager, ...fields } = told;
    const managerIdentifier = await this.managerIdentifier(tx, manager);
    const { id } = await this.directory.record(tx, { teller: 'scim', identifier: identifier ?? String(identifiers[0]), ...fields, managerIdentifier, roles: null });
    const untold = (['email', 'title', 'department', 'displayName'] as const).filter((field) => fields[field] === null);
    await this.directory.forget(tx, id, 'scim', [...untold, ...(manager === null ? (['manager'] as const) : [])] satisfies ForgettableField[]);
    await this.aliases.tell(tx, id, identifiers);
    return { id, isNew: identifier === null };
  }

  /** Entra ID names a manager by the id that Parvis gave, others by what they know them by. */
  private async managerIdentifier(tx: Transaction, manager: string | null): Promise<string | null> {
    if (manager === null || !isId(manager)) return manager;
    const [row]: { identifier: string }[] = await tx.manager.query('SELECT identifier FROM person WHERE id = $1', [manager]);
    return row?.identifier ?? manager;
  }

  private async setActive(tx: Transaction, client: ScimClient, personId: string, isActive: boolean): Promise<void> {
    const hasChanged = isActive ? await this.departures.comeBack(tx, personId) : await this.departures.leave(tx, personId);
    // What groups gave meanwhile.
    if (hasChanged && isActive) await this.gifts.apply(tx, [personId]);
    if (hasChanged) this.note(tx, client, isActive ? 'user-returned' : 'user-left', personId);
  }

  /** Errors: notFound, notThatVersion. */
  private async locked(tx: Transaction, id: string, expected: Expected): Promise<ScimUserRow> {
    if (!isId(id)) throw scimErrors.notFound('user');
    await tx.manager.query('SELECT 1 FROM scim_user WHERE person_id = $1 FOR UPDATE', [id]);
    const row = await this.query.byId(id, tx.manager);
    if (expected && !expected(versionTag(row))) throw scimErrors.notThatVersion();
    return row;
  }

  private note(tx: Transaction, { name }: ScimClient, what: string, personId: string, details: Record<string, boolean | string[]> = {}): void {
    tx.record({ area: 'provisioning', action: `provisioning.${what}`, actorId: null, details: { token: name, person: personId, ...details } });
  }

  private async unique<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code, constraint } = error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : {};
      if (code !== '23505') throw error;
      if (constraint === 'scim_user_name') throw scimErrors.uniqueness('userName belongs to another account.');
      if (constraint === 'scim_user_external') throw scimErrors.uniqueness('externalId belongs to another account.');
      if (constraint === 'scim_user_pk') throw scimErrors.uniqueness('That person has an account already.');
      throw error;
    }
  }
}

const externalIdOf = ({ externalId }: JsonObject): string | null => (typeof externalId === 'string' ? externalId : null);
