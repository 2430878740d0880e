import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarEntry } from './event.query.ts';

/**
 * An iCalendar file (RFC 5545). Times are in UTC, which every calendar shows in its reader's own zone without a table of zones; whole days are
 * dates, which belong to no zone. UIDs stay and SEQUENCE grows, so importing it again changes the entry instead of adding one.
 */
export function calendarOf(entries: readonly CalendarEntry[], publicUrl: string): string {
  const calendar = ical({ prodId: { company: 'Parvis', product: 'Parvis' }, method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.postId}@parvis`,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: entry.isAllDay ? dateOf(entry.startsAt, entry.timeZone) : entry.startsAt,
      end: entry.isAllDay ? dateOf(entry.endsAt, entry.timeZone) : entry.endsAt,
      allDay: entry.isAllDay,
      summary: entry.title,
      description: [entry.text, entry.link].filter(Boolean).join('\n\n'),
      location: entry.place ?? entry.link,
      url: `${publicUrl}/posts/${entry.postId}`,
      status: entry.answer === 'maybe' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** The day in the event's zone, as midnight UTC: that is where the generator reads a date. */
const dateOf = (instant: Date, zone: string): Date => DateTime.fromJSDate(instant, { zone }).setZone('utc', { keepLocalTime: true }).toJSDate();
