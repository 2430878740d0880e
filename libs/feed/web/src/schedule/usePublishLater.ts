import { type DraftHandle, readyToPublish, unsentReason } from '@parvis/conversations/web';
import { notify } from '@parvis/platform/ui';
import { type CreatePostInput, type RichTextDocument, useCommand, useFormats } from '@parvis/platform/web';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { SchedulePostDocument } from './usePublishLater.generated.ts';

/** Sends a draft to be published later; it is cleared when the server has it, not before. */
export function usePublishLater(draft: DraftHandle, input: (body: RichTextDocument) => Omit<CreatePostInput, 'key'>) {
  const { t } = useI18n();
  const { moment } = useFormats();
  const { run, isRunning, sentence, forgetError } = useCommand(SchedulePostDocument);
  const isAsked = ref(false);
  const unsent = ref<string>();

  /** Whether it is scheduled now. */
  async function schedule(at: Date): Promise<boolean> {
    forgetError();
    const body = readyToPublish(draft.body.value ?? { type: 'doc' });
    const ready = await draft.markSent(body);
    unsent.value = ready === true ? undefined : t(unsentReason(ready));
    if (ready !== true) return false;
    const done = await run({ input: { key: draft.key.value, ...input(body) }, publishAt: at.toISOString() });
    if (!done) {
      draft.markRefused();
      return false;
    }
    isAsked.value = false;
    draft.confirm();
    notify(t('feed.schedule.done', { when: moment(done.schedulePost.publishAt) }));
    return true;
  }

  return { schedule, isAsked, isScheduling: isRunning, scheduleFailure: computed(() => unsent.value ?? sentence.value) };
}
