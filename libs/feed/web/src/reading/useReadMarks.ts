import type { FeedOrder, FeedSource } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { onBeforeUnmount, onMounted, type Ref, watch } from 'vue';

import { MarkPostsReadDocument } from './useReadMarks.generated.ts';

const everyMs = 10_000;
const atMost = 100;

interface ReadFeed {
  /** What holds the posts, each in an element with `data-post`. */
  root: Readonly<Ref<HTMLElement | null>>;
  /** The posts in it, so that new ones are watched too. */
  shownIds: () => readonly string[];
  feed: () => { source: FeedSource; order: FeedOrder };
}

/**
 * Tells the server which posts were in front of the reader, for the reader alone: in one message every ten seconds at most, and on leaving.
 * A post counts when half of it, or of the screen, was filled by it. In the order by time the topmost post in sight is where the reader is.
 */
export function useReadMarks({ root, shownIds, feed }: ReadFeed): void {
  const { client } = useClientHandle();
  const inSight = new Set<Element>();
  const unsent = new Set<string>();
  const sent = new Set<string>();
  let stoppedAt: string | null = null;
  let stoppedAtSent: string | null = null;
  let observer: IntersectionObserver | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function look(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
      const isRead = isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height > window.innerHeight / 2);
      if (!isRead) inSight.delete(target);
      else {
        inSight.add(target);
        const id = postOf(target);
        if (!sent.has(id)) unsent.add(id);
      }
    }
    const top = [...inSight].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];
    if (top) stoppedAt = postOf(top);
  }

  async function send({ source, order } = feed()): Promise<void> {
    const postIds = [...unsent].slice(0, atMost);
    const stoppedAtId = order === 'NEWEST' && stoppedAt !== stoppedAtSent ? stoppedAt : null;
    if (postIds.length === 0 && !stoppedAtId) return;
    for (const id of postIds) {
      unsent.delete(id);
      sent.add(id);
    }
    if (stoppedAtId) stoppedAtSent = stoppedAtId;
    // It outlives the page: leaving is when most of it is known.
    const fetchOptions = { credentials: 'same-origin', keepalive: true } as const;
    const { error } = await client.mutation(MarkPostsReadDocument, { input: { source, postIds, stoppedAtId } }, { fetchOptions });
    if (!error) return;
    for (const id of postIds) {
      sent.delete(id);
      unsent.add(id);
    }
    stoppedAtSent = null;
  }
  const leave = () => document.visibilityState === 'hidden' && void send();

  function observe(): void {
    for (const element of root.value?.querySelectorAll('[data-post]') ?? []) observer?.observe(element);
  }

  onMounted(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    observer = new IntersectionObserver(look, { threshold: [0, 0.25, 0.5, 0.75] });
    observe();
    timer = setInterval(() => void send(), everyMs);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leaveNow);
  });
  const leaveNow = () => void send();
  watch(shownIds, observe, { flush: 'post' });
  watch(
    feed,
    (_now, before) => {
      void send(before);
      inSight.clear();
      [stoppedAt, stoppedAtSent] = [null, null];
    },
    { flush: 'sync' },
  );
  onBeforeUnmount(() => {
    observer?.disconnect();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', leave);
    window.removeEventListener('pagehide', leaveNow);
    void send();
  });
}

const postOf = (element: Element): string => element.getAttribute('data-post') ?? '';
