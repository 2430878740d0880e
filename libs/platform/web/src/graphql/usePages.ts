import { type AnyVariables, type RequestPolicy, type TypedDocumentNode, useQuery } from '@urql/vue';
import { computed, nextTick, shallowRef, watch } from 'vue';

export interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  totalCount?: number;
}

export interface PagesOptions<Data, Variables, Node> {
  query: TypedDocumentNode<Data, Variables>;
  /** Everything but `after`. When it changes, the list starts again; the old one stays in sight until the new one is there. */
  variables?: () => Omit<Variables, 'after'>;
  /** Where the connection is in the answer; null when the thing that holds it is not there. */
  connection: (data: Data) => Connection<Node> | null | undefined;
  /** True: do not ask yet. */
  pause?: () => boolean;
  requestPolicy?: RequestPolicy;
}

/**
 * A Relay connection read page by page. The query takes `$after: String`; the cache glues the pages together
 * (the domain lists the field under `connections` of its CacheRules).
 */
export function usePages<Data, Variables extends AnyVariables & { after?: string | null }, Node>({
  query,
  variables = () => ({}) as Variables,
  connection,
  pause = () => false,
  requestPolicy = 'cache-and-network',
}: PagesOptions<Data, Variables, Node>) {
  const list = computed(() => JSON.stringify(variables()));
  const place = shallowRef<{ list: string; after: string | null }>({ list: '', after: null });
  const after = computed(() => (place.value.list === list.value ? place.value.after : null));

  const result = useQuery<Data, Variables>({
    query,
    variables: computed(() => ({ ...variables(), after: after.value }) as Variables),
    pause: computed(pause),
    // A later page needs no second reading of what the cache already has.
    requestPolicy: computed(() => (after.value ? 'cache-first' : requestPolicy)),
  });

  // An answer that failed has no data: keep showing what there was, and know for which list it was the answer.
  const held = shallowRef<{ list: string; data: Data }>();
  const data = computed(() => held.value?.data);
  const isOfAnotherList = computed(() => held.value?.list !== list.value);
  watch(result.data, (fresh) => fresh && take(fresh), { immediate: true, flush: 'sync' });

  const found = computed(() => (data.value ? (connection(data.value) ?? undefined) : undefined));
  const items = computed<Node[]>(() => found.value?.edges.map((edge) => edge.node) ?? []);
  const totalCount = computed(() => found.value?.totalCount);
  const isFetching = computed(() => result.fetching.value);
  const isLoading = computed(() => isFetching.value && !data.value);
  const isLoadingMore = computed(() => isFetching.value && after.value !== null);
  const hasMore = computed(() => found.value?.pageInfo.hasNextPage ?? false);
  const error = computed(() => (isFetching.value ? undefined : result.error.value));
  /**
   * Nothing to show for what is asked now, and not because there is nothing: an error, or an answer that the cache could
   * not read. The items of the list asked for before do not count: under the new words they would be a wrong answer.
   */
  const hasFailed = computed(
    () =>
      !isFetching.value &&
      !pause() &&
      (items.value.length === 0 || isOfAnotherList.value) &&
      (result.error.value !== undefined || !result.data.value),
  );

  function take(fresh: Data): void {
    const isShorter = (connection(fresh)?.edges.length ?? 0) < (held.value ? (connection(held.value.data)?.edges.length ?? 0) : 0);
    // The cache forgot the list, and only the page asked for last came back: the beginning is asked for too.
    if (after.value !== null && !isOfAnotherList.value && isShorter) void nextTick(refresh);
    else held.value = { list: list.value, data: fresh };
  }

  function again(): void {
    result.executeQuery({ requestPolicy: 'network-only' });
  }

  /** The next page; after a failure, the same page again. */
  function loadMore(): void {
    if (isFetching.value || !hasMore.value) return;
    if (error.value) return again();
    place.value = { list: list.value, after: found.value?.pageInfo.endCursor ?? null };
  }

  /** The newest first page from the server. True once it is there, false when it could not be read. */
  async function refresh(): Promise<boolean> {
    const wasFurther = after.value !== null;
    place.value = { list: list.value, after: null };
    if (!wasFurther || requestPolicy !== 'cache-and-network') again();
    await nextTick();
    await result;
    return result.error.value === undefined;
  }

  return { data, items, totalCount, isLoading, isLoadingMore, isFetching, hasMore, hasFailed, error, loadMore, refresh };
}
