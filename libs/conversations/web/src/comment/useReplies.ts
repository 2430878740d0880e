import { errorSentence } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { computed, ref, shallowRef } from 'vue';

import { withoutRemoved } from '../removal/removed-things.ts';
import { type CommentItemFragment, CommentRepliesDocument, type CommentThreadFragment } from './CommentItem.generated.ts';
import { arrivedReplies } from './arrivals.ts';

/** A comment, with its first replies where the list reads them. */
export type ThreadedComment = CommentItemFragment & Partial<Pick<CommentThreadFragment, 'replies'>>;

const pagesAtMost = 20;

/** The replies under a comment: those that came with it, those read since, one's own and those that arrived, each once. */
export function useReplies(comment: () => ThreadedComment) {
  const { client } = useClientHandle();
  const read = shallowRef<CommentItemFragment[]>([]);
  const own = shallowRef<CommentItemFragment[]>([]);
  const end = shallowRef<{ cursor: string | null; hasMore: boolean }>();
  const isReading = ref(false);
  const failure = ref<string>();

  const all = computed(() => {
    const came = comment().replies?.edges.map(({ node }) => node) ?? [];
    const arrived = arrivedReplies(comment().id);
    return new Map([...came, ...read.value, ...arrived, ...own.value].map((reply) => [reply.id, reply]));
  });
  const shown = computed(() => withoutRemoved([...all.value.values()]).sort((one, other) => (one.id < other.id ? -1 : 1)));
  const hasMore = computed(() => end.value?.hasMore ?? comment().replies?.pageInfo.hasNextPage ?? comment().replyCount > 0);
  /** How many are not in sight yet; at least one as long as there is a next page. */
  const left = computed(() => (hasMore.value ? Math.max(1, comment().replyCount - shown.value.length) : 0));

  async function readMore(): Promise<void> {
    if (isReading.value || !hasMore.value) return;
    isReading.value = true;
    failure.value = undefined;
    const after = end.value?.cursor ?? comment().replies?.pageInfo.endCursor ?? null;
    const { data, error } = await client.query(CommentRepliesDocument, { id: comment().id, after }, { requestPolicy: 'network-only' });
    isReading.value = false;
    if (error) failure.value = errorSentence(error);
    const page = data?.comment?.replies;
    if (!page) return;
    read.value = [...read.value, ...page.edges.map(({ node }) => node)];
    end.value = { cursor: page.pageInfo.endCursor, hasMore: page.pageInfo.hasNextPage };
  }

  async function readUntil(id: string): Promise<void> {
    for (let page = 0; page < pagesAtMost && !all.value.has(id) && hasMore.value && !failure.value; page += 1) await readMore();
  }

  const add = (reply: CommentItemFragment) => (own.value = [...own.value, reply]);

  return { shown, left, isReading, failure, readMore, readUntil, add };
}
