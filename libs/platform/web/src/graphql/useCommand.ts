import { type AnyVariables, type CombinedError, type TypedDocumentNode, useMutation } from '@urql/vue';
import { computed, shallowRef } from 'vue';

import { errorCode, errorField, errorSentence } from '../errors/error-sentence.ts';

/**
 * Something the person asks to be done. `run` gives the answer, or undefined when it was refused or lost; the
 * reason is then in `sentence`, in the person's language, until the next try.
 */
export function useCommand<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { executeMutation } = useMutation<Data, Variables>(document);
  const isRunning = shallowRef(false);
  const error = shallowRef<CombinedError>();

  async function run(variables: Variables): Promise<Data | undefined> {
    if (isRunning.value) return undefined;
    isRunning.value = true;
    error.value = undefined;
    const result = await executeMutation(variables);
    isRunning.value = false;
    error.value = result.error;
    return result.error ? undefined : result.data;
  }

  return {
    run,
    isRunning,
    error,
    code: computed(() => errorCode(error.value)),
    field: computed(() => errorField(error.value)),
    sentence: computed(() => (error.value ? errorSentence(error.value) : undefined)),
    forgetError: () => (error.value = undefined),
  };
}
