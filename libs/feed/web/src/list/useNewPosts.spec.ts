import { type Change, startSession } from '@parvis/platform/web';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, shallowRef } from 'vue';

import { useNewPosts } from './useNewPosts.ts';

const room = vi.hoisted(() => ({ tell: (_change: unknown) => {}, reconnect: () => {} }));
vi.mock('socket.io-client', () => ({
  io: () => {
    const handlers: Record<string, (change?: unknown) => void> = {};
    room.tell = (change) => handlers['changed']?.(change);
    room.reconnect = () => handlers['connect']?.();
    return { connected: true, emit: () => {}, on: (name: string, handler: () => void) => (handlers[name] = handler) };
  },
}));

const published = (id: string, part: Partial<Change> = {}) => room.tell({ topic: 'home', kind: 'post.published', id, authorId: 'grace', ...part });

async function aFeed() {
  const shown = shallowRef<string[]>(['old']);
  let news!: ReturnType<typeof useNewPosts>;
  mount(
    defineComponent({
      setup: () => {
        news = useNewPosts({ topic: 'home', kind: 'post.published', shownIds: () => shown.value });
        return () => null;
      },
    }),
  );
  await vi.dynamicImportSettled();
  return { news, shown };
}

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ person: { id: 'ada', displayName: 'Ada', email: null, roles: [] } }));
  await startSession();
});

describe('useNewPosts', () => {
  it('counts each new post once, although it is told at least once', async () => {
    const { news } = await aFeed();
    published('a');
    published('a');
    published('b');

    expect(news.count.value).toBe(2);
  });

  it("does not count the viewer's own, another kind of change, or another topic", async () => {
    const { news } = await aFeed();
    published('a', { authorId: 'ada' });
    published('b', { kind: 'post.edited' });
    published('c', { topic: 'community:1' });

    expect(news.count.value).toBe(0);
  });

  it('does not count what is in sight', async () => {
    const { news, shown } = await aFeed();
    published('old');
    published('a');
    expect(news.count.value).toBe(1);
    shown.value = ['a', 'old'];

    expect(news.count.value).toBe(0);
  });

  it('goes on counting what came while the list was read', async () => {
    const { news } = await aFeed();
    published('a');
    const told = news.ids();
    published('b');
    news.clear(told);

    expect(news.count.value).toBe(1);
  });

  it('starts from nothing once it is read', async () => {
    const { news } = await aFeed();
    published('a');
    news.clear();

    expect(news.count.value).toBe(0);
  });
});
