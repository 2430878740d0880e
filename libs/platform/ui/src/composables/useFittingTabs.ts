import { computed, onMounted, onScopeDispose, type Ref, ref, watch } from 'vue';

import { fittingTabs, type TabWidths } from '../components/fitting-tabs.ts';

interface Line {
  /** A list of all the tabs, and of the button last, that nobody sees. */
  ruler: Readonly<Ref<HTMLElement | null>>;
  /** What the tabs say: measured anew when it changes. */
  words: () => string;
  current: () => number;
}

/** Which of the tabs fit in one line, by their index; nothing until they are measured. */
export function useFittingTabs({ ruler, words, current }: Line) {
  const widths = ref<TabWidths>();

  function measure(): void {
    const list = ruler.value;
    if (!list) return;
    // Fractions of pixels count: rounded down, the last tab would be cut.
    const all = [...list.children].map((item) => item.getBoundingClientRect().width);
    widths.value = { tabs: all.slice(0, -1), more: all.at(-1) ?? 0, gap: Number.parseFloat(getComputedStyle(list).columnGap) || 0, room: list.getBoundingClientRect().width };
  }

  // The room changes with the window, the tabs with their font, which comes later.
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
  function observe(): void {
    observer?.disconnect();
    const list = ruler.value;
    if (list) for (const element of [list, ...list.children]) observer?.observe(element);
    measure();
  }
  onMounted(observe);
  watch(words, observe, { flush: 'post' });
  onScopeDispose(() => observer?.disconnect());

  return computed(() => widths.value && fittingTabs(widths.value, current()));
}
