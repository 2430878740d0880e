import { errorSentence, inTurn, type JudgeIdeaInput } from '@parvis/platform/web';
import { useMutation } from '@urql/vue';
import { computed, shallowRef } from 'vue';

import { JudgeIdeaDocument } from './JurySheet.generated.ts';

/** What is on its way to the server, of all sheets. */
const underWay = new Set<Promise<unknown>>();

/** Once all that was entered so far is kept: what is done with all sheets at once comes after it. */
export const keptSoFar = (): Promise<unknown> => Promise.all(underWay);

type Change = Omit<JudgeIdeaInput, 'ideaId'>;

/** What a juror enters about an idea: each change is sent in its turn, so that the last one entered is the last one kept. */
export function useJurySheet(ideaId: () => string) {
  const { executeMutation } = useMutation(JudgeIdeaDocument);
  const waiting = shallowRef(0);
  const failure = shallowRef<unknown>();
  const isSaved = shallowRef(false);
  const next = inTurn();

  /** Whether it was kept. */
  function save(change: Change): Promise<boolean> {
    waiting.value += 1;
    const turn = next(async () => {
      const { error } = await executeMutation({ input: { ideaId: ideaId(), ...change } });
      waiting.value -= 1;
      failure.value = error;
      isSaved.value = !error;
      return !error;
    });
    underWay.add(turn);
    void turn.then(() => underWay.delete(turn));
    return turn;
  }

  return {
    save,
    isSaving: computed(() => waiting.value > 0),
    isSaved: computed(() => isSaved.value && waiting.value === 0),
    sentence: computed(() => (failure.value ? errorSentence(failure.value) : undefined)),
  };
}
