import { onScopeDispose, ref, watch } from 'vue';

import { slideSeconds } from './slides.ts';

const tickMs = 100;

/** Shows one slide after the other, each for fifteen seconds, until it is paused or the last is reached. `count`: how many there are. */
export function usePitch(count: () => number, { startsPaused }: { startsPaused: boolean }) {
  const place = ref(0);
  const isPaused = ref(startsPaused);
  const elapsedMs = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  let before = 0;

  function tick(): void {
    const now = Date.now();
    elapsedMs.value += now - before;
    before = now;
    if (elapsedMs.value < slideSeconds * 1000) return;
    if (place.value + 1 < count()) go(place.value + 1);
    else isPaused.value = true;
  }

  function go(to: number): void {
    place.value = Math.max(0, Math.min(to, count() - 1));
    elapsedMs.value = 0;
  }

  function toggle(): void {
    // From the end it begins again.
    if (isPaused.value && place.value === count() - 1 && elapsedMs.value >= slideSeconds * 1000) go(0);
    isPaused.value = !isPaused.value;
  }

  watch(
    isPaused,
    (paused) => {
      clearInterval(timer);
      before = Date.now();
      if (!paused) timer = setInterval(tick, tickMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearInterval(timer));
  return { place, isPaused, elapsedMs, go, toggle };
}
