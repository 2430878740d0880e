import { type ThreadState, useCommand } from '@parvis/platform/web';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

import { SetThreadStateDocument, ThreadStateDocument } from './useThreadState.generated.ts';

/** How the viewer stands to what is said about something (null: neither follows nor has muted it), and a change of that. */
export function useThreadState(subject: () => { type: string; id: string }) {
  const named = computed(() => ({ type: subject().type, id: subject().id }));
  const { data } = useQuery({ query: ThreadStateDocument, variables: computed(() => ({ subject: named.value })), requestPolicy: 'cache-and-network' });
  const setting = useCommand(SetThreadStateDocument);

  return {
    isKnown: computed(() => Boolean(data.value?.conversation)),
    state: computed(() => data.value?.conversation?.viewerThreadState ?? null),
    isSetting: setting.isRunning,
    /** Why the last change was refused. */
    refusal: setting.sentence,
    /** How it is now; undefined when it was refused. */
    set: async (wished: ThreadState | null) => (await setting.run({ input: { subject: named.value, state: wished } }))?.setThreadState.viewerThreadState,
  };
}
