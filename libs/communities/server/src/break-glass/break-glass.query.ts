import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { checkedId, connection, decodeCursor, encodeCursor, platformErrors, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { communityVisibleTo, contentVisibleTo } from '../community/community.access.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { BreakGlassEntity } from './break-glass.entity.ts';
import { isGuardian } from './break-glass.policy.ts';

/** What somebody may know of the community that an access is about. */
export interface CommunityLookedInto {
  /** Null while the viewer may not know of it. */
  name: string | null;
  visibility: CommunityVisibility;
  memberCount: number;
}

const mostShown = 20;

/** Reads accesses: whoever asked sees theirs, those who decide see all, and members what concerns their community. */
@Injectable()
export class BreakGlassQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly administration: Administration,
  ) {}

  /** The newest first. Errors: FORBIDDEN, CONFIRMATION_NEEDED, CURSOR_INVALID. */
  async list(viewer: Viewer, page: PageRequest): Promise<Connection<BreakGlassEntity>> {
    const seen = this.seenBy(viewer);
    if (page.after) seen.andWhere('access.id < :after', { after: decodeCursor(page.after, ['id'])[0] });
    const rows = await seen.orderBy('access.id', 'DESC').limit(page.first + 1).getMany();
    return connection(rows, page, ({ id }) => encodeCursor(id));
  }

  /** Null when missing or not theirs to see. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID. */
  byId(viewer: Viewer, id: string): Promise<BreakGlassEntity | null> {
    return this.seenBy(viewer).andWhere('access.id = :id', { id: checkedId('id', id) }).getOne();
  }

  /** Those that were approved, by community, the newest first, 20 of each at most; of what the viewer reads as who they are. */
  async ofCommunities(viewer: Viewer, communityIds: readonly string[]): Promise<Map<string, BreakGlassEntity[]>> {
    const rows = await this.dataSource
      .createQueryBuilder(BreakGlassEntity, 'access')
      .where(
        `access.id IN (SELECT shown.id FROM unnest(:communityIds::uuid[]) AS about (id) CROSS JOIN LATERAL (
           SELECT told.id FROM break_glass_access told WHERE told.community_id = about.id AND told.state IN ('approved', 'ended') ORDER BY told.id DESC LIMIT ${mostShown}
         ) shown)`,
        { communityIds },
      )
      .andWhere(contentVisibleTo('access.community_id', ':viewerId'), { viewerId: viewer.personId })
      .orderBy('access.id', 'DESC')
      .getMany();
    return Map.groupBy(rows, ({ communityId }) => communityId);
  }

  /** Of these, those that members are told of, with the name of their community. */
  async shownToMembers(viewer: Viewer, ids: readonly string[]): Promise<{ id: string; communityId: string; communityName: string; reason: string }[]> {
    return this.dataSource.query(
      `SELECT access.id, access.community_id AS "communityId", community.name AS "communityName", access.reason
       FROM break_glass_access access JOIN community ON community.id = access.community_id
       WHERE access.id = ANY($2) AND access.state IN ('approved', 'ended') AND ${contentVisibleTo('access.community_id', '$1')}`,
      [viewer.personId, ids],
    );
  }

  /** By the id of the access. The name is told to whoever knows of the community, and to whoever may read it by this access at this moment. */
  async communitiesOf(viewer: Viewer, accessIds: readonly string[]): Promise<Map<string, CommunityLookedInto>> {
    const rows: (CommunityLookedInto & { id: string })[] = await this.dataSource.query(
      `SELECT access.id, community.visibility, (SELECT count(*)::int FROM membership WHERE membership.community_id = community.id) AS "memberCount",
              CASE WHEN ${communityVisibleTo('community', '$1')} OR ${contentVisibleTo('community.id', '$1', 'break-glass')} THEN community.name END AS name
       FROM break_glass_access access JOIN community ON community.id = access.community_id WHERE access.id = ANY($2)`,
      [viewer.personId, accessIds],
    );
    return new Map(rows.map(({ id, ...community }) => [id, community]));
  }

  private seenBy(viewer: Viewer): SelectQueryBuilder<BreakGlassEntity> {
    const [asks, decides] = [this.administration.isFor(viewer), isGuardian(viewer)];
    if (!asks && !decides) throw platformErrors.forbidden();
    this.administration.requireConfirmation(viewer);
    const all = this.dataSource.createQueryBuilder(BreakGlassEntity, 'access');
    return decides ? all.where('TRUE') : all.where('access.asked_by_id = :viewerId', { viewerId: viewer.personId });
  }
}
