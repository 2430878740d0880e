import { announce, notify, useNow } from '@parvis/platform/ui';
import { i18n, useCommand, useFormats } from '@parvis/platform/web';
import { computed } from 'vue';

import { DeclineExpertRequestDocument } from './requests.generated.ts';

/** A request that waits for oneself: what happens without an answer, and « not this time »: one press, without a reason. */
export function useOwnRequest(request: () => { id: string; untilAt: string }) {
  const { relative } = useFormats();
  const now = useNow();
  const until = computed(() => i18n.global.t('experts.requests.until', { when: relative(request().untilAt, now.value) }));
  const { run, isRunning, sentence } = useCommand(DeclineExpertRequestDocument);

  async function decline(): Promise<boolean> {
    const isDone = (await run({ id: request().id })) !== undefined;
    if (isDone) announce(i18n.global.t('experts.requests.declined'));
    else if (sentence.value) notify(sentence.value, 'danger');
    return isDone;
  }

  return { until, decline, isDeclining: isRunning };
}
