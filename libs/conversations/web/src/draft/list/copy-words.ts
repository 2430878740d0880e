import { notify } from '@parvis/platform/ui';
import { i18n, type RichTextDocument } from '@parvis/platform/web';

import { plainText } from '../../rich-text/rich-text.ts';

/** Puts the words of a draft on the clipboard, and says so. */
export async function copyWords(title: string, body: RichTextDocument | null): Promise<void> {
  try {
    await navigator.clipboard.writeText([title, plainText(body)].filter(Boolean).join('\n\n'));
    notify(i18n.global.t('conversations.drafts.copied'));
  } catch {
    // Refused by the browser, or not offered over plain HTTP: the words stand there to be marked by hand.
    notify(i18n.global.t('conversations.drafts.notCopied'), 'danger');
  }
}
