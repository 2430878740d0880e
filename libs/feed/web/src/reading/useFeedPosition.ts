import type { FeedSource } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { shallowRef, watch } from 'vue';

import { FeedPositionDocument, type FeedPositionQuery } from './useReadMarks.generated.ts';

type Position = NonNullable<FeedPositionQuery['feedPosition']>;

/** Where the reader had stopped when they came: read once for each feed, since reading on moves it. */
export function useFeedPosition(source: () => FeedSource) {
  const { client } = useClientHandle();
  const position = shallowRef<Position | null>(null);

  watch(
    source,
    async (asked) => {
      position.value = null;
      const { data } = await client.query(FeedPositionDocument, { source: asked }, { requestPolicy: 'network-only' });
      if (source() === asked) position.value = data?.feedPosition ?? null;
    },
    { immediate: true },
  );
  return position;
}

/**
 * The first post of a list, newest first, that is not newer than the one where the reader stopped; null when nothing is newer, or when the list
 * does not reach as far.
 */
export function resumedAt(ids: readonly string[], stoppedAt: string | null | undefined): string | null {
  if (!stoppedAt) return null;
  const index = ids.findIndex((id) => id <= stoppedAt);
  return index > 0 ? (ids[index] ?? null) : null;
}
