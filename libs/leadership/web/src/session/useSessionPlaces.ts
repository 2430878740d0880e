import { useWholeList } from '@parvis/platform/web';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { SessionPlacesDocument } from './SessionForm.generated.ts';

/** `everyone` in a choice, where the API says null. */
export const EVERYONE = 'everyone';

/** Where a session can be held: the whole company, or a community of one's own. */
export function useSessionPlaces(pause: () => boolean) {
  const { t } = useI18n();
  const joined = useWholeList({ query: SessionPlacesDocument, connection: (data) => data.communities, pause });
  return { options: computed(() => [{ value: EVERYONE, label: t('leadership.forEveryone') }, ...joined.items.value.map(({ id, name }) => ({ value: id, label: name }))]) };
}
