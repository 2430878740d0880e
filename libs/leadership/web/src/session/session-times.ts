import { type AmaState, useFormats } from '@parvis/platform/web';

interface Times {
  opensAt: string;
  startsAt: string;
  endsAt: string;
}

/** Times as the reader's language writes them, in the reader's own zone, which is named. */
export function useSessionTimes() {
  const { dates, moment } = useFormats();
  const named = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return {
    /** "jeudi 5 mars, 14:00 – 15:00 UTC+1". */
    range: ({ startsAt, endsAt }: Pick<Times, 'startsAt' | 'endsAt'>) => dates(named).formatRange(new Date(startsAt), new Date(endsAt)),
    instant: moment,
  };
}

/** The state that the clock of this machine says: when it moves on, the server is asked. */
export function stateByClock({ opensAt, startsAt, endsAt }: Times, now: Date): AmaState {
  if (now < new Date(opensAt)) return 'ANNOUNCED';
  if (now < new Date(startsAt)) return 'COLLECTING';
  return now < new Date(endsAt) ? 'LIVE' : 'OVER';
}
