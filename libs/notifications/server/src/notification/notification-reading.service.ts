import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, maxPageSize, platformErrors, Transactions } from '@parvis/platform/server';
import { notificationErrors } from '../notifications.errors.ts';
import { notificationsChanged } from '../notifications.events.ts';

/** Marks one's own notifications as read. */
@Injectable()
export class NotificationReading {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Those named, or all, that were last changed at `upTo` of the sequence or before: what came while the person looked stays unread. Returns the
   * ids of those that were unread. Others' are left alone without a word. Errors: NOTIFICATIONS_NOT_NAMED (neither given), PAGE_TOO_LARGE, ID_INVALID.
   */
  async markRead(viewer: Viewer, { ids, upTo }: { ids?: readonly string[] | null; upTo?: number | null }): Promise<string[]> {
    if (!ids && (upTo === null || upTo === undefined)) throw notificationErrors.nothingToRead();
    if (ids && ids.length > maxPageSize) throw platformErrors.pageTooLarge(maxPageSize);
    const named = ids?.map((id) => checkedId('ids', id)) ?? null;
    return this.transactions.run(async (tx) => {
      const [sequence]: { last: string }[] = await tx.manager.query(`SELECT last FROM notification_sequence WHERE person_id = $1 FOR UPDATE`, [viewer.personId]);
      if (!sequence) return [];
      const read: { id: string }[] = await tx.manager.query(
        `WITH unread AS (
           SELECT id, row_number() OVER (ORDER BY place) AS turn FROM notification
           WHERE recipient_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::bigint IS NULL OR seq <= $3)
         ), marked AS (
           UPDATE notification SET read_at = now(), seq = $4 + unread.turn FROM unread WHERE notification.id = unread.id RETURNING notification.id
         ) SELECT id FROM marked`,
        [viewer.personId, named, upTo ?? null, sequence.last],
      );
      if (read.length === 0) return [];
      await tx.manager.query(`UPDATE notification_sequence SET last = last + $2 WHERE person_id = $1`, [viewer.personId, read.length]);
      tx.emit(notificationsChanged({ personIds: [viewer.personId] }));
      return read.map(({ id }) => id);
    });
  }
}
