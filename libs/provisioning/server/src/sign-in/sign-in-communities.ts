import { Inject, Injectable } from '@nestjs/common';
import { communityMerged, GivenPlaces, takesByGroup } from '@parvis/communities/server';
import { Administration, IdentityProviderEntity, SignInGroups, type Viewer } from '@parvis/identity/server';
import { checkedId, EventHandlers, isId, platformErrors, Transactions, wordList, type Transaction } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { provisioningErrors } from '../provisioning.errors.ts';
import { COMMUNITY_GROUPS, type CommunityGroups } from './community-groups.setting.ts';
import { SignInGroupEntity } from './sign-in-group.entity.ts';

export interface SignInCommunity {
  /** The community's id, or what the environment calls it. */
  key: string;
  /** Null: there is none of that name, or several. */
  communityId: string | null;
  groups: string[];
}

export interface SignInCommunityChange {
  communityId: string;
  groups: readonly string[];
}

const maxCommunities = 50;
const groupLimits = { maxItems: 50, maxLength: 500 };

/** Which groups that identity providers tell give a place in which community: by the environment for those that it names, by the pages for others. */
@Injectable()
export class SignInCommunities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly administration: Administration,
    private readonly places: GivenPlaces,
    @Inject(COMMUNITY_GROUPS) private readonly ofEnvironment: CommunityGroups[],
    signIns: SignInGroups,
    events: EventHandlers,
  ) {
    signIns.register(async (tx, { personId, issuer, groups }) => {
      const given = await this.givenBy(issuer, groups, tx.manager);
      // All of them, whoever told: like roles, places are those of the last sign-in.
      await this.places.give(tx, 'sign-in', { personIds: [personId], places: given.map((communityId) => ({ communityId, personId })) });
    });
    events.on(communityMerged, async ({ fromId, intoId }) => {
      await this.dataSource.query('INSERT INTO sign_in_group (provider_id, community_id, name) SELECT provider_id, $2, name FROM sign_in_group WHERE community_id = $1 ON CONFLICT DO NOTHING', [fromId, intoId]);
      await this.dataSource.query('DELETE FROM sign_in_group WHERE community_id = $1', [fromId]);
    });
  }

  /** The communities in which somebody of these groups, in lower case, gets a place; each once. */
  async givenBy(issuer: string, groups: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const ofPages: { communityId: string | null }[] = await manager.query(
      `SELECT community.id AS "communityId" FROM identity_provider
       LEFT JOIN sign_in_group given ON given.provider_id = identity_provider.id AND given.name = ANY($2)
       LEFT JOIN community ON community.id = given.community_id AND ${takesByGroup('community')}
       WHERE identity_provider.entity_id = $1`,
      [issuer, groups],
    );
    if (ofPages.length > 0) return [...new Set(ofPages.flatMap(({ communityId }) => (communityId === null ? [] : [communityId])))];
    const told = new Set(groups);
    const named = this.ofEnvironment.filter((mapping) => mapping.groups.some((group) => told.has(group))).map(({ community }) => community);
    return [...new Set((await this.openByName(named, manager)).values())];
  }

  /** What the groups of an identity provider give, by the name of the community. */
  async of(provider: { id: string; isOfEnvironment: boolean }): Promise<SignInCommunity[]> {
    if (provider.isOfEnvironment) {
      const open = await this.openByName(this.ofEnvironment.map(({ community }) => community), this.dataSource.manager);
      return this.ofEnvironment.map(({ community, groups }) => ({ key: community, communityId: open.get(community) ?? null, groups }));
    }
    if (!isId(provider.id)) return [];
    return this.dataSource.query(
      `SELECT community_id AS key, community_id AS "communityId", array_agg(sign_in_group.name ORDER BY sign_in_group.name) AS groups
       FROM sign_in_group LEFT JOIN community ON community.id = community_id WHERE provider_id = $1 GROUP BY community_id, sort_name ORDER BY sort_name, community_id`,
      [provider.id],
    );
  }

  /**
   * All of them: what is not named gives nothing any more, from everybody's next sign-in on. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, TEXT_TOO_LONG, TOO_MANY_ITEMS, SIGN_IN_PROVIDER_NOT_FOUND
   * (also for those that the environment names), SCIM_COMMUNITY_NOT_OPEN.
   */
  async map(viewer: Viewer, id: string, told: readonly SignInCommunityChange[]): Promise<SignInCommunity[]> {
    this.administration.require(viewer);
    if (told.length > maxCommunities) throw platformErrors.tooManyItems('communities', maxCommunities);
    const rows = told.flatMap(({ communityId, groups }) => {
      const community = checkedId('communityId', communityId);
      return wordList('communities', [...groups], groupLimits).map((name) => ({ communityId: community.toLowerCase(), name: name.toLowerCase() }));
    });
    const providerId = isId(id) ? id : null;
    await this.transactions.run(async (tx) => {
      const provider = providerId && (await tx.manager.findOne(IdentityProviderEntity, { where: { id: providerId }, lock: { mode: 'pessimistic_write' } }));
      if (!provider) throw provisioningErrors.providerNotFound();
      const before = await this.kept(tx, provider.id);
      await this.requireOpen(tx, rows.map(({ communityId }) => communityId), before.map(({ communityId }) => communityId));
      const after = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
      if (sameRows(before, after)) return;
      await tx.manager.delete(SignInGroupEntity, { providerId: provider.id });
      await tx.manager.insert(SignInGroupEntity, after.map((row) => ({ ...row, providerId: provider.id })));
      const communities = [...new Set(after.map(({ communityId }) => communityId))];
      tx.record({ area: 'configuration', action: 'configuration.identity-provider-communities', actorId: viewer.personId, details: { provider: provider.entityId, communities } });
    });
    return this.of({ id, isOfEnvironment: false });
  }

  private kept(tx: Transaction, providerId: string): Promise<{ communityId: string; name: string }[]> {
    return tx.manager.query('SELECT community_id AS "communityId", name FROM sign_in_group WHERE provider_id = $1', [providerId]);
  }

  /** One that was closed since it was named may stay: it takes nobody in meanwhile. */
  private async requireOpen(tx: Transaction, ids: readonly string[], known: readonly string[]): Promise<void> {
    const added = [...new Set(ids)].filter((id) => !known.includes(id));
    if (added.length === 0) return;
    const open: unknown[] = await tx.manager.query(`SELECT 1 FROM community WHERE id = ANY($1) AND ${takesByGroup('community')}`, [added]);
    if (open.length < added.length) throw provisioningErrors.communityNotOpen();
  }

  /** By id, that of one merged into another included, or by a name that one open community has alone. */
  private async openByName(names: readonly string[], manager: EntityManager): Promise<Map<string, string>> {
    if (names.length === 0) return new Map();
    const rows: { name: string; id: string }[] = await manager.query(
      `SELECT told.name, min(community.id::text) AS id FROM unnest($1::text[]) AS told (name)
       LEFT JOIN community_redirect redirect ON redirect.from_id::text = lower(told.name)
       JOIN community ON (community.id::text = coalesce(redirect.into_id::text, lower(told.name)) OR community.sort_name = fold(told.name)) AND ${takesByGroup('community')}
       GROUP BY told.name HAVING count(*) = 1`,
      [names],
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}

const keyOf = ({ communityId, name }: { communityId: string; name: string }): string => `${communityId} ${name}`;

function sameRows(before: readonly { communityId: string; name: string }[], after: readonly { communityId: string; name: string }[]): boolean {
  const known = new Set(before.map(keyOf));
  return known.size === after.length && after.every((row) => known.has(keyOf(row)));
}
