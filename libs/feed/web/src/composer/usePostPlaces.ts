import { errorSentence, useFormats, useWholeList } from '@parvis/platform/web';
import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { type PostPlaceFragment, PostPlacesDocument } from './PostForm.generated.ts';

/** `everyone` in a choice, where the API says null. */
export const EVERYONE = 'everyone';

/** Where the viewer may post, and who will read it there. `only` leaves no choice. */
export function usePostPlaces(chosen: Ref<string | null>, only?: PostPlaceFragment) {
  const { t } = useI18n();
  const { counted } = useFormats();
  const joined = useWholeList({ query: PostPlacesDocument, connection: (data) => data.communities, pause: () => only !== undefined });

  const isWhole = computed(() => only !== undefined || (joined.data.value !== undefined && !joined.hasMore.value));

  const communities = computed(() => (only ? [only] : joined.items.value.filter(({ viewerCanPost }) => viewerCanPost)));
  /** Null: the whole company, or a community that is not known yet. */
  const community = computed(() => communities.value.find(({ id }) => id === chosen.value) ?? null);

  const options = computed(() => [
    { value: EVERYONE, label: t('feed.audience.everyone') },
    ...communities.value.map(({ id, name }) => ({ value: id, label: name })),
  ]);

  const readers = computed(() => {
    if (chosen.value === null) return t('feed.audience.readByEveryone');
    if (!community.value) return '';
    const { name, memberCount, visibility } = community.value;
    return counted(visibility === 'OPEN' ? 'feed.audience.readByOpen' : 'feed.audience.readByMembers', memberCount, { name });
  });

  /** A draft for a community that the viewer has since left, or may not post in any more. */
  const isLost = computed(() => chosen.value !== null && !community.value && isWhole.value);
  const failure = computed(() => joined.error.value && errorSentence(joined.error.value));

  return { options, chosen: community, readers, isLost, failure };
}
