import { type RichTextDocument, useSession } from '@parvis/platform/web';
import { computed, onScopeDispose, shallowRef } from 'vue';

import { isBlank } from '../rich-text/rich-text.ts';
import { draftAddress, newDraft, parseDraft, readDraft, writeDraft, type Draft } from './draft-store.ts';

const SAVE_AFTER_MS = 400;

/** Whether something was left unfinished about a subject. */
export function hasDraft(subject: string): boolean {
  return readDraft(draftAddress(useSession().person.value.id, subject)) !== null;
}

export type DraftHandle = ReturnType<typeof useDraft>;

/**
 * What a person is writing about a subject (`post.home`, `comment.<id>`): kept in this browser at every change, back
 * after a reload, and gone only once the server has confirmed it (`confirm`) or the person has thrown it away (`discard`).
 */
export function useDraft(subject: string, { initialBody = null }: { initialBody?: RichTextDocument | null } = {}) {
  const address = draftAddress(useSession().person.value.id, subject);
  const stored = readDraft(address);
  const draft = shallowRef<Draft>(stored ?? { ...newDraft(), body: initialBody });
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(part: Partial<Draft>) {
    draft.value = { ...draft.value, ...part };
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
  }

  function flush() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const { body, unanswered, details } = draft.value;
    const isWorthKeeping = unanswered !== null || details !== null || (body !== null && !isBlank(body) && !isSame(body, initialBody));
    writeDraft(address, isWorthKeeping ? draft.value : null);
  }

  function startAnew(body: RichTextDocument | null) {
    clearTimeout(timer);
    timer = undefined;
    draft.value = { ...newDraft(), body };
    writeDraft(address, null);
  }

  // Another tab writes under the same key. Once it has published, what stands here is another thing and needs a key of its own.
  function onOtherTab(event: StorageEvent) {
    if (event.key !== address || event.storageArea !== localStorage) return;
    const theirs = parseDraft(event.newValue);
    if (theirs?.key === draft.value.key) return;
    const wasTheSameText = isSame(parseDraft(event.oldValue)?.body ?? null, draft.value.body);
    if (!theirs && wasTheSameText) draft.value = { ...newDraft(), body: initialBody };
    else change({ key: newDraft().key, unanswered: null });
  }

  const onHidden = () => document.visibilityState === 'hidden' && flush();
  addEventListener('pagehide', flush);
  addEventListener('storage', onOtherTab);
  document.addEventListener('visibilitychange', onHidden);
  onScopeDispose(() => {
    flush();
    removeEventListener('pagehide', flush);
    removeEventListener('storage', onOtherTab);
    document.removeEventListener('visibilitychange', onHidden);
  });

  return {
    body: computed({ get: () => draft.value.body, set: (body) => change({ body }) }),
    place: computed({ get: () => draft.value.place, set: (place) => change({ place }) }),
    details: computed({ get: () => draft.value.details, set: (details) => change({ details }) }),
    key: computed(() => draft.value.key),
    unanswered: computed(() => draft.value.unanswered),
    /** Nothing is written, in the text or beside it. */
    isBlank: computed(() => isBlank(draft.value.body) && draft.value.details === null),
    /** Whether something from before was found again. */
    wasRestored: stored !== null,
    /** Before sending: until the answer comes, this may or may not have arrived. Survives the loss of the page. */
    markSent(body: RichTextDocument) {
      change({ unanswered: { body, place: draft.value.place, details: draft.value.details } });
      flush();
    },
    /** The server answered no: nothing arrived. */
    markRefused() {
      change({ unanswered: null });
      flush();
    },
    /** The server has it. */
    confirm: () => startAnew(null),
    discard: () => startAnew(initialBody),
    flush,
  };
}

function isSame(one: RichTextDocument | null, other: RichTextDocument | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
