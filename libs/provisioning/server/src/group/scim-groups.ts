import { Injectable } from '@nestjs/common';
import { isId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { QueryFailedError } from 'typeorm';
import { scimErrors } from '../http/scim-error.ts';
import { patched } from '../patch/patch.ts';
import { isObject, type Json, type JsonObject } from '../schema/attribute.ts';
import { groupType } from '../schema/group.schema.ts';
import { taken } from '../schema/taken.ts';
import type { ScimClient } from '../token/scim-tokens.ts';
import { versionTag } from '../user/scim-user.query.ts';
import type { Expected } from '../user/scim-users.ts';
import { GroupGifts } from './group-gifts.ts';
import { ScimGroupEntity } from './scim-group.entity.ts';
import { ScimGroupQuery, type ScimGroupRow } from './scim-group.query.ts';

interface ToldGroup {
  displayName: string;
  externalId: string | null;
  memberIds: string[];
}

/** The groups, as the company's directory writes them. Each command is one transaction; what groups give is given with it. */
@Injectable()
export class ScimGroups {
  constructor(
    private readonly transactions: Transactions,
    private readonly query: ScimGroupQuery,
    private readonly gifts: GroupGifts,
  ) {}

  /** Errors: invalidSyntax, invalidValue, uniqueness. */
  async create(client: ScimClient, body: Json): Promise<ScimGroupRow> {
    const told = toldGroup(taken(groupType, body));
    return this.applying(async (tx) => {
      const [id, now] = [newId(), new Date()];
      await tx.manager.insert(ScimGroupEntity, { id, displayName: told.displayName, externalId: told.externalId, communityId: null, version: 1, createdAt: now, modifiedAt: now });
      await this.add(tx, id, told.memberIds);
      tx.record({ area: 'provisioning', action: 'provisioning.group-added', actorId: null, details: { token: client.name, group: id, name: told.displayName, added: told.memberIds.length } });
      return { id, touched: told.memberIds };
    });
  }

  /** Errors: notFound, notThatVersion, invalidSyntax, invalidValue, uniqueness. */
  replace(client: ScimClient, id: string, { body, expected }: { body: Json; expected: Expected }): Promise<ScimGroupRow> {
    return this.change(client, id, expected, () => taken(groupType, body));
  }

  /** Errors: those of `replace`, invalidPath, noTarget, mutability. */
  patch(client: ScimClient, id: string, { operations, expected }: { operations: Json | undefined; expected: Expected }): Promise<ScimGroupRow> {
    return this.change(client, id, expected, (before) => patched(groupType, before, operations));
  }

  /** What it gave goes with it. Errors: notFound, notThatVersion. */
  async remove(client: ScimClient, id: string, expected: Expected): Promise<void> {
    const changed = await this.transactions.run(async (tx) => {
      const { displayName } = await this.locked(tx, id, expected);
      const members: { id: string }[] = await tx.manager.query('SELECT person_id AS id FROM scim_group_member WHERE group_id = $1', [id]);
      await tx.manager.delete(ScimGroupEntity, { id });
      tx.record({ area: 'provisioning', action: 'provisioning.group-deleted', actorId: null, details: { token: client.name, group: id, name: displayName } });
      return this.gifts.apply(tx, members.map((member) => member.id));
    });
    await this.gifts.refresh(changed);
  }

  private change(client: ScimClient, id: string, expected: Expected, change: (before: JsonObject) => JsonObject): Promise<ScimGroupRow> {
    return this.applying(async (tx) => {
      const before = await this.locked(tx, id, expected);
      const { displayName, externalId, members } = before;
      const told = toldGroup(change({ displayName, ...(externalId !== null && { externalId }), members: members.map(({ value }) => ({ value })) }));
      const [former, present] = [new Set(members.map(({ value }) => value)), new Set(told.memberIds)];
      const [added, removed] = [told.memberIds.filter((member) => !former.has(member)), [...former].filter((member) => !present.has(member))];
      const isRenamed = told.displayName !== displayName || told.externalId !== externalId;
      if (!isRenamed && added.length === 0 && removed.length === 0) return { id, touched: [] };
      await tx.manager.update(ScimGroupEntity, { id }, { displayName: told.displayName, externalId: told.externalId, version: before.version + 1, modifiedAt: new Date() });
      await tx.manager.query('DELETE FROM scim_group_member WHERE group_id = $1 AND person_id = ANY($2)', [id, removed]);
      await this.add(tx, id, added);
      tx.record({
        area: 'provisioning', action: 'provisioning.group-changed', actorId: null, details: { token: client.name, group: id, name: told.displayName, added: added.length, removed: removed.length },
      });
      // Another name may give another role to everybody in it.
      return { id, touched: isRenamed ? [...former, ...added] : [...added, ...removed] };
    });
  }

  /** `touched`: those to whom groups may give something else now. */
  private async applying(work: (tx: Transaction) => Promise<{ id: string; touched: string[] }>): Promise<ScimGroupRow> {
    try {
      const { row, changed } = await this.transactions.run(async (tx) => {
        const { id, touched } = await work(tx);
        const people = await this.gifts.apply(tx, touched);
        return { row: await this.query.byId(id, tx.manager), changed: people };
      });
      await this.gifts.refresh(changed);
      return row;
    } catch (error) {
      const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      if (constraint === 'scim_group_external') throw scimErrors.uniqueness('externalId belongs to another group.');
      throw error;
    }
  }

  /** Errors: invalidValue for whoever has no account. */
  private async add(tx: Transaction, groupId: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    if (!personIds.every(isId)) throw scimErrors.invalidValue('A member is named by the id of a user.');
    const [{ known }]: [{ known: number }] = await tx.manager.query('SELECT count(*)::int AS known FROM scim_user WHERE person_id = ANY($1) AND removed_at IS NULL', [personIds]);
    if (known < new Set(personIds).size) throw scimErrors.invalidValue('A member is not a user.');
    await tx.manager.query('INSERT INTO scim_group_member (group_id, person_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [groupId, personIds]);
  }

  /** Errors: notFound, notThatVersion. */
  private async locked(tx: Transaction, id: string, expected: Expected): Promise<ScimGroupRow> {
    if (!isId(id)) throw scimErrors.notFound('group');
    await tx.manager.query('SELECT 1 FROM scim_group WHERE id = $1 FOR UPDATE', [id]);
    const row = await this.query.byId(id, tx.manager);
    if (expected && !expected(versionTag(row))) throw scimErrors.notThatVersion();
    return row;
  }
}

function toldGroup({ displayName, externalId, members }: JsonObject): ToldGroup {
  const values = Array.isArray(members) ? members.flatMap((member) => (isObject(member) ? [String(member['value']).toLowerCase()] : [])) : [];
  return { displayName: String(displayName), externalId: typeof externalId === 'string' ? externalId : null, memberIds: [...new Set(values)] };
}
