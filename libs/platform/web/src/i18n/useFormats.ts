import { computed } from 'vue';

import { i18n } from './i18n.ts';

/** Numbers, dates and names of languages as the reader's language writes them. Call inside a template or a computed. */
export function useFormats() {
  const { t } = i18n.global;
  const locale = computed(() => i18n.global.locale.value);
  const numbers = computed(() => new Intl.NumberFormat(locale.value));
  const months = computed(() => new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const dates = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: 'long' }));
  const moments = computed(() => new Intl.DateTimeFormat(locale.value, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }));
  const languageNames = computed(() => new Intl.DisplayNames(locale.value, { type: 'language' }));
  // 4 January 2021 is a Monday.
  const weekdays = computed(() => new Intl.DateTimeFormat(locale.value, { weekday: 'long', timeZone: 'UTC' }));
  const lists = computed(() => new Intl.ListFormat(locale.value, { type: 'conjunction' }));

  return {
    number: (value: number) => numbers.value.format(value),
    /** "March 2021" of a date without time (2021-03-15). */
    month: (date: string) => months.value.format(new Date(date)),
    date: (instant: string) => dates.value.format(new Date(instant)),
    /** "mardi 3 mars à 18:00", in the reader’s own time. */
    moment: (instant: string) => moments.value.format(new Date(instant)),
    /** "Monday" of 1 (ISO 8601). */
    weekday: (day: number) => weekdays.value.format(new Date(Date.UTC(2021, 0, 3 + day))),
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
