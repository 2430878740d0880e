import { useSession, useTopic } from '@parvis/platform/web';
import { computed, type MaybeRefOrGetter, ref, shallowReactive, toValue } from 'vue';

interface News {
  /** `home`, `community:<id>`, `post:<id>`; null listens to nothing. */
  topic: MaybeRefOrGetter<string | null>;
  /** The kind of change that counts. */
  kind: string;
  /** What is in sight already is no news. */
  shownIds: () => readonly string[];
}

/**
 * Counts what colleagues have published since the list was read, each once. It tells and does nothing more: a post to
 * 50,000 people must not become 50,000 queries, and a list does not move under the eyes of who reads it.
 */
export function useNewPosts({ topic, kind, shownIds }: News) {
  const viewerId = useSession().person.value.id;
  const ids = shallowReactive(new Set<string>());
  const mayHaveMissed = ref(false);

  useTopic(topic, {
    onChange: (change) => {
      if (change.topic !== toValue(topic) || change.kind !== kind || change.authorId === viewerId) return;
      ids.add(change.id);
    },
    onReconnect: () => (mayHaveMissed.value = true),
  });

  return {
    count: computed(() => {
      const shown = new Set(shownIds());
      return [...ids].filter((id) => !shown.has(id)).length;
    }),
    /** The connection was lost for a while. */
    mayHaveMissed,
    /** What was told of until now, to be handed to `clear` once it is read: what comes meanwhile goes on counting. */
    ids: () => [...ids],
    clear(read: readonly string[] = [...ids]) {
      for (const id of read) ids.delete(id);
      mayHaveMissed.value = false;
    },
  };
}
