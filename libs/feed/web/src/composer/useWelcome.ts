import type { RichTextDocument } from '@parvis/platform/web';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';

import { WelcomedPersonDocument } from './useWelcome.generated.ts';

/** An address that ends in ?welcome=<person> opens the composer on a word of welcome that mentions them; what was being written stays. */
export function useWelcome(canWrite: () => boolean, open: (startWith: RichTextDocument) => void): void {
  const { t } = useI18n();
  const route = useRoute();
  const personId = computed(() => (typeof route.query['welcome'] === 'string' ? route.query['welcome'] : null));
  const { data } = useQuery({
    query: WelcomedPersonDocument,
    variables: computed(() => ({ id: personId.value ?? '' })),
    pause: computed(() => personId.value === null),
  });
  const person = computed(() => (personId.value && canWrite() ? data.value?.person : null));
  watch(person, (welcomed) => welcomed && open(wordOfWelcome(t, welcomed)), { immediate: true, flush: 'post' });
}

function wordOfWelcome(t: (key: string) => string, { id, displayName }: { id: string; displayName: string }): RichTextDocument {
  const mention = { type: 'mention', attrs: { id, label: displayName } };
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: t('feed.composer.welcome') }, mention, { type: 'text', text: ' ' }] }] };
}
