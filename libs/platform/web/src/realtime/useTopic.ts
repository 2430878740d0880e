import { type MaybeRefOrGetter, onScopeDispose, toValue, watch } from 'vue';

import { type Watcher, watchTopic } from './socket.ts';

/** Tells of changes to a topic for as long as the component lives. A null topic is none. */
export function useTopic(topic: MaybeRefOrGetter<string | null | undefined>, watcher: Watcher): void {
  let stop: (() => void) | undefined;
  watch(
    () => toValue(topic),
    (name) => {
      stop?.();
      stop = name ? watchTopic(name, watcher) : undefined;
    },
    { immediate: true },
  );
  onScopeDispose(() => stop?.());
}
