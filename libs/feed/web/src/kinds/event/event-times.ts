import { type DateFormat, ownTimeZone } from '@parvis/platform/web';

interface Times {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  isAllDay: boolean;
}

/** How an event's times are said, by the formats of the reader: in the reader's own zone, and beside it in the event's when the clocks differ there. */
export function eventTimes({ startsAt, endsAt, timeZone, isAllDay }: Times, dates: (options: Intl.DateTimeFormatOptions) => DateFormat, ownZone = ownTimeZone()) {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  // Whole days are the same days everywhere; the end is the moment after the last one.
  if (isAllDay) return { own: dates({ ...day, timeZone }).formatRange(start, new Date(end.getTime() - 1)), there: null };
  const said = (zone: string) => dates({ ...day, hour: 'numeric', minute: '2-digit', timeZone: zone }).formatRange(start, end);
  const [own, there] = [said(ownZone), said(timeZone)];
  return { own, there: own === there ? null : there };
}

/** « Europe/Paris » as people say it. */
export const zoneName = (timeZone: string): string => timeZone.split('/').slice(1).join(', ').replaceAll('_', ' ') || timeZone;
