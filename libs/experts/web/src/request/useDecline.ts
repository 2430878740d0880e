import { announce, notify } from '@parvis/platform/ui';
import { i18n, useCommand } from '@parvis/platform/web';

import { DeclineExpertRequestDocument } from './requests.generated.ts';

/** « Not this time »: one press, without a reason. */
export function useDecline() {
  const { run, isRunning, sentence } = useCommand(DeclineExpertRequestDocument);

  async function decline(id: string): Promise<boolean> {
    const isDone = (await run({ id })) !== undefined;
    if (isDone) announce(i18n.global.t('experts.requests.declined'));
    else if (sentence.value) notify(sentence.value, 'danger');
    return isDone;
  }

  return { decline, isDeclining: isRunning };
}
