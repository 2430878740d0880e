import { onScopeDispose, ref, type Ref, watch, type WatchSource } from 'vue';

/** Follows the source, but only once it has been still for `delayMs`. */
export function useDebounced<T>(source: WatchSource<T>, initial: T, delayMs = 250): Ref<T> {
  const settled = ref(initial) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => (settled.value = value), delayMs);
  });
  onScopeDispose(() => clearTimeout(timer));
  return settled;
}
