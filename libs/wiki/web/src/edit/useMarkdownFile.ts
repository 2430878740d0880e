import { errorSentence, type RichTextDocument } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { RichTextOfMarkdownDocument } from './useMarkdownFile.generated.ts';

const MAX_BYTES = 240_000;
/** A first line that is a heading is the title: pages are downloaded that way. */
const titleLine = /^\s*# ([^\n]+)\n+/;

/** Reads a Markdown file into the editor. */
export function useMarkdownFile(take: (found: { title: string | null; body: RichTextDocument }) => void) {
  const { t } = useI18n();
  const { client } = useClientHandle();
  const failure = ref<string>();

  async function read(file: File): Promise<void> {
    failure.value = undefined;
    if (file.size > MAX_BYTES) {
      failure.value = t('wiki.edit.fileTooLarge');
      return;
    }
    const text = (await file.text()).replaceAll('\r\n', '\n');
    const title = titleLine.exec(text)?.[1]?.trim() ?? null;
    const { data, error } = await client.query(RichTextOfMarkdownDocument, { markdown: title ? text.replace(titleLine, '') : text }).toPromise();
    if (data) take({ title, body: data.richTextOfMarkdown });
    else failure.value = error ? errorSentence(error) : t('wiki.edit.fileUnreadable');
  }

  return { read, failure };
}
