import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limited, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { PostKinds, type CheckedPart, type PostKindRules } from '../kind/post-kind.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { EventEntity } from './event.entity.ts';
import { eventMoved } from './event.events.ts';
import { EventReminders } from './event-reminders.ts';
import { seatThoseWhoWait } from './event-seats.ts';
import { spanOf } from './event-time.ts';
import type { EventInput } from './event.type.ts';

const longestPlace = 200;
const longestLink = 2_000;
const mostSeats = 100_000;

type Details = Pick<EventEntity, 'startsAt' | 'endsAt' | 'timeZone' | 'isAllDay' | 'place' | 'link' | 'seatLimit'>;

/** Something to come to, at a time and a place. */
@Injectable()
export class EventKind implements PostKindRules<EventInput>, OnModuleInit {
  readonly kind = 'event';
  readonly hasTitle = true;
  readonly part = 'event';

  constructor(
    private readonly kinds: PostKinds,
    private readonly reminders: EventReminders,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  check(part: EventInput): CheckedPart {
    const details = checked(part);
    if (details.endsAt <= new Date()) throw feedErrors.timePast('starts');
    return {
      words: wordsOf(details),
      save: async (tx, { id: postId }) => {
        await tx.manager.insert(EventEntity, { postId, ...details });
        await this.reminders.plan(tx, await tx.manager.findOneByOrFail(EventEntity, { postId }));
      },
    };
  }

  async revise(tx: Transaction, { id: postId, authorId }: PostEntity, part: EventInput | null): Promise<string[]> {
    const event = await tx.manager.findOneOrFail(EventEntity, { where: { postId }, lock: { mode: 'pessimistic_write' } });
    if (!part) return wordsOf(event);
    const details = checked(part);
    const isOtherTime = details.startsAt.getTime() !== event.startsAt.getTime() || details.endsAt.getTime() !== event.endsAt.getTime();
    if (isOtherTime && details.endsAt <= new Date()) throw feedErrors.timePast('starts');
    const isMoved = isOtherTime || details.place !== event.place || details.link !== event.link || details.timeZone !== event.timeZone;
    Object.assign(event, details, isMoved && { sequence: event.sequence + 1 }, isOtherTime && { reminded: [] });
    await tx.manager.save(event);
    if (isOtherTime) await this.reminders.plan(tx, event);
    if (isMoved) tx.emit(eventMoved({ postId, authorId }));
    await seatThoseWhoWait(tx, event);
    return wordsOf(details);
  }

  async former(tx: Transaction, { id: postId }: PostEntity): Promise<object> {
    const { startsAt, endsAt, timeZone, isAllDay, place } = await tx.manager.findOneByOrFail(EventEntity, { postId });
    return { startsAt, endsAt, timeZone, isAllDay, place };
  }
}

const wordsOf = ({ place }: Pick<Details, 'place'>): string[] => (place ? [place] : []);

function checked(part: EventInput): Details {
  const seatLimit = part.seatLimit ?? null;
  if (seatLimit !== null && (seatLimit < 1 || seatLimit > mostSeats)) throw feedErrors.eventSeatsInvalid(mostSeats);
  return { ...spanOf(part), place: limited('place', part.place ?? '', longestPlace) || null, link: checkedLink(part.link), seatLimit };
}

function checkedLink(link: string | null | undefined): string | null {
  const address = limited('link', link ?? '', longestLink);
  if (!address) return null;
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:') throw feedErrors.eventLinkInvalid();
  return address;
}
