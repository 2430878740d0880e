import { notify } from '@parvis/platform/ui';
import { useCommand } from '@parvis/platform/web';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';

import {
  type FollowedPersonFragment,
  FollowPersonDocument,
  UnfollowPersonDocument,
} from '../components/FollowButton.generated.ts';

/** Follows a person, or no longer. */
export function useFollow(person: MaybeRefOrGetter<FollowedPersonFragment>) {
  const follow = useCommand(FollowPersonDocument);
  const unfollow = useCommand(UnfollowPersonDocument);

  async function toggle(): Promise<void> {
    const { id, viewerFollows } = toValue(person);
    const command = viewerFollows ? unfollow : follow;
    await command.run({ id });
    if (command.sentence.value) notify(command.sentence.value, 'danger');
  }

  return { isBusy: computed(() => follow.isRunning.value || unfollow.isRunning.value), toggle };
}
