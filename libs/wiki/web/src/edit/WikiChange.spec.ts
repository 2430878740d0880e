import { hasDraft } from '@parvis/conversations/web';
import { createGraphqlClient, i18n, type RichTextDocument, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';

import en from '../locales/en.json';
import WikiChange from './WikiChange.vue';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const page = { id: 'p1', title: 'Bleeding a circuit', version: 3, body: words('Open the valve.') };
const editor = {
  name: 'RichTextEditor',
  props: ['modelValue'],
  emits: ['update:modelValue'],
  template: `<button class="write" @click="$emit('update:modelValue', ${JSON.stringify(words('Open the lower valve.')).replaceAll('"', "'")})" />`,
};

const pages: { unmount(): void }[] = [];

async function aChange() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/wiki/:id', name: 'wiki-page', component: { template: '<p />' } },
      { path: '/wiki/:id/edit', name: 'edit-wiki-page', component: { template: '<p />' } },
      { path: '/wiki/:id/history', name: 'wiki-page-history', component: { template: '<p />' } },
    ],
  });
  await router.push('/wiki/p1/edit');
  const shown = mount(WikiChange, {
    props: { page: page as never },
    attachTo: document.body,
    global: { plugins: [i18n, router, [urql, createGraphqlClient([])]], stubs: { RichTextEditor: editor } },
  });
  pages.push(shown);
  const press = async (name: string) => {
    const found = [...document.querySelectorAll('button')].filter((button) => button.textContent?.trim() === name).at(-1);
    if (!found) throw new Error(`No button « ${name} »`);
    found.click();
    await flushPromises();
  };
  return { shown, router, press };
}

beforeEach(async () => {
  localStorage.clear();
  vi.stubGlobal('fetch', async () => Response.json({ person: { id: 'me', displayName: 'Me', email: null, roles: [] } }));
  await startSession();
  i18n.global.mergeLocaleMessage('en', en);
  i18n.global.mergeLocaleMessage('en', { ui: { cancel: 'Cancel' }, conversations: { writing: { later: 'Continue later' }, drafts: { throwAway: 'Throw away', sure: 'Sure?', sureText: 'All of it.' } } });
});
afterEach(() => {
  for (const shown of pages.splice(0)) shown.unmount();
});

describe('a page being changed', () => {
  it('that was not touched is left as it was found', async () => {
    const { router, press } = await aChange();
    await press('Cancel');
    expect([router.currentRoute.value.name, hasDraft('wiki.p1')]).toEqual(['wiki-page', false]);
  });

  it('keeps what was written when it is left', async () => {
    const { shown, router, press } = await aChange();
    await shown.get('.write').trigger('click');
    await press('Continue later');
    expect([router.currentRoute.value.name, hasDraft('wiki.p1')]).toEqual(['wiki-page', true]);
  });

  it('is thrown away once that is confirmed', async () => {
    const { shown, router, press } = await aChange();
    await shown.get('.write').trigger('click');
    await press('Throw away');
    expect(router.currentRoute.value.name).toBe('edit-wiki-page');
    await press('Throw away');
    expect([router.currentRoute.value.name, hasDraft('wiki.p1')]).toEqual(['wiki-page', false]);
  });
});
