import { useFormats } from '@parvis/platform/web';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useI18n } from 'vue-i18n';

/** "Monday, Tuesday and Thursday · Paris time": what somebody said of when they work; empty when they said nothing. */
export function useWorkingTime(person: MaybeRefOrGetter<{ workingDays: number[] | null; timeZone: string | null }>) {
  const { t } = useI18n();
  const { weekday, list } = useFormats();
  return computed(() => {
    const { workingDays, timeZone } = toValue(person);
    const days = workingDays && list(workingDays.map((day) => weekday(day)));
    const zone = timeZone && t('people.workingTime.by', { place: timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone });
    return [days && days.charAt(0).toUpperCase() + days.slice(1), zone].filter(Boolean).join(' · ');
  });
}
