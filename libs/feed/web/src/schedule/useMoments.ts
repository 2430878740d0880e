import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

/** « lundi 23 novembre à 09:00 », in the language and by the clock of the person. */
export function useMoments() {
  const { locale } = useI18n();
  const format = computed(() => new Intl.DateTimeFormat(locale.value, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }));
  return { moment: (instant: string): string => format.value.format(new Date(instant)) };
}
