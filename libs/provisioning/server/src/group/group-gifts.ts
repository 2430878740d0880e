import { Injectable } from '@nestjs/common';
import { GivenPlaces, type Place } from '@parvis/communities/server';
import { DirectoryRoles, RoleGroups, type Role } from '@parvis/identity/server';
import { Realtime, type Transaction } from '@parvis/platform/server';

/** What groups give to the people in them, at once: roles by their names (`SAML_ROLE_…`), and places in the open communities that IT named. */
@Injectable()
export class GroupGifts {
  constructor(
    private readonly roleGroups: RoleGroups,
    private readonly directoryRoles: DirectoryRoles,
    private readonly places: GivenPlaces,
    private readonly realtime: Realtime,
  ) {}

  rolesOf(group: { displayName: string; externalId: string | null }): Role[] {
    return this.roleGroups.of([group.displayName, ...(group.externalId === null ? [] : [group.externalId])]);
  }

  /** Gives anew to these people what all their groups give together, and takes what none gives any more. Returns whose roles have changed. */
  async apply(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    if (personIds.length === 0) return [];
    const changed = await this.applyRoles(tx, personIds);
    await this.applyCommunities(tx, personIds);
    return changed;
  }

  /** Their sockets are let in by the rules for what they are now. Called after the commit. */
  async refresh(personIds: readonly string[]): Promise<void> {
    for (const personId of personIds) await this.realtime.refresh(personId).catch(() => undefined);
  }

  private async applyRoles(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
    const groups: { personId: string; displayName: string; externalId: string | null }[] = await tx.manager.query(
      `SELECT person_id AS "personId", display_name AS "displayName", external_id AS "externalId" FROM scim_group_member JOIN scim_group ON scim_group.id = group_id WHERE person_id = ANY($1)`,
      [personIds],
    );
    const given = new Map(personIds.map((personId) => [personId, new Set<Role>()]));
    for (const group of groups) for (const role of this.rolesOf(group)) given.get(group.personId)?.add(role);
    const changed = await this.directoryRoles.tell(tx, [...given].map(([personId, roles]) => ({ personId, roles: [...roles].sort() })));
    for (const { personId, roles } of changed) tx.record({ area: 'provisioning', action: 'provisioning.roles-changed', actorId: null, details: { person: personId, roles } });
    return changed.map(({ personId }) => personId);
  }

  private async applyCommunities(tx: Transaction, personIds: readonly string[]): Promise<void> {
    const places: Place[] = await tx.manager.query(
      `SELECT DISTINCT scim_group.community_id AS "communityId", member.person_id AS "personId"
       FROM scim_group_member member JOIN scim_group ON scim_group.id = member.group_id WHERE member.person_id = ANY($1) AND scim_group.community_id IS NOT NULL`,
      [personIds],
    );
    await this.places.give(tx, 'directory', { personIds, places });
  }
}
