import { useDebounced } from '@parvis/platform/ui';
import { useQuery } from '@urql/vue';
import { computed, type Ref } from 'vue';

import { QuickSearchDocument } from '../components/SearchBox.generated.ts';

/** The few best hits for what stands in the search box, once the typing pauses. */
export function useQuickSearch(typed: Ref<string>) {
  const settled = useDebounced(typed, typed.value, 200);
  const text = computed(() => settled.value.trim());
  const isEnough = computed(() => text.value.length >= 2 && typed.value.trim().length >= 2);

  const { data } = useQuery({
    query: QuickSearchDocument,
    variables: computed(() => ({ text: text.value })),
    pause: computed(() => !isEnough.value),
  });
  return { hits: computed(() => (isEnough.value ? (data.value?.search ?? []) : [])) };
}
