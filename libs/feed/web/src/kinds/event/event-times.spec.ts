import { dateFormat } from '@parvis/platform/web';
import { describe, expect, it } from 'vitest';

import { eventTimes, zoneName } from './event-times.ts';

const inBritain = (options: Intl.DateTimeFormatOptions) => dateFormat('en-GB', options);
const meeting = { startsAt: '2026-07-15T12:00:00Z', endsAt: '2026-07-15T13:30:00Z', timeZone: 'Europe/Paris', isAllDay: false };

/** Whether a comma follows the weekday depends on the version of ICU. */
const said = (times: string) => expect.stringMatching(new RegExp(`^Wednesday,? 15 July 2026${times}$`)) as string;

describe('the times of an event', () => {
  it('are said in the zone of the reader, with those of the event beside when they differ', () => {
    expect(eventTimes(meeting, inBritain, 'Europe/Paris')).toEqual({ own: said(', 14:00.15:30'), there: null });
    expect(eventTimes(meeting, inBritain, 'Europe/Madrid').there).toBeNull();
    expect(eventTimes(meeting, inBritain, 'Europe/London')).toEqual({ own: said(', 13:00.14:30'), there: said(', 14:00.15:30') });
  });

  it('are the same days everywhere when it takes whole days', () => {
    const days = { startsAt: '2026-07-14T22:00:00Z', endsAt: '2026-07-15T22:00:00Z', timeZone: 'Europe/Paris', isAllDay: true };
    expect(eventTimes(days, inBritain, 'America/New_York')).toEqual({ own: said(''), there: null });
  });

  it('name zones as people do', () => {
    expect([zoneName('America/New_York'), zoneName('America/Argentina/Salta'), zoneName('UTC')]).toEqual(['New York', 'Argentina, Salta', 'UTC']);
  });
});
