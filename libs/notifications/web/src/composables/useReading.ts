import { notify } from '@parvis/platform/ui';
import { useCommand } from '@parvis/platform/web';
import { useClientHandle } from '@urql/vue';

import { catchUp, news, setUnreadCount } from './news.ts';
import { MarkNotificationsReadDocument } from './Reading.generated.ts';

/** Marks notifications as read: one that is opened, or all that one has seen. What comes meanwhile stays unread. */
export function useReading() {
  const { client } = useClientHandle();
  const command = useCommand(MarkNotificationsReadDocument);

  async function read(input: { ids?: string[]; upTo?: number }): Promise<void> {
    const done = await command.run({ input });
    if (command.sentence.value) return notify(command.sentence.value, 'danger');
    if (!done) return;
    setUnreadCount(done.markNotificationsRead.unreadCount);
    // The list is told what is read now as every other tab is.
    await catchUp(client);
  }

  return {
    isRunning: command.isRunning,
    readOne: ({ id, seq, readAt }: { id: string; seq: number; readAt: string | null }) => (readAt === null ? read({ ids: [id], upTo: seq }) : Promise.resolve()),
    readAll: () => read({ upTo: news.lastSeq() ?? 0 }),
  };
}
