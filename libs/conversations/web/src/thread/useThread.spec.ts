import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';

import type { CommentItemFragment } from '../comment/CommentItem.generated.ts';
import { useThread } from './useThread.ts';

const comment = (id: string) => ({ id }) as CommentItemFragment;

describe('useThread', () => {
  it('shows what was just added until the server gives it too, never twice', () => {
    const thread = useThread(() => 3);
    thread.add(comment('new'));
    expect(thread.added.value.map(({ id }) => id)).toEqual(['new']);
    thread.know([{ id: 'old' }, { id: 'new' }]);

    expect(thread.added.value).toEqual([]);
  });

  it('counts along with the viewer, and not twice once the server has counted', async () => {
    const countOnServer = ref(3);
    const thread = useThread(() => countOnServer.value);
    thread.add(comment('a'));
    thread.add(comment('b'));
    thread.removed();
    expect(thread.count.value).toBe(4);
    countOnServer.value = 4;
    await nextTick();

    expect(thread.count.value).toBe(4);
  });
});
