import { useDebounced } from '@parvis/platform/ui';
import { errorSentence } from '@parvis/platform/web';
import { useQuery } from '@urql/vue';
import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { QuickSearchDocument } from '../components/SearchBox.generated.ts';
import { hitKind } from '../hit-kinds.ts';
import { useFurtherOffers } from './useFurtherOffers.ts';

/** The few best hits for what stands in the search box, and what else it may mean, once the typing pauses. */
export function useQuickSearch(typed: Ref<string>) {
  const { t } = useI18n();
  const settled = useDebounced(typed, typed.value, 200);
  const text = computed(() => settled.value.trim());
  const isEnough = computed(() => text.value.length >= 2 && typed.value.trim().length >= 2);

  const { data, error, fetching } = useQuery({
    query: QuickSearchDocument,
    variables: computed(() => ({ text: text.value })),
    pause: computed(() => !isEnough.value),
  });
  const hits = computed(() => (isEnough.value ? (data.value?.search.groups ?? []).flatMap((group) => (hitKind(group.kind) ? group.hits : [])) : []));
  const offers = useFurtherOffers(computed(() => (isEnough.value ? text.value : '')));
  const further = computed(() => (isEnough.value ? offers.value : []));
  const isAnswered = computed(() => isEnough.value && (data.value !== undefined || error.value !== undefined));
  /** Why there is no hit for the words that stand there now, once it is known. */
  const absence = computed(() => {
    if (!isEnough.value || fetching.value || typed.value.trim() !== text.value || hits.value.length + further.value.length > 0) return '';
    return error.value ? errorSentence(error.value) : t('search.quickNone');
  });
  return { hits, further, isAnswered, absence };
}
