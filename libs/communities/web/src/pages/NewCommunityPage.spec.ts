import { createGraphqlClient, i18n } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import { communitiesCache } from '../communities.cache.ts';
import NewCommunityPage from './NewCommunityPage.vue';

function aForm() {
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    keys.push((JSON.parse(init.body as string) as { variables: { input: { key: string } } }).variables.input.key);
    throw new TypeError('Failed to fetch');
  });
  const nothing = { render: () => null };
  const routes = [
    { path: '/', component: nothing },
    { path: '/communities', name: 'communities', component: nothing },
    { path: '/communities/:id', name: 'community', component: nothing },
  ];
  const router = createRouter({ history: createMemoryHistory(), routes });
  const page = mount(NewCommunityPage, {
    attachTo: document.body,
    global: { plugins: [i18n, router, [urql, createGraphqlClient([communitiesCache])]] },
  });
  const send = async () => {
    await page.get('form').trigger('submit');
    await flushPromises();
  };
  return { page, keys, send };
}

describe('NewCommunityPage', () => {
  it('names all that is missing, and goes to the first of it', async () => {
    const { page, keys, send } = aForm();
    await send();

    expect(page.findAll('[aria-invalid=true]')).toHaveLength(2);
    expect(document.activeElement).toBe(page.get('input[type=text]').element);
    expect(keys).toEqual([]);
  });

  it('sends the same words again under the same key, other words under another', async () => {
    const { page, keys, send } = aForm();
    await page.get('input[type=text]').setValue('Cycling');
    await page.get('textarea').setValue('For who rides to work');
    await send();
    await send();
    await page.get('input[type=text]').setValue('Cycling in Lyon');
    await send();

    expect(keys).toHaveLength(3);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});
