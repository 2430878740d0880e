import { Injectable } from '@nestjs/common';
import { Admission } from '@parvis/communities/server';
import { DirectoryRoles, RoleGroups, type Role } from '@parvis/identity/server';
import { Realtime, type Transaction } from '@parvis/platform/server';

/** What groups give to the people in them, at once: roles by their names (`SAML_ROLE_…`), and places in the open communities that IT named. */
@Injectable()
export class GroupGifts {
  constructor(
    private readonly roleGroups: RoleGroups,
    private readonly directoryRoles: DirectoryRoles,
    private readonly admission: Admission,
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

  /** A community that is not open any more, or at rest, takes nobody in; whoever is in it by a group goes with the group all the same. */
  private async applyCommunities(tx: Transaction, personIds: readonly string[]): Promise<void> {
    const wanted = `SELECT DISTINCT scim_group.community_id, member.person_id FROM scim_group_member member JOIN scim_group ON scim_group.id = member.group_id WHERE member.person_id = ANY($1) AND scim_group.community_id IS NOT NULL`;
    const lost: [{ communityId: string; personId: string }[], number] = await tx.manager.query(
      `DELETE FROM scim_membership WHERE person_id = ANY($1) AND (community_id, person_id) NOT IN (${wanted}) RETURNING community_id AS "communityId", person_id AS "personId"`,
      [personIds],
    );
    // An animator has made the place theirs.
    for (const { communityId, personId } of lost[0]) {
      const [row]: { role: string }[] = await tx.manager.query('SELECT role FROM membership WHERE community_id = $1 AND person_id = $2', [communityId, personId]);
      if (row?.role === 'member') await this.admission.dismiss(tx, communityId, personId);
    }
    const missing: { communityId: string; personId: string }[] = await tx.manager.query(
      `SELECT wanted.community_id AS "communityId", wanted.person_id AS "personId" FROM (${wanted}) wanted
       JOIN community ON community.id = wanted.community_id AND community.visibility = 'open' AND community.archived_at IS NULL
       JOIN person ON person.id = wanted.person_id AND person.deactivated_at IS NULL
       WHERE NOT EXISTS (SELECT 1 FROM membership WHERE membership.community_id = wanted.community_id AND membership.person_id = wanted.person_id)`,
      [personIds],
    );
    for (const { communityId, personId } of missing) {
      await this.admission.admit(tx, communityId, personId);
      await tx.manager.query('INSERT INTO scim_membership (community_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [communityId, personId]);
    }
  }
}
