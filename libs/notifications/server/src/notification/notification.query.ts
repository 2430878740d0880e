import { Injectable } from '@nestjs/common';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { NotificationSubjects } from '../subject/notification-subjects.ts';
import { NotificationEntity } from './notification.entity.ts';
import { NotificationSequenceEntity } from './notification-sequence.entity.ts';

/** More than this many are not counted: « 99+ » says enough. */
export const maxCounted = 100;

/** Reads a person's own notifications, all through `of`: what they may see no more is gone from lists and counts. */
@Injectable()
export class NotificationQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: NotificationSubjects,
  ) {}

  /** The person's, of things that they may see now. */
  of(personId: string): SelectQueryBuilder<NotificationEntity> {
    return this.dataSource
      .createQueryBuilder(NotificationEntity, 'notification')
      .where('notification.recipient_id = :personId', { personId })
      .andWhere(this.subjects.visibleTo('notification.subject_type', 'notification.subject_id', ':personId'));
  }

  /** The latest first. What is held is there too: whoever looks may see. */
  async list(personId: string, { unreadOnly }: { unreadOnly: boolean }, page: PageRequest): Promise<Connection<NotificationEntity>> {
    const listed = this.of(personId);
    if (unreadOnly) listed.andWhere('notification.read_at IS NULL');
    if (page.after) listed.andWhere('notification.place < :before', { before: decodeCursor(page.after, ['position'])[0] });
    const rows = await listed.orderBy('notification.place', 'DESC').limit(page.first + 1).getMany();
    return connection(rows, page, ({ place }) => encodeCursor(place));
  }

  /** What has not been read and is not held, a hundred at most. */
  async unreadCount(personId: string): Promise<number> {
    const unread = this.of(personId)
      .andWhere('notification.read_at IS NULL AND (notification.held_until IS NULL OR notification.held_until <= now())')
      .select('1')
      .limit(maxCounted);
    const [row]: [{ count: number }] = await this.dataSource.query(...countOf(unread));
    return row.count;
  }

  /** What has changed after a number of the sequence, oldest change first, and where that leads. */
  async since(personId: string, seq: number, limit: number): Promise<{ notifications: NotificationEntity[]; lastSeq: number; hasMore: boolean }> {
    const rows = await this.of(personId).andWhere('notification.seq > :seq', { seq }).orderBy('notification.seq').limit(limit + 1).getMany();
    const notifications = rows.slice(0, limit);
    return { notifications, lastSeq: notifications.at(-1)?.seq ?? seq, hasMore: rows.length > limit };
  }

  async lastSeq(personId: string): Promise<number> {
    return (await this.dataSource.manager.findOneBy(NotificationSequenceEntity, { personId }))?.last ?? 0;
  }
}

function countOf(rows: SelectQueryBuilder<NotificationEntity>): [string, unknown[]] {
  const [sql, parameters] = rows.getQueryAndParameters();
  return [`SELECT count(*)::int AS count FROM (${sql}) AS unread`, parameters];
}
