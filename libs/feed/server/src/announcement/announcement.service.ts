import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { postVisibleTo } from '../post/post.access.ts';

/** Counts who has read an announcement, each once. */
@Injectable()
export class AnnouncementService {
  constructor(private readonly transactions: Transactions) {}

  /** The viewer has it before their eyes or, `acknowledged`, says that they have read it, which stays said. Tells nobody. Errors: ID_INVALID, POST_NOT_FOUND. */
  async read(viewer: Viewer, { postId, acknowledged }: { postId: string; acknowledged: boolean }): Promise<string> {
    const id = checkedId('postId', postId);
    await this.transactions.run(async ({ manager }) => {
      const marked: unknown[] = await manager.query(
        `INSERT INTO announcement_reader (post_id, person_id, has_acknowledged)
         SELECT announcement.post_id, $1, $3 FROM announcement JOIN post ON post.id = announcement.post_id WHERE post.id = $2 AND ${postVisibleTo('post', '$1')}
         ON CONFLICT (post_id, person_id) DO UPDATE SET has_acknowledged = announcement_reader.has_acknowledged OR excluded.has_acknowledged RETURNING 1`,
        [viewer.personId, id, acknowledged],
      );
      if (marked.length === 0) throw feedErrors.postNotFound();
    });
    return id;
  }
}
