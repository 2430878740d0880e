import { announce } from '@parvis/platform/ui';
import { type Change, useFormats, useSession, useTopic } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { computed, nextTick, onScopeDispose, ref, shallowReactive } from 'vue';

import { markRemoved } from '../removal/removed-things.ts';
import { replyArrived } from './arrivals.ts';
import { type CommentItemFragment, CommentDocument } from './CommentItem.generated.ts';
import { showComment } from './sought-reply.ts';

interface LiveThread {
  subject: () => { type: string; id: string } | null;
  /** The element that holds the thread. */
  root: () => HTMLElement | null | undefined;
  /** Where new comments come: the end of the thread, when all of it has been read. */
  end: () => HTMLElement | null | undefined;
  add: (comment: CommentItemFragment) => void;
  /** A reply is counted, and shown where it belongs. */
  replied: () => void;
  removed: () => void;
  /** Something changed about the subject itself: its reactions. */
  subjectChanged: () => void;
}

/** Changes to what is in sight are read together, and not by everybody in the same moment. */
const GATHER_MS = 800;
const SPREAD_MS = 1_200;

/**
 * What colleagues do in a thread, as it happens. What they add is put in its place only where that moves nothing: in sight, at an end, and not
 * while somebody writes. Otherwise it is counted, and put in when asked for. Nothing tells that somebody is typing.
 */
export function useLiveThread(thread: LiveThread) {
  const { client } = useClientHandle();
  const { counted } = useFormats();
  const viewerId = useSession().person.value.id;
  const waiting = shallowReactive(new Set<string>());
  const changed = new Set<string>();
  const mayHaveMissed = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = async (id: string) => (await client.query(CommentDocument, { id }, { requestPolicy: 'network-only' })).data?.comment;

  async function arrived(id: string): Promise<void> {
    const comment = await read(id);
    if (!comment) return;
    if (!mayInsert(comment)) return void waiting.add(id);
    insert(comment);
    announce(counted('conversations.thread.arrived', 1, { name: comment.author.displayName }));
  }

  function insert(comment: CommentItemFragment): void {
    waiting.delete(comment.id);
    if (!comment.parentId) return thread.add(comment);
    replyArrived(comment);
    thread.replied();
  }

  function mayInsert({ parentId }: CommentItemFragment): boolean {
    const root = thread.root();
    if (!root || root.querySelector('[contenteditable]:focus-within')) return false;
    const place = parentId ? root.querySelector(`#comment-${parentId}`)?.closest('li') : thread.end();
    const bottom = place?.getBoundingClientRect().bottom;
    return bottom !== undefined && bottom > 0 && bottom < innerHeight;
  }

  async function readChanged(): Promise<void> {
    timer = undefined;
    const ids = [...changed].filter((id) => document.getElementById(`comment-${id}`));
    changed.clear();
    // Written into the cache, from which everything that shows them is drawn.
    for (const id of ids) await read(id);
  }

  function later(id: string): void {
    changed.add(id);
    timer ??= setTimeout(() => void readChanged(), GATHER_MS + Math.random() * SPREAD_MS);
  }

  function onChange({ kind, id, authorId }: Change): void {
    if (kind === 'comment.added' && authorId !== viewerId) void arrived(id);
    else if (kind === 'comment.deleted' && authorId !== viewerId) {
      if (document.getElementById(`comment-${id}`)) thread.removed();
      waiting.delete(id);
      markRemoved(id);
    } else if (kind === 'reaction.set' && authorId !== viewerId) thread.subjectChanged();
    else if (kind.startsWith('comment.') && kind !== 'comment.added') later(id);
  }

  useTopic(
    () => {
      const subject = thread.subject();
      return subject && `${subject.type}:${subject.id}`;
    },
    { onChange, onReconnect: () => (mayHaveMissed.value = true) },
  );
  onScopeDispose(() => clearTimeout(timer));

  /** Puts in what waits, and shows the first of it. */
  async function show(): Promise<void> {
    const comments = (await Promise.all([...waiting].map(read))).filter((comment) => comment != null);
    waiting.clear();
    mayHaveMissed.value = false;
    for (const comment of comments) insert(comment);
    await nextTick();
    if (comments[0]) showComment(comments[0].id);
  }

  return { count: computed(() => waiting.size), mayHaveMissed, show };
}
