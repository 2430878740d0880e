import { CalendarDays } from '@lucide/vue';
import { ownTimeZone } from '@parvis/platform/web';
import { defineAsyncComponent } from 'vue';

import type { KindLook } from '../kind-look.ts';
import EventCard from './EventCard.vue';

/** What the form of an event fills in: times by the clock of its zone, as fields of the browser hold them. */
export interface EventPart {
  starts: string;
  ends: string;
  timeZone: string;
  isAllDay: boolean;
  place: string;
  link: string;
  /** Empty: as many as come. */
  seatLimit: string;
}

const dayOf = (moment: string) => moment.slice(0, 10);

/** Something to come to. */
export const eventLook: KindLook<EventPart> = {
  kind: 'EVENT',
  icon: CalendarDays,
  hasTitle: true,
  part: 'event',
  emptyPart: () => ({ starts: '', ends: '', timeZone: ownTimeZone(), isAllDay: false, place: '', link: '', seatLimit: '' }),
  partOf: ({ event }) => ({
    starts: event?.starts ?? '',
    ends: event?.ends ?? '',
    timeZone: event?.timeZone ?? ownTimeZone(),
    isAllDay: event?.isAllDay ?? false,
    place: event?.place ?? '',
    link: event?.link ?? '',
    seatLimit: event?.seatLimit == null ? '' : String(event.seatLimit),
  }),
  isReady: ({ starts, ends }) => starts !== '' && ends !== '',
  input: ({ starts, ends, timeZone, isAllDay, place, link, seatLimit }) => ({
    starts: isAllDay ? dayOf(starts) : starts,
    ends: isAllDay ? dayOf(ends) : ends,
    timeZone,
    isAllDay,
    place: place || null,
    link: link || null,
    seatLimit: seatLimit ? Number(seatLimit) : null,
  }),
  form: defineAsyncComponent(() => import('./EventForm.vue')),
  card: EventCard,
  mark: () => ({ key: 'feed.kinds.EVENT.name', tone: 'neutral' }),
  isOfferedTo: () => true,
};
