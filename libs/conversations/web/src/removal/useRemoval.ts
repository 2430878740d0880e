import { announce } from '@parvis/platform/ui';
import { useCommand } from '@parvis/platform/web';
import type { TypedDocumentNode } from '@urql/vue';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { markRemoved } from './removed-things.ts';

interface Wish {
  id: () => string;
  /** The mutation that deletes the thing by its id. */
  document: TypedDocumentNode<object, { id: string }>;
  /** Said once it is done, the key of a sentence. */
  doneKey: string;
  onRemoved: () => void;
}

export type Removal = ReturnType<typeof useRemoval>;

/** Deleting after a question, which RemovalDialog asks; lists forget the thing at once. */
export function useRemoval({ id, document, doneKey, onRemoved }: Wish) {
  const { t } = useI18n();
  const { run, isRunning, sentence, forgetError } = useCommand(document);
  const isAsking = ref(false);

  function ask() {
    forgetError();
    isAsking.value = true;
  }

  async function confirm() {
    if (!(await run({ id: id() }))) return;
    isAsking.value = false;
    markRemoved(id());
    announce(t(doneKey));
    onRemoved();
  }

  return { isAsking, isRunning, sentence, ask, confirm };
}
