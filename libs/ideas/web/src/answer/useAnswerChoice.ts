import type { DraftHandle } from '@parvis/conversations/web';
import type { IdeaOutcome } from '@parvis/platform/web';
import { computed } from 'vue';

/** What is chosen beside the reason of an answer. */
export interface AnswerChoice {
  /** Null: nothing is chosen yet. What a hurried sponsor has not chosen is not chosen for them. */
  outcome: IdeaOutcome | null;
  link: string;
  other: { id: string; title: string } | null;
}

/** Outcome, link and other idea of an answer live in its draft: kept as the reason is, back after a reload and on another device. */
export function useAnswerChoice({ details }: Pick<DraftHandle, 'details'>, initial: AnswerChoice) {
  const field = <Name extends keyof AnswerChoice>(name: Name) =>
    computed<AnswerChoice[Name]>({
      get: () => (details.value && name in details.value ? (details.value[name] as AnswerChoice[Name]) : initial[name]),
      set: (value) => (details.value = { title: '', ...initial, ...details.value, [name]: value }),
    });
  const [outcome, link, other] = [field('outcome'), field('link'), field('other')];
  return { outcome, link, other, words: computed(() => outcome.value && { outcome: outcome.value, link: link.value || null, otherIdeaId: other.value?.id ?? null }) };
}
