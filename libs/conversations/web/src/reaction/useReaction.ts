import { notify } from '@parvis/platform/ui';
import { type ReactionKind, useCommand } from '@parvis/platform/web';
import { computed, type MaybeRefOrGetter, shallowRef, toValue } from 'vue';

import { type Reactions, withViewerReaction } from './reaction-kinds.ts';
import { SetReactionDocument } from './ReactionBar.generated.ts';

export interface ReactionSubject {
  /** `comment`, or what a higher domain lets people talk about: `post`. */
  type: string;
  id: string;
}

/** The viewer's reaction: in sight at once, taken back in sight when the server says no. */
export function useReaction(subject: MaybeRefOrGetter<ReactionSubject>, stored: MaybeRefOrGetter<Reactions>) {
  const { run, sentence } = useCommand(SetReactionDocument);
  const wished = shallowRef<{ kind: ReactionKind | null }>();
  const shown = computed(() => (wished.value ? withViewerReaction(toValue(stored), wished.value.kind) : toValue(stored)));
  let isSending = false;

  async function react(kind: ReactionKind | null): Promise<void> {
    wished.value = { kind };
    if (isSending) return;
    isSending = true;
    // Whoever changes their mind while a try is under way means the last wish: it is sent after.
    for (let sent: ReactionKind | null | undefined; wished.value && wished.value.kind !== sent; ) {
      sent = wished.value.kind;
      const { type, id } = toValue(subject);
      const answer = await run({ input: { subject: { type, id }, kind: sent } });
      if (answer) continue;
      wished.value = undefined;
      notify(sentence.value ?? '', 'danger');
    }
    isSending = false;
    wished.value = undefined;
  }

  return { shown, react };
}
