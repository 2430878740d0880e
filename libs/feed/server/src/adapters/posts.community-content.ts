import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityContents, type CommunityContent } from '@parvis/communities/server';
import type { Transaction } from '@parvis/platform/server';

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
    await tx.manager.query('UPDATE post SET community_id = $2 WHERE community_id = $1', [from, into]);
    await tx.manager.query('UPDATE scheduled_post SET community_id = $2 WHERE community_id = $1', [from, into]);
    // Muted was the community that is no more, not the one that its posts are in now.
    await tx.manager.query('DELETE FROM mute WHERE community_id = $1', [from]);
  }
}
