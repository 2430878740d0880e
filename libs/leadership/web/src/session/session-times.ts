import type { AmaState } from '@parvis/platform/web';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

interface Times {
  opensAt: string;
  startsAt: string;
  endsAt: string;
}

/** Times as the reader's language writes them, in the reader's own zone, which is named. */
export function useSessionTimes() {
  const { locale } = useI18n();
  const moment = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  const whole = computed(() => new Intl.DateTimeFormat(locale.value, { ...moment, timeZoneName: 'short' }));
  const plain = computed(() => new Intl.DateTimeFormat(locale.value, moment));
  return {
    /** "jeudi 5 mars, 14:00 – 15:00 UTC+1". */
    range: ({ startsAt, endsAt }: Pick<Times, 'startsAt' | 'endsAt'>) => whole.value.formatRange(new Date(startsAt), new Date(endsAt)),
    instant: (at: string) => plain.value.format(new Date(at)),
  };
}

/** The state that the clock of this machine says: when it moves on, the server is asked. */
export function stateByClock({ opensAt, startsAt, endsAt }: Times, now: Date): AmaState {
  if (now < new Date(opensAt)) return 'ANNOUNCED';
  if (now < new Date(startsAt)) return 'COLLECTING';
  return now < new Date(endsAt) ? 'LIVE' : 'OVER';
}
