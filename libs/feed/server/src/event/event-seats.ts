import type { Transaction } from '@parvis/platform/server';
import { eventSeatFreed } from './event.events.ts';

interface Seats {
  postId: string;
  seatLimit: number | null;
}

/** How many seats are left, the event being locked. */
export async function freeSeats({ manager }: Transaction, { postId, seatLimit }: Seats): Promise<number> {
  if (seatLimit === null) return Infinity;
  const [taken]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM event_reply WHERE post_id = $1 AND answer = 'attending' AND NOT is_waiting`,
    [postId],
  );
  return Math.max(0, seatLimit - (taken?.count ?? 0));
}

/** Gives the seats that are left to those who have waited longest, the event being locked, and tells them. */
export async function seatThoseWhoWait(tx: Transaction, seats: Seats): Promise<void> {
  const free = await freeSeats(tx, seats);
  const [seated]: [{ personId: string }[], number] = await tx.manager.query(
    `UPDATE event_reply SET is_waiting = false FROM (
       SELECT person_id FROM event_reply WHERE post_id = $1 AND is_waiting ORDER BY answered_at, person_id LIMIT $2
     ) next WHERE event_reply.post_id = $1 AND event_reply.person_id = next.person_id RETURNING event_reply.person_id AS "personId"`,
    [seats.postId, free === Infinity ? null : free],
  );
  for (const { personId } of seated) tx.emit(eventSeatFreed({ postId: seats.postId, personId }));
}
