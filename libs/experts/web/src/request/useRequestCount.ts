import { useQuery } from '@urql/vue';
import { computed, type ComputedRef } from 'vue';

import { ExpertRequestCountDocument } from './requests.generated.ts';

/** How many questions wait for the viewer; nothing while that is not known. */
export function useRequestCount(): ComputedRef<number> {
  const { data } = useQuery({ query: ExpertRequestCountDocument, variables: {}, requestPolicy: 'cache-and-network' });
  return computed(() => data.value?.expertRequests.length ?? 0);
}
