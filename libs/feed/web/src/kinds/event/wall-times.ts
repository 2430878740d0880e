import type { EventPart } from './event.look.ts';

type Times = Pick<EventPart, 'starts' | 'ends' | 'isAllDay'>;

const usualHour = '09:00';
const minutesOf = (moment: string) => Date.parse(`${moment}Z`) / 60_000;
const momentOf = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 16);

/** Times by the clock of a place are reckoned as they are written, without regard to any zone. Moving the start moves the end along; the first start gives an end an hour later. */
export function withStart({ starts, ends, isAllDay }: Times, start: string): Pick<Times, 'starts' | 'ends'> {
  if (!start) return { starts: start, ends };
  const length = starts && ends ? minutesOf(full(ends)) - minutesOf(full(starts)) : isAllDay ? 0 : 60;
  const end = momentOf(minutesOf(full(start)) + Math.max(0, length));
  return { starts: start, ends: isAllDay ? end.slice(0, 10) : end };
}

/** The same days, with or without hours. */
export function withWholeDays({ starts, ends }: Times, isAllDay: boolean): Times {
  const form = (moment: string, hour: string) => (!moment ? '' : isAllDay ? moment.slice(0, 10) : full(moment, hour));
  return { starts: form(starts, usualHour), ends: form(ends, '10:00'), isAllDay };
}

const full = (moment: string, hour = usualHour) => (moment.length === 10 ? `${moment}T${hour}` : moment);
