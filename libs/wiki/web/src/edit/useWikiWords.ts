import { isBlank, type DraftHandle } from '@parvis/conversations/web';
import type { RichTextDocument } from '@parvis/platform/web';
import { computed, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

interface Refusal {
  field: Readonly<Ref<string | undefined>>;
  sentence: Readonly<Ref<string | undefined>>;
}

/** Title and text of a page, without which it is not sent; what is wrong with the title is said at its field, everything else under the text. */
export function useWikiWords(draft: DraftHandle, { field, sentence }: Refusal, initialTitle = '') {
  const { t } = useI18n();
  const missing = ref<'title' | 'body' | null>(null);

  /** Null when one of the two is missing, which is said then. */
  function words(): { title: string; body: RichTextDocument } | null {
    const title = (draft.details.value?.title ?? initialTitle).trim();
    const body = draft.body.value;
    missing.value = null;
    if (title && body && !isBlank(body)) return { title, body };
    missing.value = title ? 'body' : 'title';
    return null;
  }

  return {
    words,
    titleError: computed(() => (missing.value === 'title' ? t('errors.TEXT_REQUIRED') : field.value === 'title' ? sentence.value : undefined)),
    textError: computed(() => (missing.value === 'body' ? t('errors.TEXT_REQUIRED') : field.value === 'title' ? undefined : sentence.value)),
  };
}
