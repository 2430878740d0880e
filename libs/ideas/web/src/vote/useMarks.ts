import { errorSentence, inTurn } from '@parvis/platform/web';
import { useMutation } from '@urql/vue';
import { computed, type MaybeRefOrGetter, reactive, toValue } from 'vue';

import { type BallotFragment, CastVotesDocument } from './Ballot.generated.ts';

interface Unsaved {
  /** Which try of the paper it is. */
  attempt: number;
  mark: number | null;
  isSaving: boolean;
  failure: string | null;
}

/**
 * The viewer's paper: what the server has, and over it what is on its way or could not be saved, which stays until it is. Votes set a state, so that a try
 * again never counts twice; they are sent one after the other, so that the last one given is the last one kept.
 */
export function useMarks(ballot: MaybeRefOrGetter<BallotFragment>) {
  const { executeMutation } = useMutation(CastVotesDocument);
  const next = inTurn();
  let attempts = 0;
  const unsaved = reactive(new Map<string, Unsaved>());
  const saved = computed(() => new Map(toValue(ballot).viewerVotes.map(({ ideaId, mark }) => [ideaId, mark])));

  async function give(ideaId: string, mark: number | null): Promise<void> {
    const attempt = (attempts += 1);
    unsaved.set(ideaId, { attempt, mark, isSaving: true, failure: null });
    const { error } = await next(() => executeMutation({ ballotId: toValue(ballot).id, votes: [{ ideaId, mark }] }));
    // A newer mark is on its way: the answer to that one counts.
    if (unsaved.get(ideaId)?.attempt !== attempt) return;
    if (!error) return void unsaved.delete(ideaId);
    // What was refused is not so; what was lost on the way is kept for another try.
    if (error.networkError) unsaved.set(ideaId, { attempt, mark, isSaving: false, failure: errorSentence(error) });
    else unsaved.set(ideaId, { attempt, mark: saved.value.get(ideaId) ?? null, isSaving: false, failure: errorSentence(error) });
  }

  return {
    markOf: (ideaId: string): number | null => unsaved.get(ideaId)?.mark ?? (unsaved.has(ideaId) ? null : (saved.value.get(ideaId) ?? null)),
    isSaving: (ideaId: string): boolean => unsaved.get(ideaId)?.isSaving ?? false,
    failureOf: (ideaId: string): string | null => unsaved.get(ideaId)?.failure ?? null,
    isLost: (ideaId: string): boolean => Boolean(unsaved.get(ideaId)?.failure) && unsaved.get(ideaId)?.mark !== (saved.value.get(ideaId) ?? null),
    give,
    again: (ideaId: string) => give(ideaId, unsaved.get(ideaId)?.mark ?? null),
  };
}
