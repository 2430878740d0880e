import { useClientHandle } from '@urql/vue';
import { computed, nextTick, shallowReactive, watch } from 'vue';
import { useRoute } from 'vue-router';

import { showComment, soughtReply } from './sought-reply.ts';
import { ParentOfDocument } from './useSoughtComment.generated.ts';

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
  const { client } = useClientHandle();
  const sought = computed(() => /^#comment-(.+)$/.exec(route.hash)?.[1]);
  const pages = shallowReactive(new Map<string | null, ReadPage>());
  /** What the pages hold: the comment itself, or the one that it replies to. */
  let place: { of: string; id: Promise<string> } | undefined;
  let shown: string | undefined;

  async function placeOf(id: string): Promise<string> {
    const { data } = await client.query(ParentOfDocument, { id });
    return data?.comment?.parentId ?? id;
  }

  async function seek(): Promise<void> {
    const id = sought.value;
    if (!id || id === shown) return;
    if (place?.of !== id) place = { of: id, id: placeOf(id) };
    const parentId = await place.id;
    if (id !== sought.value || id === shown) return;
    if ([...pages.values()].some(({ ids }) => ids.includes(parentId))) {
      shown = id;
      await nextTick();
      if (parentId === id) showComment(id);
      // Its thread opens until it is in sight.
      else soughtReply.value = { id, parentId };
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
