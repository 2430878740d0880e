import { computed, ref, shallowReactive, shallowRef, watch } from 'vue';

import type { CommentItemFragment } from '../comment/CommentItem.generated.ts';
import { withoutRemoved } from '../removal/removed-things.ts';

export type Thread = ReturnType<typeof useThread>;

/**
 * What the viewer does to the comments under something: the comments just added stand after those that the server gave
 * (`know`) until it gives them too, and the count follows until the server counts them itself.
 */
export function useThread(countOnServer: () => number) {
  const fresh = shallowRef<CommentItemFragment[]>([]);
  const knownIds = shallowReactive(new Set<string>());
  const correction = ref(0);
  watch(countOnServer, () => (correction.value = 0));

  return {
    added: computed(() => withoutRemoved(fresh.value).filter(({ id }) => !knownIds.has(id))),
    count: computed(() => Math.max(0, countOnServer() + correction.value)),
    know(comments: readonly { id: string }[]) {
      for (const { id } of comments) knownIds.add(id);
    },
    add(comment: CommentItemFragment) {
      fresh.value = [...fresh.value, comment];
      correction.value += 1;
    },
    replied() {
      correction.value += 1;
    },
    removed() {
      correction.value -= 1;
    },
  };
}
