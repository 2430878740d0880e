import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { communityErrors } from '../communities.errors.ts';
import { communityReadableBy, communityVisibleTo, isAnimator } from '../community/community.access.ts';
import { requireLive } from '../community/community.policy.ts';
import { JoinRequestEntity } from './join-request.entity.ts';
import { MembershipEntity, type CommunityRole } from './membership.entity.ts';

/** Where the viewer stands with a community. */
export interface Standing {
  status: 'member' | 'requested' | 'invited';
  role: CommunityRole | null;
  /** Has come in and has not put the word of welcome aside yet. */
  isNewcomer: boolean;
}

export interface MemberFilter {
  /** Words of a name; accents and misspellings are forgiven. */
  search?: string | null;
  department?: string | null;
}

export interface DepartmentCount {
  name: string;
  memberCount: number;
}

/** Reads who belongs where. Members are read by those who may read the community. */
@Injectable()
export class MembershipQuery {
  constructor(private readonly dataSource: DataSource) {}

  async standings(viewer: Viewer, communityIds: readonly string[]): Promise<Map<string, Standing>> {
    const rows: (Standing & { communityId: string })[] = await this.dataSource.query(
      `SELECT community_id AS "communityId", 'member' AS status, role, welcomed_at IS NULL AS "isNewcomer" FROM membership WHERE person_id = $1 AND community_id = ANY($2)
       UNION ALL
       SELECT community_id, 'requested', NULL, false FROM join_request WHERE person_id = $1 AND community_id = ANY($2)
       UNION ALL
       SELECT community_id, 'invited', NULL, false FROM community_invitation WHERE person_id = $1 AND community_id = ANY($2) AND declined_at IS NULL`,
      [viewer.personId, communityIds],
    );
    return new Map(rows.map((row) => [row.communityId, row]));
  }

  /** The size of a community is known to whoever knows of it. */
  async memberCounts(communityIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT community_id AS id, count(*)::int AS count FROM membership WHERE community_id = ANY($1) GROUP BY community_id`,
      [communityIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Animators first, then in the order of joining. Empty for those who may not read the community. */
  async members(viewer: Viewer, communityId: string, filter: MemberFilter, page: PageRequest): Promise<CountedConnection<MembershipEntity>> {
    const members = this.dataSource
      .createQueryBuilder(MembershipEntity, 'membership')
      .innerJoin('community', 'community', 'community.id = membership.community_id')
      .where('membership.community_id = :communityId', { communityId })
      .andWhere(communityReadableBy('community', ':viewerId'), { viewerId: viewer.personId });
    const words = searchWords(filter.search);
    const department = filter.department?.replaceAll('\u0000', '') || null;
    if (words || department) members.innerJoin('person', 'person', 'person.id = membership.person_id');
    if (words) members.andWhere('fold(:words) <% fold(person.display_name)', { words });
    if (department) members.andWhere('person.department = :department', { department });
    const totalCount = await members.getCount();
    if (page.after) {
      const [role, id] = decodeCursor(page.after, ['string', 'id']);
      members.andWhere('(membership.role, membership.id) > (:role, :afterId)', { role, afterId: id });
    }
    // « animator » sorts before « member ».
    const rows = await members
      .orderBy('membership.role')
      .addOrderBy('membership.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.role, row.id)), totalCount };
  }

  /** Members of each department, most first; nothing for those who may not read the community. */
  async departments(viewer: Viewer, communityIds: readonly string[]): Promise<Map<string, DepartmentCount[]>> {
    const rows: (DepartmentCount & { id: string })[] = await this.dataSource.query(
      `SELECT community.id, person.department AS name, count(*)::int AS "memberCount"
       FROM community JOIN membership ON membership.community_id = community.id JOIN person ON person.id = membership.person_id
       WHERE community.id = ANY($2) AND person.department IS NOT NULL AND ${communityReadableBy('community', '$1')}
       GROUP BY community.id, person.department ORDER BY count(*) DESC, person.department`,
      [viewer.personId, communityIds],
    );
    return Map.groupBy(rows, (row) => row.id);
  }

  /** Oldest first; empty unless the viewer animates the community. */
  async joinRequests(viewer: Viewer, communityId: string, page: PageRequest): Promise<CountedConnection<JoinRequestEntity>> {
    const requests = this.dataSource
      .createQueryBuilder(JoinRequestEntity, 'request')
      .where('request.community_id = :communityId', { communityId })
      .andWhere(isAnimator('request.community_id', ':viewerId'), { viewerId: viewer.personId });
    const totalCount = await requests.getCount();
    if (page.after) {
      const [id] = decodeCursor(page.after, ['id']);
      requests.andWhere('request.id > :afterId', { afterId: id });
    }
    const rows = await requests
      .orderBy('request.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.id)), totalCount };
  }

  /** For commands: asks within their transaction, not a loader that may know how things stood before. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, COMMUNITY_ARCHIVED. */
  async requireMember(tx: Transaction, viewer: Viewer, communityId: string): Promise<void> {
    const [community]: { isMember: boolean; archivedAt: Date | null }[] = await tx.manager.query(
      `SELECT EXISTS (SELECT 1 FROM membership own WHERE own.community_id = community.id AND own.person_id = $1) AS "isMember", community.archived_at AS "archivedAt"
       FROM community WHERE community.id = $2 AND ${communityVisibleTo('community', '$1')}`,
      [viewer.personId, communityId],
    );
    if (!community) throw communityErrors.notFound();
    if (!community.isMember) throw communityErrors.notMember();
    requireLive(community);
  }

  /** For commands that change what is in a community without adding to it. Errors: COMMUNITY_ARCHIVED. */
  async requireLive(tx: Transaction, communityId: string): Promise<void> {
    const [community]: { archivedAt: Date | null }[] = await tx.manager.query(`SELECT archived_at AS "archivedAt" FROM community WHERE id = $1`, [communityId]);
    if (community) requireLive(community);
  }

  /** The communities whose members this person is among. */
  async communityIdsOf(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT community_id AS id FROM membership WHERE person_id = $1`, [personId]);
    return rows.map(({ id }) => id);
  }

  /** Who lets people in: a fact about the community, not about a viewer. Those who left the company are not among them. */
  async animatorIdsOf(communityId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT person.id FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.community_id = $1 AND membership.role = 'animator' AND person.deactivated_at IS NULL`,
      [communityId],
    );
    return rows.map(({ id }) => id);
  }
}
