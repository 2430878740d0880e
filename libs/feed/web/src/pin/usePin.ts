import { notify } from '@parvis/platform/ui';
import { useCommand, useSession } from '@parvis/platform/web';
import { computed, inject, type InjectionKey, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { companyVoices } from '../kinds/announcement/announcement.look.ts';
import { PinPostDocument, UnpinPostDocument } from './PinnedPosts.generated.ts';

/** Whether the viewer animates the community whose page this is. */
export const animatesKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('animates');

/** Keeping a post on top, offered where the viewer may: on their community's own page, and for what is said to the whole company. */
export function usePin(post: () => { id: string; isPinned: boolean; community?: object | null }) {
  const { t } = useI18n();
  const { hasRole } = useSession();
  const animates = inject(animatesKey, null);
  const pinning = useCommand(PinPostDocument);
  const unpinning = useCommand(UnpinPostDocument);
  const canPin = computed(() => (post().community ? (animates?.value ?? false) : companyVoices.some(hasRole)));

  async function toggle() {
    const { id, isPinned } = post();
    const command = isPinned ? unpinning : pinning;
    const done = await command.run({ id });
    if (done) notify(t(isPinned ? 'feed.pin.unpinned' : 'feed.pin.pinned'));
    else notify(command.sentence.value ?? '', 'danger');
  }

  return { canPin, toggle };
}
