import type { SearchFilterInput, SearchKind } from '@parvis/platform/web';
import { computed } from 'vue';
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router';

import { type Period, periodFilter, periods } from '../period.ts';

const names = ['author', 'community', 'facet', 'period', 'from', 'to'] as const;
type FilterName = (typeof names)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is searched, as the address of the page says: a search can be sent to somebody, and « back » goes back to it. */
export function useSearchAddress() {
  const route = useRoute();
  const router = useRouter();
  const said = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const valid = (name: string, form: RegExp): string | null => (form.test(said(name)) ? said(name) : null);

  const words = computed(() => said('q'));
  const kind = computed<SearchKind | null>(() => (said('kind').toUpperCase() || null) as SearchKind | null);
  const isExact = computed(() => said('exact') === '1');
  const author = computed(() => valid('author', uuid));
  const community = computed(() => valid('community', uuid));
  const facet = computed(() => said('facet') || null);
  const period = computed<Period>(() => periods.find((known) => known === said('period')) ?? 'any');
  const days = computed(() => ({ from: valid('from', day), to: valid('to', day) }));

  const filter = computed<SearchFilterInput>(() => ({
    authorId: author.value,
    communityId: community.value,
    facet: facet.value,
    ...periodFilter(period.value, days.value),
  }));
  const filterCount = computed(() => [author.value, community.value, facet.value, period.value === 'any' ? null : period.value].filter(Boolean).length);

  const address = (change: LocationQueryRaw) => ({ name: 'search', query: { ...route.query, ...change } });
  /** Undefined takes a filter away. A list that does not narrow down any more starts again from all kinds. */
  const narrow = (change: Partial<Record<FilterName, string | undefined>>) => router.replace(address(change));
  const widen = () => narrow(Object.fromEntries(names.map((name) => [name, undefined])));

  return { words, kind, isExact, author, community, facet, period, days, filter, filterCount, address, narrow, widen };
}
