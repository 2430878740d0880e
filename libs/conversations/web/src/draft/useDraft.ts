import { type RichTextDocument, useSession } from '@parvis/platform/web';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';

import { isBlank } from '../rich-text/rich-text.ts';
import { keptVersion } from './draft-register.ts';
import { isSameJson } from './draft-rule.ts';
import type { KeptDraft } from './draft-server.ts';
import { draftAddress, neverSent, newDraft, parseDraft, readDraft, writeDraft, type Draft } from './draft-store.ts';
import { type Settled, useDraftSync } from './useDraftSync.ts';

const SAVE_AFTER_MS = 400;

/** Whether something was left unfinished about a subject, here or on another device as far as that is known. */
export function hasDraft(subject: string): boolean {
  return readDraft(draftAddress(useSession().person.value.id, subject)) !== null || keptVersion(subject) !== undefined;
}

export type DraftHandle = ReturnType<typeof useDraft>;

/**
 * What a person is writing about a subject (`post.home`, `comment.<id>`): kept in this browser at every change and on the server a moment later,
 * back after a reload and on another device, and gone only once the server has confirmed it (`confirm`) or the person has thrown it away (`discard`).
 */
export function useDraft(subject: string, { initialBody = null }: { initialBody?: RichTextDocument | null } = {}) {
  const address = draftAddress(useSession().person.value.id, subject);
  const stored = readDraft(address);
  const draft = shallowRef<Draft>(stored ?? { ...newDraft(), body: initialBody });
  const wasRestored = ref(stored !== null);
  const replacements = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sync = useDraftSync({
    subject,
    draft,
    isWorthKeeping,
    record(part) {
      draft.value = { ...draft.value, ...part };
      store();
    },
    recordLate(change) {
      const late = readDraft(address);
      if (late) writeDraft(address, change(late));
    },
    replace,
  });

  function isWorthKeeping(): boolean {
    const { body, unanswered, details } = draft.value;
    return unanswered !== null || details !== null || (body !== null && !isBlank(body) && !isSame(body, initialBody));
  }

  function store() {
    clearTimeout(timer);
    timer = undefined;
    writeDraft(address, isWorthKeeping() ? draft.value : null);
  }

  function change(part: Partial<Draft>) {
    draft.value = { ...draft.value, ...part, sentAs: null };
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
    sync.changed();
  }

  function flush() {
    if (timer !== undefined) store();
  }

  function startAnew(body: RichTextDocument | null) {
    clearTimeout(timer);
    timer = undefined;
    sync.forget();
    draft.value = { ...newDraft(), body };
    writeDraft(address, null);
  }

  function replace(kept: KeptDraft | null) {
    if (kept) {
      const { key, body, place, details, unanswered, version } = kept;
      draft.value = { key, body, place, details, unanswered, version, attempts: [], sentAs: version };
    } else draft.value = { ...newDraft(), body: initialBody };
    store();
    wasRestored.value = kept !== null;
    replacements.value += 1;
  }

  // Another tab writes under the same key. Once it has published, what stands here is another thing and needs a key of its own.
  function onOtherTab(event: StorageEvent) {
    if (event.key !== address || event.storageArea !== localStorage) return;
    const theirs = parseDraft(event.newValue);
    if (theirs?.key === draft.value.key) return;
    const wasTheSameText = isSame(parseDraft(event.oldValue)?.body ?? null, draft.value.body);
    if (!theirs && wasTheSameText) draft.value = { ...newDraft(), body: initialBody };
    else change({ key: newDraft().key, unanswered: null, ...neverSent() });
  }

  function leave() {
    flush();
    sync.sendNow();
  }

  const onHidden = () => document.visibilityState === 'hidden' && leave();
  addEventListener('pagehide', leave);
  addEventListener('storage', onOtherTab);
  document.addEventListener('visibilitychange', onHidden);
  onScopeDispose(() => {
    flush();
    removeEventListener('pagehide', leave);
    removeEventListener('storage', onOtherTab);
    document.removeEventListener('visibilitychange', onHidden);
  });

  return {
    body: computed({ get: () => draft.value.body, set: (body) => change({ body }) }),
    place: computed({ get: () => draft.value.place, set: (place) => place !== draft.value.place && change({ place }) }),
    // A form that has read them anew writes them back as they were.
    details: computed({ get: () => draft.value.details, set: (details) => !isSameJson(details, draft.value.details) && change({ details }) }),
    key: computed(() => draft.value.key),
    unanswered: computed(() => draft.value.unanswered),
    /** Nothing is written, in the text or beside it. */
    isBlank: computed(() => isBlank(draft.value.body) && draft.value.details === null),
    /** Whether there is anything to lose: more than one starts from. */
    isWorthKeeping: computed(isWorthKeeping),
    /** Whether something from before, or from another device, was found again. */
    wasRestored: computed(() => wasRestored.value),
    /** Counts how often another device’s text, or none, took the place of what stood here: forms read anew what they keep beside it. */
    replacements: computed(() => replacements.value),
    /** What another device has written, while the person has not chosen (`keepMine`, `takeOther`). */
    conflict: sync.conflict,
    keepMine: sync.keepMine,
    takeOther: sync.takeOther,
    /** Where it is kept, in a sentence; empty while there is nothing to say. */
    sentence: sync.sentence,
    /**
     * Before sending: until the answer comes, this may or may not have arrived. Survives the loss of the page. Only after `true` may it be sent: otherwise
     * another device has changed or finished it, or the server cannot be asked.
     */
    async markSent(body: RichTextDocument): Promise<Exclude<Settled, 'kept'> | true> {
      const before = draft.value.unanswered;
      change({ unanswered: { body, place: draft.value.place, details: draft.value.details } });
      flush();
      const settled = await sync.settle(before !== null);
      // What cannot be kept elsewhere can still be published.
      if (settled === 'kept' || settled === 'goOn' || settled === 'refused') return true;
      if (settled !== 'startAnew') change({ unanswered: before });
      flush();
      return settled;
    },
    /** The server answered no: nothing arrived. */
    markRefused() {
      change({ unanswered: null });
      flush();
    },
    /** No answer came: other devices are to know that it may have arrived. */
    markUnanswered: () => sync.changed(),
    /** The server has it, and knows that the draft is finished. */
    confirm: () => startAnew(null),
    discard() {
      const versions = sync.versions();
      startAnew(initialBody);
      if (versions.length > 0) void sync.throwAway(versions);
    },
    flush,
  };
}

function isSame(one: RichTextDocument | null, other: RichTextDocument | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
