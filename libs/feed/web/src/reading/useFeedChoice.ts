import type { FeedOrder, FeedSource } from '@parvis/platform/web';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const storageKey = 'parvis.feed';

/** The sources of the home page, as they stand in the address; leadership has a page of its own. */
export const homeSources = { following: 'FOLLOWING', all: 'ALL', communities: 'COMMUNITIES' } as const satisfies Record<string, FeedSource>;
export type HomeSource = keyof typeof homeSources;
const orders = { newest: 'NEWEST', missed: 'MISSED' } as const satisfies Record<string, FeedOrder>;

interface Choice {
  feed: string;
  order: string;
}

function remembered(): Partial<Choice> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Choice>;
  } catch {
    return {};
  }
}

/** Which feed, in which order, beginning where: what the address says, else what was last chosen on this device. */
export function useFeedChoice() {
  const route = useRoute();
  const router = useRouter();
  const said = (name: string, fallback: string | undefined): string => String(route.query[name] ?? fallback ?? '');

  const name = computed<HomeSource>(() => {
    const feed = said('feed', remembered().feed);
    return feed in homeSources ? (feed as HomeSource) : 'following';
  });
  const order = computed<FeedOrder>(() => (said('order', remembered().order) === 'missed' ? orders.missed : orders.newest));
  const from = computed(() => (typeof route.query['from'] === 'string' ? route.query['from'] : null));

  function remember(choice: Partial<Choice>): void {
    localStorage.setItem(storageKey, JSON.stringify({ ...remembered(), ...choice }));
  }

  return {
    name,
    source: computed<FeedSource>(() => homeSources[name.value]),
    order,
    from,
    remember,
    chooseOrder(chosen: FeedOrder): void {
      remember({ order: chosen.toLowerCase() });
      void router.replace({ query: { ...route.query, order: chosen.toLowerCase(), from: undefined } });
    },
    /** Reads on at a post; null: from the newest on again. */
    readFrom: (postId: string | null) => router.push({ query: { ...route.query, order: 'newest', from: postId ?? undefined } }),
  };
}
