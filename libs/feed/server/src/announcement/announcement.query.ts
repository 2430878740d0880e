import { Injectable } from '@nestjs/common';
import { isAnimator } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { speaksForCompany } from '../pin/pin.access.ts';
import type { AnnouncementType } from './announcement.type.ts';

/** Of fewer people a count would tell who has read it. */
const smallestAudience = 8;

/** Reads announcements of posts that the caller has let the viewer see. */
@Injectable()
export class AnnouncementQuery {
  constructor(private readonly dataSource: DataSource) {}

  async ofPosts(viewer: Viewer, postIds: readonly string[]): Promise<Map<string, AnnouncementType>> {
    const rows: AnnouncementType[] = await this.dataSource.query(
      `SELECT announcement.post_id AS "postId", announcement.asks_acknowledgement AS "asksAcknowledgement", post.pinned_until AS "pinnedUntil",
         EXISTS (SELECT 1 FROM announcement_reader own WHERE own.post_id = post.id AND own.person_id = $1 AND own.has_acknowledged) AS "viewerHasAcknowledged",
         figures.*
       FROM announcement JOIN post ON post.id = announcement.post_id
       LEFT JOIN LATERAL (
         SELECT
           (SELECT count(*)::int FROM announcement_reader reader WHERE reader.post_id = post.id AND reader.person_id <> post.author_id) AS "readCount",
           (SELECT count(*)::int FROM announcement_reader reader WHERE reader.post_id = post.id AND reader.person_id <> post.author_id AND reader.has_acknowledged) AS "acknowledgedCount",
           CASE WHEN post.community_id IS NULL THEN (SELECT count(*)::int FROM person WHERE deactivated_at IS NULL AND person.id <> post.author_id)
                ELSE (SELECT count(*)::int FROM membership WHERE membership.community_id = post.community_id AND membership.person_id <> post.author_id) END AS "audienceCount"
       ) figures ON "audienceCount" >= ${smallestAudience} AND (post.author_id = $1 OR CASE WHEN post.community_id IS NULL THEN $3
         ELSE ${isAnimator('post.community_id', '$1')} END)
       WHERE announcement.post_id = ANY($2)`,
      [viewer.personId, postIds, speaksForCompany(viewer)],
    );
    return new Map(rows.map((row) => [row.postId, row]));
  }
}
