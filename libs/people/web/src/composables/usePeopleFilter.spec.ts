import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { usePeopleFilter } from './usePeopleFilter.ts';

const nothing = { render: () => null };

async function aDirectory(address: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/people', name: 'people', component: nothing },
      { path: '/search', name: 'search', component: nothing },
    ],
  });
  await router.push(address);
  let filter!: ReturnType<typeof usePeopleFilter>;
  const Page = defineComponent(() => {
    filter = usePeopleFilter();
    return () => null;
  });
  mount(Page, { global: { plugins: [router] } });
  return { router, filter };
}

describe('usePeopleFilter', () => {
  it('follows the address when another hand changes it', async () => {
    const { router, filter } = await aDirectory('/people?q=paint&department=Quality');
    expect(filter.asked.value).toEqual({ search: 'paint', department: 'Quality' });
    await router.push('/people');
    expect(filter.asked.value).toEqual({ search: null, department: null });
    expect(filter.search.value).toBe('');
  });

  it('does not take another page’s words for its own', async () => {
    const { router, filter } = await aDirectory('/people?q=paint');
    await router.push('/search?q=steel');

    expect(filter.asked.value.search).toBe('paint');
  });

  it('leaves what is being typed alone while the address catches up', async () => {
    vi.useFakeTimers();
    const { router, filter } = await aDirectory('/people');
    filter.search.value = 'pai';
    await vi.advanceTimersByTimeAsync(250);
    filter.search.value = 'paint';
    await vi.advanceTimersByTimeAsync(10);

    expect(router.currentRoute.value.query['q']).toBe('pai');
    expect(filter.search.value).toBe('paint');
    vi.useRealTimers();
  });
});
