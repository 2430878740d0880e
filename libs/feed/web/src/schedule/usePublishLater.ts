import { type DraftHandle, readyToPublish } from '@parvis/conversations/web';
import { notify } from '@parvis/platform/ui';
import { type CreatePostInput, type RichTextDocument, useCommand } from '@parvis/platform/web';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { useMoments } from './useMoments.ts';
import { SchedulePostDocument } from './usePublishLater.generated.ts';

/** Sends a draft to be published later; it is cleared when the server has it, not before. */
export function usePublishLater(draft: DraftHandle, input: (body: RichTextDocument) => Omit<CreatePostInput, 'key'>) {
  const { t } = useI18n();
  const { moment } = useMoments();
  const { run, isRunning, sentence, forgetError } = useCommand(SchedulePostDocument);
  const isAsked = ref(false);

  /** Whether it is scheduled now. */
  async function schedule(at: Date): Promise<boolean> {
    forgetError();
    const body = readyToPublish(draft.body.value ?? { type: 'doc' });
    const done = await run({ input: { key: draft.key.value, ...input(body) }, publishAt: at.toISOString() });
    if (!done) return false;
    isAsked.value = false;
    draft.confirm();
    notify(t('feed.schedule.done', { when: moment(done.schedulePost.publishAt) }));
    return true;
  }

  return { schedule, isAsked, isScheduling: isRunning, scheduleFailure: sentence };
}
