import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EventAnswer } from './event-reply.entity.ts';

export const EventAnswerEnum = { ATTENDING: 'attending', MAYBE: 'maybe', DECLINED: 'declined' } as const satisfies Record<string, EventAnswer>;

registerEnumType(EventAnswerEnum, {
  name: 'EventAnswer',
  description: 'Whether somebody comes to an event.',
  valuesMap: { ATTENDING: { description: 'Comes.' }, MAYBE: { description: 'Comes perhaps.' }, DECLINED: { description: 'Does not come.' } },
});

@ObjectType('EventReply', { description: 'What the viewer answered to an event.' })
export class EventReplyType {
  @Field(() => EventAnswerEnum, { description: 'Whether they come.' })
  answer!: EventAnswer;

  @Field({ description: 'Wants to attend, and waits for a seat.' })
  isWaiting!: boolean;

  @Field(() => [Int], { description: 'When they are reminded, in minutes before.' })
  reminders!: number[];
}

@ObjectType('Event', { description: 'What only an event has.' })
export class EventType {
  @Field(() => ID, { description: 'The post’s UUID.' })
  postId!: string;

  @Field({ description: 'For whole days, the first moment of the first one in the event’s zone.' })
  startsAt!: Date;

  @Field({ description: 'For whole days, the first moment of the day after the last one.' })
  endsAt!: Date;

  @Field({ description: 'A name of the IANA time zone database.' })
  timeZone!: string;

  @Field({ description: 'Takes whole days.' })
  isAllDay!: boolean;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is followed from afar; https.' })
  link!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many may attend; null: as many as come.' })
  seatLimit!: number | null;

  @Field(() => Int, { description: 'How many come.' })
  attendingCount!: number;

  @Field(() => Int, { description: 'How many come perhaps.' })
  maybeCount!: number;

  @Field(() => Int, { description: 'How many wait for a seat.' })
  waitingCount!: number;

  @Field(() => EventReplyType, { nullable: true, description: 'What the viewer answered; null: nothing yet.' })
  viewerReply!: EventReplyType | null;
}

@ObjectType('FormerEvent', { description: 'When and where an event was to be before an edit.' })
export class FormerEventType {
  @Field({ description: 'As in Event.' })
  startsAt!: Date;

  @Field({ description: 'As in Event.' })
  endsAt!: Date;

  @Field({ description: 'As in Event.' })
  timeZone!: string;

  @Field({ description: 'As in Event.' })
  isAllDay!: boolean;

  @Field(() => String, { nullable: true, description: 'As in Event.' })
  place!: string | null;
}

@InputType({ description: 'What only an event has; in a change, all of it is given anew.' })
export class EventInput {
  @Field({ description: 'By the clock of the zone: 2026-06-01T14:00, or 2026-06-01 for whole days. Errors: EVENT_TIME_INVALID, TIME_PAST.' })
  starts!: string;

  @Field({ description: 'The same, at most 31 days later; for whole days, the last one. Errors: EVENT_TIME_INVALID, EVENT_ENDS_BEFORE, EVENT_TOO_LONG.' })
  ends!: string;

  @Field({ description: 'A name of the IANA time zone database, such as Europe/Paris. Errors: TIME_ZONE_UNKNOWN.' })
  timeZone!: string;

  @Field({ description: 'Takes whole days.' })
  isAllDay!: boolean;

  @Field(() => String, { nullable: true, description: 'Where; at most 200 characters. Errors: TEXT_TOO_LONG.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is followed from afar: an https address. Errors: EVENT_LINK_INVALID.' })
  link?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many may attend, 1 to 100,000; those who come later wait. Nobody loses a seat when it is lowered. Errors: EVENT_SEATS_INVALID.' })
  seatLimit?: number | null;
}
