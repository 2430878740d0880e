/** How wide things are, in pixels. */
export interface TabWidths {
  tabs: readonly number[];
  /** Between two. */
  gap: number;
  /** The button that opens what does not fit. */
  more: number;
  room: number;
}

/** Which tabs are shown in one line, by their index: all when they fit; else those that fit beside the button, the current one always among them. */
export function fittingTabs({ tabs, gap, more, room }: TabWidths, current: number): number[] {
  const all = tabs.map((_, index) => index);
  const widthOf = (shown: readonly number[]): number => shown.reduce((sum, index) => sum + (tabs[index] ?? 0) + gap, -gap);
  if (widthOf(all) <= room) return all;
  const fits = (shown: readonly number[]): boolean => widthOf(shown) + gap + more <= room;
  for (let count = all.length - 1; count > 0; count -= 1) {
    const first = all.slice(0, count);
    const shown = current < count ? first : [...first.slice(0, -1), current];
    if (fits(shown)) return shown;
  }
  return [Math.max(current, 0)];
}
