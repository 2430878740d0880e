import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { comingInstant, flag, group, listOf, requiredText, text } from './field-rules.ts';

/** What only one kind of post has, as a line of the history tells it. */

const fewestOptions = 2;
const mostOptions = 10;
const mostSeats = 100_000;
const longestEventDays = 31;

export const pollPart = group({
  options: listOf(requiredText(120).trim(), mostOptions)
    .min(fewestOptions, `has fewer than ${fewestOptions} entries`)
    .refine((labels) => new Set(labels).size === labels.length, 'has the same entry twice'),
  multiple: flag.nullish(),
  anonymous: flag.nullish(),
  closesAt: comingInstant.nullish(),
});

const timeZone = text(60).refine((name) => IANAZone.isValidZone(name), 'is not a name of the IANA time zone database');
const isSecure = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';
const seats = z.int({ error: 'is not a whole number' }).min(1, 'is less than 1').max(mostSeats, `is more than ${mostSeats.toLocaleString('en')}`);

export const eventPart = group({
  startsAt: comingInstant,
  endsAt: comingInstant,
  timeZone: timeZone.nullish(),
  allDay: flag.nullish(),
  place: text(200).nullish(),
  link: text(2_000).refine(isSecure, 'is not an https address').nullish(),
  seats: seats.nullish(),
}).superRefine(({ startsAt, endsAt, timeZone: zone, allDay }, context) => {
  const [starts, ends] = [startsAt, endsAt].map((instant) => DateTime.fromISO(instant, { zone: zone ?? 'UTC' })) as [DateTime, DateTime];
  const refuse = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message });
  if (ends <= starts) return refuse('endsAt', 'is not after startsAt');
  if (ends > starts.plus({ days: longestEventDays })) return refuse('endsAt', `is more than ${longestEventDays} days after startsAt`);
  const isMidnight = (time: DateTime): boolean => time.equals(time.startOf('day'));
  if (allDay && !isMidnight(starts)) return refuse('startsAt', 'is not the first moment of a day in its time zone');
  if (allDay && !isMidnight(ends)) refuse('endsAt', 'is not the first moment of a day in its time zone');
});

export const announcementPart = group({ asksAcknowledgement: flag.nullish() });

interface Parted {
  kind: string;
  title?: string | null | undefined;
  poll?: object | null | undefined;
  event?: object | null | undefined;
  announcement?: object | null | undefined;
}

/** A post has the part of its kind and no other; what has a part has a title. */
export function checkParts(post: Parted, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message });
  for (const part of ['poll', 'event'] as const) if (post.kind === part && !post[part]) return refuse(part, 'is missing');
  for (const part of ['poll', 'event', 'announcement'] as const) {
    if (!post[part] && post.kind !== part) continue;
    if (post.kind !== part) return refuse('kind', `has no ${part}`);
    if (!post.title?.trim()) return refuse('title', 'is missing');
  }
}
