import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityContents, type CommunityContent } from '@parvis/communities/server';
import type { Transaction } from '@parvis/platform/server';
import { pinsTurn } from '../pin/pin.access.ts';
import { mostPins } from '../pin/pin.service.ts';

/** Posts are what communities hold: counted before they are disclosed, moved when two communities become one. */
@Injectable()
export class PostsInCommunities implements CommunityContent, OnModuleInit {
  readonly kind = 'post';

  constructor(private readonly contents: CommunityContents) {}

  onModuleInit(): void {
    this.contents.register(this);
  }

  countIn(communityId: string): string {
    return `SELECT count(*) FROM post held WHERE held.community_id = ${communityId} AND held.deleted_at IS NULL`;
  }

  latestIn(communityId: string): string {
    return `SELECT held.created_at FROM post held WHERE held.community_id = ${communityId} AND held.deleted_at IS NULL ORDER BY held.id DESC LIMIT 1`;
  }

  /** Deleted ones too: they keep their row, and it must point somewhere. */
  async move(tx: Transaction, { from, into }: { from: string; into: string }): Promise<void> {
    await this.unpinWithoutRoom(tx, from, into);
    await tx.manager.query('UPDATE post SET community_id = $2 WHERE community_id = $1', [from, into]);
    await tx.manager.query('UPDATE scheduled_post SET community_id = $2 WHERE community_id = $1', [from, into]);
    // Muted was the community that is no more, not the one that its posts are in now.
    await tx.manager.query('DELETE FROM mute WHERE community_id = $1', [from]);
  }

  /** What is on top of the receiving community stays there; of the other's, the last pinned ones as long as there is room. */
  private async unpinWithoutRoom(tx: Transaction, from: string, into: string): Promise<void> {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [pinsTurn(into)]);
    await tx.manager.query(
      `UPDATE post SET pinned_at = NULL, pinned_until = NULL WHERE id IN (
         SELECT id FROM post WHERE community_id IN ($1, $2) AND pinned_at IS NOT NULL AND deleted_at IS NULL AND kind <> 'announcement'
         ORDER BY community_id = $2 DESC, pinned_at DESC, id OFFSET ${mostPins}
       )`,
      [from, into],
    );
  }
}
