import { notify } from '@parvis/platform/ui';
import { useCommand } from '@parvis/platform/web';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useI18n } from 'vue-i18n';

import {
  type JoinableCommunityFragment,
  JoinCommunityDocument,
  LeaveCommunityDocument,
} from '../components/JoinButton.generated.ts';

/** The viewer's own way in and out of a community. */
export function useMembership(community: MaybeRefOrGetter<JoinableCommunityFragment>) {
  const { t } = useI18n();
  const joining = useCommand(JoinCommunityDocument);
  const leaving = useCommand(LeaveCommunityDocument);
  const status = computed(() => toValue(community).viewerMembership?.status ?? 'NONE');

  /** Joins an open community; asks to join a closed one. */
  async function join(): Promise<void> {
    const { id, name } = toValue(community);
    const done = await joining.run({ id });
    if (!done) return notify(joining.sentence.value ?? '', 'danger');
    const isIn = done.joinCommunity.viewerMembership?.status === 'MEMBER';
    notify(t(isIn ? 'communities.joined' : 'communities.asked', { name }));
  }

  /** Leaves, or takes back the request. True when done. */
  async function leave(): Promise<boolean> {
    const { id, name } = toValue(community);
    const wasMember = status.value === 'MEMBER';
    const done = await leaving.run({ id });
    if (!done) {
      notify(leaving.sentence.value ?? '', 'danger');
      return false;
    }
    notify(t(wasMember ? 'communities.left' : 'communities.withdrawn', { name }));
    return true;
  }

  return { status, join, leave, isBusy: computed(() => joining.isRunning.value || leaving.isRunning.value) };
}
