import { i18n, startSession } from '@parvis/platform/web';
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { ref } from 'vue';

import type { PostPages } from './post-pages.ts';
import PostList from './PostList.vue';

const room = vi.hoisted(() => ({ tell: (_change: unknown) => {} }));
vi.mock('socket.io-client', () => ({
  io: () => ({
    connected: true,
    emit: () => {},
    on: (name: string, handler: (change: unknown) => void) => name === 'changed' && (room.tell = handler),
  }),
}));

it('goes on telling of new posts until they could be read', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ person: { id: 'ada', displayName: 'Ada', email: null, roles: [] } }));
  vi.stubGlobal('scrollTo', () => {});
  await startSession();
  const refresh = vi.fn<() => Promise<boolean>>();
  const no = ref(false);
  const pages = {
    items: ref([]), isLoading: no, isLoadingMore: no, isFetching: no, hasMore: no, error: ref(undefined), loadMore: () => {}, refresh,
  } as unknown as PostPages;
  const page = mount(PostList, { props: { pages, topic: 'home' }, global: { plugins: [i18n] } });
  await vi.dynamicImportSettled();
  room.tell({ topic: 'home', kind: 'post.published', id: 'a', authorId: 'grace' });
  await flushPromises();
  const press = async () => {
    await page.get('button').trigger('click');
    await flushPromises();
  };

  refresh.mockResolvedValueOnce(false);
  await press();
  expect(page.get('button').text()).toBe('1 new post');

  refresh.mockResolvedValueOnce(true);
  await press();
  expect(page.find('button').exists()).toBe(false);
});
