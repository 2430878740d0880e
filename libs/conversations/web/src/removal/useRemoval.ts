import { announce } from '@parvis/platform/ui';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { markRemoved } from './removed-things.ts';

interface Removal {
  id: () => string;
  /** Deletes on the server; gives the sentence of the refusal, nothing when it is done. */
  remove: () => Promise<string | undefined>;
  /** Said once it is done, the key of a sentence. */
  doneKey: string;
  onRemoved: () => void;
}

/** Deleting after a question: what ConfirmDialog needs, and the list that forgets the thing. */
export function useRemoval({ id, remove, doneKey, onRemoved }: Removal) {
  const { t } = useI18n();
  const isAsking = ref(false);
  const isRemoving = ref(false);
  const failure = ref<string>();

  function ask() {
    failure.value = undefined;
    isAsking.value = true;
  }

  async function confirm() {
    isRemoving.value = true;
    failure.value = await remove();
    isRemoving.value = false;
    if (failure.value) return;
    isAsking.value = false;
    markRemoved(id());
    announce(t(doneKey));
    onRemoved();
  }

  return { isAsking, isRemoving, failure, ask, confirm };
}
