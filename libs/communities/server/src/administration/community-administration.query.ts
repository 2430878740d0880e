import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, limited, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { communityVisibleTo } from '../community/community.access.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { CommunityContents } from '../content/community-contents.ts';
import { isOrphaned } from '../orphan/orphan.access.ts';

/** archived: at rest. orphaned: nobody who works here animates it. asleep: nothing came for 90 days. alive: the others. The first that holds. */
export type AdministeredState = 'alive' | 'asleep' | 'orphaned' | 'archived';

export interface AdministeredCommunity {
  id: string;
  name: string;
  sortName: string;
  visibility: CommunityVisibility;
  state: AdministeredState;
  memberCount: number;
  animatorIds: string[];
  /** YYYY-MM-DD in UTC: the day, since the minute would tell who is at work. */
  lastActivityOn: string | null;
}

const asleepAfterDays = 90;
const mostAnimators = 5;

/** Communities as IT looks after them: what everybody may know of them, and those that nobody animates. What is in them stays out of it. */
@Injectable()
export class CommunityAdministrationQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly administration: Administration,
    private readonly contents: CommunityContents,
  ) {}

  /** By name. Errors: FORBIDDEN, CONFIRMATION_NEEDED, CURSOR_INVALID, TEXT_TOO_LONG. */
  async list(viewer: Viewer, { search, state }: { search?: string | null; state?: AdministeredState | null }, page: PageRequest): Promise<CountedConnection<AdministeredCommunity>> {
    this.administration.require(viewer);
    const [sortName, id] = page.after ? decodeCursor(page.after, ['string', 'id']) : [null, null];
    const matching = `SELECT * FROM (${this.known('$1')}) known WHERE ($2 = '' OR fold(known.name) LIKE '%' || replace(replace(replace(fold($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%') AND ($3::text IS NULL OR known.state = $3)`;
    const asked = [viewer.personId, limited('search', search ?? '', 100), state ?? null];
    const [{ totalCount }]: [{ totalCount: number }] = await this.dataSource.query(`SELECT count(*)::int AS "totalCount" FROM (${matching}) counted`, asked);
    const rows: AdministeredCommunity[] = await this.dataSource.query(
      `SELECT shown.id, shown.name, shown.sort_name AS "sortName", shown.visibility, shown.state, to_char(shown.latest AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "lastActivityOn",
              (SELECT count(*)::int FROM membership WHERE membership.community_id = shown.id) AS "memberCount",
              ARRAY(SELECT person.id FROM membership JOIN person ON person.id = membership.person_id
                    WHERE membership.community_id = shown.id AND membership.role = 'animator' AND person.deactivated_at IS NULL AND shown.visibility <> 'secret'
                    ORDER BY membership.joined_at, membership.id LIMIT ${mostAnimators}) AS "animatorIds"
       FROM (${matching}) shown WHERE $4::text IS NULL OR (shown.sort_name, shown.id) > ($4, $5::uuid) ORDER BY shown.sort_name, shown.id LIMIT $6`,
      [...asked, sortName, id, page.first + 1],
    );
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount };
  }

  /** How many there are besides, of which IT knows nothing but that. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async hiddenCount(viewer: Viewer): Promise<number> {
    this.administration.require(viewer);
    const [{ count }]: [{ count: number }] = await this.dataSource.query(`SELECT count(*)::int AS count FROM community WHERE NOT (${this.isKnown('$1')})`, [viewer.personId]);
    return count;
  }

  private isKnown = (viewer: string): string => `${communityVisibleTo('community', viewer)} OR ${isOrphaned('community')}`;

  private known(viewer: string): string {
    const latest = this.contents.latestIn('community.id');
    return `
      SELECT community.id, community.name, community.sort_name, community.visibility, activity.latest,
             CASE WHEN community.archived_at IS NOT NULL THEN 'archived' WHEN ${isOrphaned('community')} THEN 'orphaned'
                  WHEN coalesce(activity.latest, community.created_at) < now() - interval '${asleepAfterDays} days' THEN 'asleep' ELSE 'alive' END AS state
      FROM community CROSS JOIN LATERAL (SELECT ${latest} AS latest) activity WHERE ${this.isKnown(viewer)}`;
  }
}
