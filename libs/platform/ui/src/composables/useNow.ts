import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const now = shallowRef(new Date());
let readers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The present minute, one clock for the whole page. */
export function useNow(): Readonly<ShallowRef<Date>> {
  now.value = new Date();
  if (readers++ === 0) timer = setInterval(() => (now.value = new Date()), 60_000);
  onScopeDispose(() => {
    if (--readers === 0) clearInterval(timer);
  });
  return now;
}
