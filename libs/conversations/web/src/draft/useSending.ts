import { errorCode, errorSentence, type RichTextDocument } from '@parvis/platform/web';
import type { CombinedError } from '@urql/vue';
import { computed, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { readyToPublish } from '../rich-text/publishable.ts';
import { plainText, RICH_TEXT_LIMIT, textLength } from '../rich-text/rich-text.ts';
import type { Draft } from './draft-store.ts';
import type { DraftHandle } from './useDraft.ts';
import type { Settled } from './useDraftSync.ts';

interface Sending<Sent> {
  draft: DraftHandle;
  /** Why the last try, or the last correction, did not succeed (`useCommand`). */
  error: Readonly<Ref<CombinedError | undefined>>;
  amendError: Readonly<Ref<CombinedError | undefined>>;
  /** One try, under the draft's key; undefined when it was refused or lost. */
  send: (what: { key: string; body: RichTextDocument; place: string | null }) => Promise<Sent | undefined>;
  /** The text that the server now has. */
  bodyOf: (sent: Sent) => RichTextDocument;
  /** The title that the server now has, where there is one. */
  titleOf?: (sent: Sent) => string | null;
  /** Replaces the text of what an earlier, unanswered try had already brought in. */
  amend: (sent: Sent, body: RichTextDocument) => Promise<Sent | undefined>;
  /** Whether there is enough to send; without it, any text is. */
  isComplete?: () => boolean;
}

/**
 * Sends a draft once. Whatever goes wrong, the text and its key stay: pressing again is safe, even when the first try
 * had arrived and only its answer was lost. The draft is cleared when the server has confirmed, not before.
 */
export function useSending<Sent>({ draft, error, amendError, send, bodyOf, titleOf, amend, isComplete }: Sending<Sent>) {
  const { t } = useI18n();
  const isSending = ref(false);
  const failure = ref<string>();
  const hasEnough = isComplete ?? (() => !draft.isBlank.value);
  const canSend = computed(() => hasEnough() && textLength(draft.body.value) <= RICH_TEXT_LIMIT);

  async function submit(): Promise<Sent | undefined> {
    if (isSending.value || !canSend.value) return undefined;
    if (!navigator.onLine) {
      draft.flush();
      failure.value = t('conversations.draft.offline');
      return undefined;
    }
    failure.value = undefined;
    isSending.value = true;
    try {
      return await sent(readyToPublish(draft.body.value ?? { type: 'doc' }));
    } finally {
      isSending.value = false;
    }
  }

  async function sent(body: RichTextDocument): Promise<Sent | undefined> {
    const earlier = draft.unanswered.value;
    const ready = await draft.markSent(body);
    if (ready !== true) {
      failure.value = t(unsentReason(ready));
      return undefined;
    }
    const answer = await send({ key: draft.key.value, body, place: draft.place.value });
    if (!answer) {
      if (mayHaveArrived(errorCode(error.value))) draft.markUnanswered();
      else draft.markRefused();
      return failed(error.value);
    }

    const saysWhatWasWritten = (what: Pick<Draft, 'details'> & { body: RichTextDocument }) =>
      isSameText(bodyOf(answer), what.body) && isSameLine(titleOf?.(answer), what.details?.title);
    // It had arrived before, and was changed since: here, or by what another device has made of it.
    const wasChanged = earlier !== null && !(isSameText(earlier.body, body) && isSameLine(earlier.details?.title, draft.details.value?.title));
    const confirmed = wasChanged && !saysWhatWasWritten({ body, details: draft.details.value }) ? await amend(answer, body) : answer;
    if (!confirmed) return failed(amendError.value);
    draft.confirm();
    return confirmed;
  }

  function failed(reason: CombinedError | undefined): undefined {
    failure.value = errorSentence(reason);
    return undefined;
  }

  return { submit, isSending, failure, canSend };
}

/** Only a refusal by name tells that nothing was written; a lost connection or a fault tells nothing. */
export const mayHaveArrived = (code: string | undefined): boolean => code === undefined || code === 'NETWORK' || code === 'INTERNAL';

/** Why it was not sent: the key of the sentence. */
export function unsentReason(settled: Settled): string {
  if (settled === 'ask') return 'conversations.draft.chooseFirst';
  if (settled === 'startAnew') return 'conversations.draft.notSentTwice';
  return 'errors.NETWORK';
}

function isSameText(one: RichTextDocument, other: RichTextDocument): boolean {
  return plainText(one) === plainText(other);
}

// The server folds the white space of a title.
function isSameLine(one: string | null | undefined, other: string | null | undefined): boolean {
  const folded = (line: string | null | undefined) => (line ?? '').replace(/\s+/g, ' ').trim();
  return folded(one) === folded(other);
}
