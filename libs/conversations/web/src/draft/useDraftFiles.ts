import type { MediaFileFragment } from '@parvis/media/web';
import { shallowRef, watch } from 'vue';

import { withDetail } from './draft-details.ts';
import type { DraftHandle } from './useDraft.ts';

/** The files that were left with a draft. */
export function filesOf(draft: DraftHandle): MediaFileFragment[] {
  const files = draft.details.value?.['files'];
  return Array.isArray(files) ? (files as MediaFileFragment[]) : [];
}

/** The files beside a text, kept with its draft. */
export function useDraftFiles(draft: DraftHandle) {
  const files = shallowRef(filesOf(draft));
  watch(draft.replacements, () => (files.value = filesOf(draft)));
  watch(files, (now) => (draft.details.value = withDetail(draft.details.value, 'files', now.length > 0 ? now : undefined)));
  return files;
}
