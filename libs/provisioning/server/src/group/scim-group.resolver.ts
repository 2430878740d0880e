import { Injectable } from '@nestjs/common';
import { Args, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { communityMerged, CommunityQuery, CommunityType, takesByGroup } from '@parvis/communities/server';
import { AdministeredPersonType, Administration, CurrentViewer, RoleEnum, type AdministeredPerson, type Role, type Viewer } from '@parvis/identity/server';
import { checkedId, EventHandlers, perViewer, SignedIn, Transactions } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { provisioningErrors } from '../provisioning.errors.ts';
import { ProvisioningType } from '../token/scim-token.type.ts';
import { GroupGifts } from './group-gifts.ts';

/** A group as IT sees it: how many, not who. */
export interface GroupLine {
  id: string;
  name: string;
  externalId: string | null;
  communityId: string | null;
  memberCount: number;
}

@ObjectType('ScimGroup', { description: 'A group of the company’s directory, as IT sees it.' })
export class ScimGroupType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'As the directory names it.' })
  name!: string;

  @Field(() => Int, { description: 'How many people are in it.' })
  memberCount!: number;
}

const mostGroups = 200;
const lines = `
  SELECT id, display_name AS name, external_id AS "externalId", community_id AS "communityId",
    (SELECT count(*)::int FROM scim_group_member member JOIN scim_user ON scim_user.person_id = member.person_id AND removed_at IS NULL WHERE group_id = scim_group.id) AS "memberCount"
  FROM scim_group`;

/** Which groups there are, and which community each gives a place in. */
@Injectable()
export class GroupMapping {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly gifts: GroupGifts,
    private readonly administration: Administration,
    events: EventHandlers,
  ) {
    events.on(communityMerged, async ({ fromId, intoId }) => {
      await this.dataSource.query('UPDATE scim_group SET community_id = $2 WHERE community_id = $1', [fromId, intoId]);
    });
  }

  /** By name. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async list(viewer: Viewer): Promise<GroupLine[]> {
    this.administration.require(viewer);
    return this.dataSource.query(`${lines} ORDER BY lower(display_name), id LIMIT ${mostGroups}`);
  }

  /** Those in which somebody is; for whoever was found to administer them. */
  ofPerson(personId: string): Promise<GroupLine[]> {
    return this.dataSource.query(`${lines} WHERE EXISTS (SELECT 1 FROM scim_group_member own WHERE own.group_id = scim_group.id AND own.person_id = $1) ORDER BY lower(display_name), id LIMIT 50`, [personId]);
  }

  /** Null: the group gives no place. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, SCIM_GROUP_NOT_FOUND, SCIM_COMMUNITY_NOT_OPEN. */
  async map(viewer: Viewer, { groupId, communityId }: { groupId: string; communityId: string | null }): Promise<GroupLine> {
    this.administration.require(viewer);
    const [group, community] = [checkedId('groupId', groupId), communityId === null ? null : checkedId('communityId', communityId)];
    return this.transactions.run(async (tx) => {
      const rows: unknown[] = await tx.manager.query('SELECT 1 FROM scim_group WHERE id = $1 FOR UPDATE', [group]);
      if (rows.length === 0) throw provisioningErrors.groupNotFound();
      const open: unknown[] = community === null ? [] : await tx.manager.query(`SELECT 1 FROM community WHERE id = $1 AND ${takesByGroup('community')}`, [community]);
      if (community !== null && open.length === 0) throw provisioningErrors.communityNotOpen();
      await tx.manager.query('UPDATE scim_group SET community_id = $2 WHERE id = $1', [group, community]);
      const members: { id: string }[] = await tx.manager.query('SELECT person_id AS id FROM scim_group_member WHERE group_id = $1', [group]);
      await this.gifts.apply(tx, members.map(({ id }) => id));
      tx.record({ area: 'provisioning', action: 'provisioning.group-mapped', actorId: viewer.personId, details: { group, community } });
      const [line]: GroupLine[] = await tx.manager.query(`${lines} WHERE id = $1`, [group]);
      if (!line) throw provisioningErrors.groupNotFound();
      return line;
    });
  }
}

@SignedIn()
@Resolver(() => ProvisioningType)
export class ProvisioningGroupsResolver {
  constructor(private readonly mapping: GroupMapping) {}

  @ResolveField('groups', () => [ScimGroupType], { description: 'Groups of the directory by name, 200 at most.', complexity: ({ childComplexity }) => 100 + 20 * childComplexity })
  groups(@CurrentViewer() viewer: Viewer): Promise<GroupLine[]> {
    return this.mapping.list(viewer);
  }
}

@SignedIn()
@Resolver(() => ScimGroupType)
export class ScimGroupResolver {
  private readonly communities;

  constructor(
    private readonly mapping: GroupMapping,
    private readonly gifts: GroupGifts,
    communities: CommunityQuery,
  ) {
    this.communities = perViewer((viewer: Viewer, ids: readonly string[]) => communities.byIds(viewer, ids));
  }

  @Mutation(() => ScimGroupType, {
    description: 'Gives everybody in the group a place in an open community, and takes it with the group; IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, SCIM_GROUP_NOT_FOUND, SCIM_COMMUNITY_NOT_OPEN.',
  })
  mapScimGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID, description: 'The group’s UUID. Errors: ID_INVALID.' }) groupId: string,
    @Args('communityId', { type: () => ID, nullable: true, description: 'The community’s UUID; null: none. Errors: ID_INVALID.' }) communityId?: string | null,
  ): Promise<GroupLine> {
    return this.mapping.map(viewer, { groupId, communityId: communityId ?? null });
  }

  @ResolveField(() => [RoleEnum], { description: 'Roles that it gives, by its name (SAML_ROLE_…).' })
  roles(@Parent() { name, externalId }: GroupLine): Role[] {
    return this.gifts.rolesOf({ displayName: name, externalId });
  }

  @ResolveField(() => CommunityType, { nullable: true, description: 'The community in which it gives a place; null when there is none, or when the viewer may not see it any more.' })
  community(@Parent() { communityId }: GroupLine, @CurrentViewer() viewer: Viewer) {
    return communityId === null ? null : this.communities(viewer).load(communityId);
  }
}

@SignedIn()
@Resolver(() => AdministeredPersonType)
export class PersonGroupsResolver {
  constructor(private readonly mapping: GroupMapping) {}

  @ResolveField(() => [ScimGroupType], { description: 'Groups of the directory in which they are, by name, 50 at most.', complexity: ({ childComplexity }) => 5 + 5 * childComplexity })
  directoryGroups(@Parent() { id }: AdministeredPerson): Promise<GroupLine[]> {
    return this.mapping.ofPerson(id);
  }
}
