import { Injectable } from '@nestjs/common';
import type { PersonEntity, Viewer } from '@parvis/identity/server';
import { connection, type Connection, type CountedConnection, decodeCursor, encodeCursor, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { NamedPeopleQuery } from '../kind/named-people.query.ts';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';
import type { EventAnswer } from './event-reply.entity.ts';
import type { Span } from './event-time.ts';

export interface EventView extends Span {
  postId: string;
  place: string | null;
  link: string | null;
  seatLimit: number | null;
  attendingCount: number;
  maybeCount: number;
  waitingCount: number;
  viewerReply: { answer: EventAnswer; isWaiting: boolean; reminders: number[] } | null;
}

export interface EventFilter {
  /** Over already, the newest first; otherwise those to come and those going on, the next first. */
  isPast: boolean;
  /** Only those that the viewer comes to (perhaps, or waits for), or wrote. */
  isMine: boolean;
  communityId: string | null;
  /** Only those that end after, and that start before. */
  from: Date | null;
  to: Date | null;
}

/** What a calendar holds of an event. */
export interface CalendarEntry extends Span {
  postId: string;
  title: string;
  text: string;
  place: string | null;
  link: string | null;
  sequence: number;
  changedAt: Date;
  answer: EventAnswer | null;
}

const mostCalendarEntries = 500;

/** Reads events, all through the rule of posts. */
@Injectable()
export class EventQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
    private readonly people: NamedPeopleQuery,
  ) {}

  /** Of posts that the caller has let the viewer see. */
  async ofPosts(viewer: Viewer, postIds: readonly string[]): Promise<Map<string, EventView>> {
    const rows: EventView[] = await this.dataSource.query(
      `SELECT event.post_id AS "postId", event.starts_at AS "startsAt", event.ends_at AS "endsAt", event.time_zone AS "timeZone", event.is_all_day AS "isAllDay",
         event.place, event.link, event.seat_limit AS "seatLimit", counts.*,
         (SELECT jsonb_build_object('answer', own.answer, 'isWaiting', own.is_waiting, 'reminders', own.reminders)
          FROM event_reply own WHERE own.post_id = event.post_id AND own.person_id = $1) AS "viewerReply"
       FROM event CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE answer = 'attending' AND NOT is_waiting)::int AS "attendingCount",
           count(*) FILTER (WHERE answer = 'maybe')::int AS "maybeCount", count(*) FILTER (WHERE is_waiting)::int AS "waitingCount"
         FROM event_reply reply WHERE reply.post_id = event.post_id
       ) counts WHERE event.post_id = ANY($2)`,
      [viewer.personId, postIds],
    );
    return new Map(rows.map((row) => [row.postId, row]));
  }

  async list(viewer: Viewer, { isPast, isMine, communityId, from, to }: EventFilter, page: PageRequest): Promise<Connection<PostEntity>> {
    const [afterMs, afterId] = page.after ? decodeCursor(page.after, ['position', 'id']) : [null, null];
    const [before, order] = isPast ? ['<', 'DESC'] : ['>', 'ASC'];
    const rows: { id: string; startsAt: Date }[] = await this.dataSource.query(
      `SELECT post.id, event.starts_at AS "startsAt" FROM event JOIN post ON post.id = event.post_id
       WHERE ${postVisibleTo('post', '$1')} AND event.ends_at ${isPast ? '<=' : '>'} now()
         AND (NOT $2 OR post.author_id = $1 OR EXISTS (SELECT 1 FROM event_reply own WHERE own.post_id = post.id AND own.person_id = $1 AND own.answer <> 'declined'))
         AND ($3::uuid IS NULL OR post.community_id = $3) AND ($4::timestamptz IS NULL OR event.ends_at > $4) AND ($5::timestamptz IS NULL OR event.starts_at < $5)
         AND ($6::timestamptz IS NULL OR (event.starts_at, event.post_id) ${before} ($6, $7::uuid))
       ORDER BY event.starts_at ${order}, event.post_id ${order} LIMIT $8`,
      [viewer.personId, isMine, communityId, from, to, afterMs === null ? null : new Date(afterMs), afterId, page.first + 1],
    );
    const found = await this.posts.byIds(viewer, rows.map(({ id }) => id));
    const pages = connection(rows, page, ({ startsAt, id }) => encodeCursor(startsAt.getTime(), id));
    return { pageInfo: pages.pageInfo, edges: pages.edges.flatMap(({ cursor, node }) => (found.has(node.id) ? { cursor, node: found.get(node.id) as PostEntity } : [])) };
  }

  /** Who comes, in the order of the directory. */
  attendees(viewer: Viewer, postId: string, page: PageRequest): Promise<CountedConnection<PersonEntity>> {
    const condition = `EXISTS (SELECT 1 FROM event_reply reply WHERE reply.post_id = :postId AND reply.person_id = person.id AND reply.answer = 'attending' AND NOT reply.is_waiting)`;
    return this.people.page(viewer, { condition, parameters: { postId } }, page);
  }

  /** One event for a calendar; null when missing or out of sight. */
  async calendarEntry(viewer: Viewer, postId: string): Promise<CalendarEntry | null> {
    return (await this.calendar(viewer, 'post.id = $2', postId))[0] ?? null;
  }

  /** What the viewer comes to, or comes to perhaps, from 30 days ago on; 500 at most. */
  ownCalendar(viewer: Viewer): Promise<CalendarEntry[]> {
    return this.calendar(viewer, `own.answer <> 'declined' AND NOT own.is_waiting AND event.ends_at > now() - $2::interval`, '30 days');
  }

  private calendar(viewer: Viewer, condition: string, parameter: string): Promise<CalendarEntry[]> {
    return this.dataSource.query(
      `SELECT post.id AS "postId", post.title, post.text, event.starts_at AS "startsAt", event.ends_at AS "endsAt", event.time_zone AS "timeZone", event.is_all_day AS "isAllDay",
         event.place, event.link, event.sequence, coalesce(post.edited_at, post.created_at) AS "changedAt", own.answer
       FROM event JOIN post ON post.id = event.post_id LEFT JOIN event_reply own ON own.post_id = event.post_id AND own.person_id = $1
       WHERE ${postVisibleTo('post', '$1')} AND ${condition} ORDER BY event.starts_at, post.id LIMIT ${mostCalendarEntries}`,
      [viewer.personId, parameter],
    );
  }
}
