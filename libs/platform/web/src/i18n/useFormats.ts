import { computed } from 'vue';

import { dateFormat } from './date-format.ts';
import { i18n, type Language } from './i18n.ts';
import { regionOf } from './region.ts';
import { relativeTime } from './relative-time.ts';

/** Numbers, dates and names of languages as the reader's language and region write them. Call inside a template or a computed. */
export function useFormats() {
  const { t } = i18n.global;
  const region = computed(() => regionOf(i18n.global.locale.value as Language));
  const numbers = computed(() => new Intl.NumberFormat(region.value));
  const languageNames = computed(() => new Intl.DisplayNames(region.value, { type: 'language' }));
  const lists = computed(() => new Intl.ListFormat(region.value, { type: 'conjunction' }));
  const dates = (options: Intl.DateTimeFormatOptions) => dateFormat(region.value, options);

  return {
    number: (value: number) => numbers.value.format(value),
    /** "4.50" of 4.5 and 2: figures that stand below each other. */
    decimal: (value: number, digits: number) => new Intl.NumberFormat(region.value, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    /** "32%" of 0.32. */
    percent: (share: number) => new Intl.NumberFormat(region.value, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    /** "3.2 MB" of 3.2 and `megabyte`. */
    measure: (value: number, unit: string, maximumFractionDigits: number) =>
      new Intl.NumberFormat(region.value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value),
    /** Dates written in a way of one's own. */
    dates,
    /** "March 2021" of a date without time (2021-03-15). */
    month: (date: string) => dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date)),
    /** "3 mars 2026" of a date without time (2026-03-03), wherever the reader is. */
    day: (date: string) => dates({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
    date: (instant: string) => dates({ dateStyle: 'long' }).format(new Date(instant)),
    /** "mardi 3 mars à 18:00", in the reader’s own time. */
    moment: (instant: string) => dates({ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(instant)),
    /** "Monday" of 1 (ISO 8601): 4 January 2021 is one. */
    weekday: (day: number, form: 'long' | 'narrow' = 'long') => dates({ weekday: form, timeZone: 'UTC' }).format(Date.UTC(2021, 0, 3 + day)),
    /** "3 hours ago" of an instant, as it stands at `now`. */
    relative: (instant: string, now: Date) => relativeTime(new Date(instant), now, region.value),
    /** "anglais" of `en`; a code that Intl does not know stays as it is. */
    languageName: (code: string) => {
      try {
        return languageNames.value.of(code) ?? code;
      } catch {
        return code;
      }
    },
    list: (words: readonly string[]) => lists.value.format(words),
    /** A sentence with a count in it: `{count}` is the number as written, the plural form is chosen by it. */
    counted: (key: string, count: number, words: Record<string, unknown> = {}) =>
      t(key, { ...words, count: numbers.value.format(count) }, count),
  };
}
