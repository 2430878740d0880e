import { computed, nextTick, shallowReactive, watch } from 'vue';
import { useRoute } from 'vue-router';

/** What a page of comments turned out to hold, and where the next begins (null: there is none). */
export interface ReadPage {
  ids: readonly string[];
  next: string | null;
}

interface Pages {
  /** Where each page begins, in order; null is the first. */
  starts: () => readonly (string | null)[];
  readNext: (after: string) => void;
}

const pagesAtMost = 10;

/** The address may name a comment (`#comment-<id>`): reads pages until it is there, then shows it and gives it the focus. */
export function useSoughtComment({ starts, readNext }: Pages) {
  const route = useRoute();
  const sought = computed(() => /^#comment-(.+)$/.exec(route.hash)?.[1]);
  const pages = shallowReactive(new Map<string | null, ReadPage>());
  let shown: string | undefined;

  async function seek(): Promise<void> {
    const id = sought.value;
    if (!id || id === shown) return;
    if ([...pages.values()].some(({ ids }) => ids.includes(id))) {
      shown = id;
      await nextTick();
      const comment = document.getElementById(`comment-${id}`);
      comment?.scrollIntoView({ block: 'start' });
      comment?.focus({ preventScroll: true });
      return;
    }
    const next = pages.get(starts().at(-1) ?? null)?.next;
    if (next && starts().length < pagesAtMost) readNext(next);
  }

  watch(sought, () => {
    shown = undefined;
    void seek();
  });
  return {
    know(after: string | null, page: ReadPage): void {
      pages.set(after, page);
      void seek();
    },
    forget: () => pages.clear(),
  };
}
