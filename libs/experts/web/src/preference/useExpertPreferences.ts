import { notify } from '@parvis/platform/ui';
import { type ChangeExpertPreferencesInput, useCommand } from '@parvis/platform/web';
import { useI18n } from 'vue-i18n';

import { ChangeExpertPreferencesDocument } from './ExpertPreferencesPage.generated.ts';

/** Changes what one accepts to be asked; each change is kept at once. */
export function useExpertPreferences() {
  const { t } = useI18n();
  const { run, isRunning, sentence, forgetError } = useCommand(ChangeExpertPreferencesDocument);

  /** True when it is kept; else the reason is in `sentence`. */
  async function change(input: ChangeExpertPreferencesInput): Promise<boolean> {
    const isKept = (await run({ input })) !== undefined;
    if (isKept) notify(t('experts.preferences.saved'));
    return isKept;
  }

  return { change, isRunning, sentence, forgetError };
}
