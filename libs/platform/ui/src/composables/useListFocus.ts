import { nextTick, type Ref, watch } from 'vue';

// A dialog that closes gives the focus back in a timer of its own.
const dialogMs = 50;

/** What had the focus may have gone with what was just done: it goes on at the given place, if it is nowhere else. */
export async function focusIfLost(place: () => HTMLElement | null | undefined): Promise<void> {
  await nextTick();
  await new Promise((resolve) => setTimeout(resolve, dialogMs));
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body) return;
  const next = place();
  if (!next) return;
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/**
 * When an item leaves a list and takes the focus with it, the focus goes on at the item that took its place, else at
 * the last one, else at what stands around the list (the nearest `tabindex="-1"`). `keys` are the items, in order.
 */
export function useListFocus(list: Readonly<Ref<HTMLElement | null>>, keys: () => readonly string[]): void {
  watch(keys, (now, before) => {
    const index = before.findIndex((key) => !now.includes(key));
    // Before the page changes: without focus now, there is none to lose.
    if (index < 0 || document.activeElement === document.body) return;
    const around = list.value?.closest<HTMLElement>('[tabindex="-1"]');
    void focusIfLost(() => (list.value?.children[index] ?? list.value?.lastElementChild ?? around) as HTMLElement | null);
  });
}
