import type { CombinedError } from '@urql/core';
import { useClientHandle } from '@urql/vue';
import { computed, ref, shallowRef, toValue, type MaybeRefOrGetter } from 'vue';

import { BreakGlassReadingDocument, type BreakGlassReadingQuery } from './BreakGlassReadingPage.generated.ts';

type Line = BreakGlassReadingQuery['breakGlassReading']['edges'][number]['node'];

/** Reads page by page, each when it is asked for: members see how many. Nothing is kept but on the page itself. */
export function useGlassPages(accessId: MaybeRefOrGetter<string>) {
  const { client } = useClientHandle();
  const lines = shallowRef<Line[]>([]);
  const after = ref<string | null>(null);
  const hasMore = ref(false);
  const isRead = ref(false);
  const isReading = ref(false);
  const failure = shallowRef<CombinedError>();
  let turn = 0;

  async function read(): Promise<void> {
    const own = ++turn;
    isReading.value = true;
    failure.value = undefined;
    const { data, error } = await client.query(BreakGlassReadingDocument, { id: toValue(accessId), after: after.value }, { requestPolicy: 'network-only' }).toPromise();
    isReading.value = false;
    // It was put away while this page was on its way.
    if (own !== turn) return;
    failure.value = error;
    if (!data) return;
    const { edges, pageInfo } = data.breakGlassReading;
    lines.value = [...lines.value, ...edges.map(({ node }) => node)];
    after.value = pageInfo.endCursor ?? null;
    hasMore.value = pageInfo.hasNextPage;
    isRead.value = true;
  }

  function putAway(): void {
    turn += 1;
    lines.value = [];
    after.value = null;
    hasMore.value = isRead.value = isReading.value = false;
  }

  return { lines: computed(() => lines.value), hasMore, isRead, isReading, failure, read, putAway };
}
