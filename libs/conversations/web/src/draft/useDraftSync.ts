import { errorSentence, newKey } from '@parvis/platform/web';
import type { CombinedError } from '@urql/vue';
import { computed, onScopeDispose, ref, type ShallowRef, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';

import { draftServer, freshRegister, keptVersion, noteFinished, noteKept, noteOpen, onRegisterRead } from './draft-register.ts';
import { type DraftStep, nextStep } from './draft-rule.ts';
import type { KeptDraft } from './draft-server.ts';
import { type Draft, neverSent } from './draft-store.ts';
import { forgetThrown, isLost, isThrown, rememberThrown, sendThrownOf } from './draft-thrown.ts';
import { isKept, nextVersion, versionsOf, withConfirmed } from './draft-version.ts';

const SEND_AFTER_MS = 1_500;
const RETRY_AFTER_MS = 15_000;

/** What keeping it on the server came to: a step of the rule, or a refusal, or no answer. */
export type Settled = DraftStep | 'kept' | 'refused' | 'lost';

interface Synced {
  subject: string;
  draft: Readonly<ShallowRef<Draft>>;
  isWorthKeeping: () => boolean;
  /** Changes the record in this browser, beside what the person writes. */
  record: (part: Partial<Draft>) => void;
  /** An answer that came after the place where one writes was left. */
  recordLate: (change: (stored: Draft) => Draft) => void;
  /** Puts another text in the place of what stands here; null: none. */
  replace: (kept: KeptDraft | null) => void;
}

/** Keeps a draft on the server too: a moment after the last change, and when the page is left. What it does with other devices’ texts is `nextStep`. */
export function useDraftSync({ subject, draft, isWorthKeeping, record, recordLate, replace }: Synced) {
  const { t } = useI18n();
  /** What another device has written, while the person has not chosen. */
  const conflict = shallowRef<KeptDraft | null>(null);
  const state = ref<'unknown' | 'kept' | 'here' | 'offline'>(isKept(draft.value) ? 'kept' : 'unknown');
  const refusal = ref<string>();
  /** It was finished on another device: all of it, or but for what was written here since. */
  const finishedElsewhere = ref<'whole' | 'inPart' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Settled> | undefined;
  /** Counts the drafts that have stood here: an answer about a former one concerns nobody. */
  let turn = 0;
  let isGone = false;

  function sendLater(afterMs = SEND_AFTER_MS): void {
    clearTimeout(timer);
    timer = draftServer() && !isGone ? setTimeout(() => void send(), afterMs) : undefined;
  }

  /** One at a time, so that each is made from the one before. */
  async function send(mayHaveArrived = draft.value.unanswered !== null): Promise<Settled> {
    clearTimeout(timer);
    timer = undefined;
    while (running) await running;
    if (conflict.value) return 'ask';
    if (isKept(draft.value)) return 'kept';
    running = exchange(mayHaveArrived).finally(() => (running = undefined));
    return running;
  }

  async function exchange(mayHaveArrived: boolean): Promise<Settled> {
    const server = draftServer();
    if (!server || !navigator.onLine) return keptHere();
    const asked = turn;
    if (!isWorthKeeping()) return (await drop()) ? 'nothing' : 'lost';
    // What stood here before was thrown away: until the server knows, it would take this for another device’s change.
    const isClear = goesOnFromThrown() || (await sendThrownOf(server, subject));
    if (asked !== turn) return 'nothing';
    if (!isClear) {
      sendLater(RETRY_AFTER_MS);
      return keptHere();
    }
    const input = writeDown();
    try {
      const { outcome, draft: kept } = await server.save(input);
      if (asked !== turn) return 'nothing';
      if (outcome === 'SAVED') return confirmed(input.version);
      return await follow(kept, mayHaveArrived);
    } catch (error) {
      return asked === turn ? failed(error as CombinedError) : 'nothing';
    }
  }

  /** The page is about to go, or the place where one writes: nothing waits for anything. */
  function sendNow(): void {
    clearTimeout(timer);
    timer = undefined;
    const server = draftServer();
    if (!server || conflict.value) return;
    if (!isWorthKeeping()) return void drop();
    if (!navigator.onLine || draft.value.sentAs !== null) return;
    const asked = turn;
    const input = writeDown();
    const { version } = input;
    const recordAnswer = () => {
      if (asked === turn && !isGone) return void confirmed(version);
      recordLate((stored) => withConfirmed(stored, version));
      noteKept(subject, version);
    };
    server.save(input).then(
      ({ outcome }) => outcome === 'SAVED' && recordAnswer(),
      // Without an answer it may have arrived: `attempts` remembers it.
      () => undefined,
    );
  }

  /** What was emptied here is gone on with. */
  const goesOnFromThrown = (): boolean => versionsOf(draft.value).some((version) => isThrown(subject, version));

  /** Before it is sent. */
  function writeDown() {
    if (goesOnFromThrown()) forgetThrown(subject);
    const { input, sync } = nextVersion(subject, draft.value);
    record(sync);
    return input;
  }

  function confirmed(version: string): 'kept' {
    record(withConfirmed(draft.value, version));
    noteKept(subject, version);
    state.value = 'kept';
    if (draft.value.sentAs === null) sendLater();
    return 'kept';
  }

  /** Acts on what the server has. */
  async function follow(kept: KeptDraft | null, mayHaveArrived = draft.value.unanswered !== null): Promise<Settled> {
    const step = nextStep({ draft: draft.value, isWorthKeeping: isWorthKeeping(), mayHaveArrived }, kept);
    if (step === 'ask') {
      conflict.value = kept;
      state.value = 'unknown';
    }
    if (step === 'adopt' && kept) adopt(kept);
    if (step === 'take' && kept) take(kept);
    if (step === 'clear') finish();
    if (step === 'startAnew') startAnew();
    if (step === 'goOn') record(neverSent());
    if (step === 'send') {
      if (!kept || kept.isFinished) record(neverSent());
      sendLater(0);
    }
    return step;
  }

  function adopt(kept: KeptDraft): void {
    const isThisText = draft.value.sentAs === kept.version || !draft.value.attempts.includes(kept.version);
    record({ version: kept.version, attempts: [], sentAs: isThisText ? kept.version : null, ...(isThisText && { key: kept.key }) });
    noteKept(subject, kept.version);
    if (isThisText) state.value = 'kept';
    else sendLater(0);
  }

  function take(kept: KeptDraft): void {
    turn += 1;
    replace(kept);
    noteKept(subject, kept.version);
    state.value = 'kept';
  }

  function finish(): void {
    forget();
    replace(null);
    finishedElsewhere.value = 'whole';
  }

  function startAnew(): void {
    record({ key: newKey(), unanswered: null, ...neverSent() });
    noteFinished(subject);
    finishedElsewhere.value = 'inPart';
    sendLater(0);
  }

  function keptHere(sentence?: string): 'lost' | 'refused' {
    state.value = navigator.onLine ? 'here' : 'offline';
    refusal.value = sentence;
    return sentence ? 'refused' : 'lost';
  }

  function failed(error: CombinedError): 'lost' | 'refused' {
    const mayGoLater = isLost(error);
    if (mayGoLater) sendLater(RETRY_AFTER_MS);
    return keptHere(mayGoLater ? undefined : errorSentence(error));
  }

  /** What was emptied by hand is not kept elsewhere either. */
  async function drop(): Promise<boolean> {
    const versions = versionsOf(draft.value);
    if (versions.length === 0) return true;
    rememberThrown(subject, versions);
    if (!(await sendThrownOf(draftServer(), subject))) return false;
    record(neverSent());
    noteFinished(subject);
    state.value = 'unknown';
    return true;
  }

  /** The draft that stood here is none any more, here or anywhere. */
  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    turn += 1;
    conflict.value = null;
    refusal.value = undefined;
    finishedElsewhere.value = null;
    state.value = 'unknown';
    noteFinished(subject);
  }

  /** Looks at what other devices have written, when there is reason to. */
  async function look(): Promise<void> {
    const server = draftServer();
    if (!server || conflict.value) return;
    const known = keptVersion(subject);
    if (known === undefined && versionsOf(draft.value).length === 0) return isWorthKeeping() ? sendLater(0) : undefined;
    if (known !== undefined && known === draft.value.version) return draft.value.sentAs === null ? sendLater(0) : undefined;
    while (running) await running;
    const asked = turn;
    const kept = await server.read(subject).catch(() => undefined);
    if (kept !== undefined && asked === turn && !isGone && !conflict.value) await follow(kept);
  }

  const noteClosed = noteOpen(subject);
  const stopListening = onRegisterRead(() => void look());
  void freshRegister().then(() => (isGone ? undefined : look()));
  onScopeDispose(() => {
    stopListening();
    sendNow();
    noteClosed();
    isGone = true;
    clearTimeout(timer);
  });

  return {
    conflict: computed(() => conflict.value),
    /** What became of it, in a sentence; empty: nothing to say. */
    sentence: computed(() => {
      if (!isWorthKeeping()) return finishedElsewhere.value ? t('conversations.draft.finishedElsewhere') : '';
      if (finishedElsewhere.value === 'inPart') return t('conversations.draft.keptAnew');
      if (state.value === 'offline') return t('conversations.draft.keptOffline');
      if (state.value === 'here') return refusal.value ? `${refusal.value} ${t('conversations.draft.keptMeanwhile')}` : t('conversations.draft.keptHere');
      return state.value === 'kept' ? t('conversations.draft.kept') : '';
    }),
    changed: () => sendLater(),
    sendNow,
    forget,
    /** Before it is published: what other devices have written is looked at first. A short text that was never kept elsewhere waits for nothing. */
    async settle(mayHaveArrived: boolean): Promise<Settled> {
      clearTimeout(timer);
      while (running) await running;
      for (;;) {
        if (versionsOf(draft.value).length === 0 && !conflict.value) return 'kept';
        const settled = await send(mayHaveArrived);
        if (settled !== 'adopt' && settled !== 'send') return settled;
      }
    },
    /** Thrown away here, and so everywhere, unless another device has gone on writing. */
    async throwAway(versions: string[]): Promise<void> {
      rememberThrown(subject, versions);
      while (running) await running;
      await sendThrownOf(draftServer(), subject);
    },
    versions: () => versionsOf(draft.value),
    keepMine(): void {
      const other = conflict.value;
      if (!other) return;
      conflict.value = null;
      // The same thing, sent from there: it may have arrived.
      const unanswered = draft.value.unanswered ?? (other.key === draft.value.key ? other.unanswered : null);
      record({ version: other.version, attempts: [], sentAs: null, unanswered });
      sendLater(0);
    },
    takeOther(): void {
      const other = conflict.value;
      conflict.value = null;
      if (other) take(other);
    },
  };
}
