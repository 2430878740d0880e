import { notify } from '@parvis/platform/ui';
import { type ChangeNotificationSettingsInput, useCommand } from '@parvis/platform/web';
import { useI18n } from 'vue-i18n';

import { ChangeNotificationSettingsDocument } from '../pages/NotificationSettingsPage.generated.ts';

/** Changes one's settings; each change is kept at once. */
export function useSettings() {
  const { t } = useI18n();
  const command = useCommand(ChangeNotificationSettingsDocument);

  /** True when it is kept; else the reason was said. */
  async function change(input: ChangeNotificationSettingsInput): Promise<boolean> {
    const done = await command.run({ input });
    notify(done ? t('notifications.settings.saved') : (command.sentence.value ?? ''), done ? undefined : 'danger');
    return done !== undefined;
  }

  return { change, isRunning: command.isRunning };
}
