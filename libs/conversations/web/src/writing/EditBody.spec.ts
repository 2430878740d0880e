import { createGraphqlClient, i18n, type RichTextDocument, startSession } from '@parvis/platform/web';
import urql from '@urql/vue';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { hasDraft } from '../draft/useDraft.ts';
import en from '../locales/en.json';
import EditBody from './EditBody.vue';

const words = (text: string): RichTextDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const editor = {
  name: 'RichTextEditor',
  props: ['modelValue'],
  emits: ['update:modelValue'],
  template: `<div><button class="write" @click="$emit('update:modelValue', ${JSON.stringify(words('Open the lower valve.')).replaceAll('"', "'")})" /><slot /></div>`,
};

const shown: { unmount(): void }[] = [];

function edit() {
  const page = mount(EditBody, {
    props: { body: words('Open the valve.'), subject: 'post.p1', label: 'Your post', save: async () => undefined },
    attachTo: document.body,
    global: { plugins: [i18n, [urql, createGraphqlClient([])]], stubs: { RichTextEditor: editor } },
  });
  shown.push(page);
  const press = async (name: string) => {
    const found = [...document.querySelectorAll('button')].filter((button) => button.textContent?.trim() === name).at(-1);
    if (!found) throw new Error(`No button « ${name} »`);
    found.click();
    await flushPromises();
  };
  const outcome = () => ({ isDone: page.emitted('done') !== undefined, isKept: hasDraft('edit.post.p1') });
  return { page, press, outcome };
}

beforeEach(async () => {
  localStorage.clear();
  vi.stubGlobal('fetch', async () => Response.json({ person: { id: 'me', displayName: 'Me', email: null, roles: [] } }));
  await startSession();
  i18n.global.mergeLocaleMessage('en', en);
});
afterEach(() => {
  for (const page of shown.splice(0)) page.unmount();
});

it('leaves what was not touched as it was', async () => {
  const { press, outcome } = edit();
  await press('Cancel');
  expect(outcome()).toEqual({ isDone: true, isKept: false });
});

it('keeps what was written when it is left', async () => {
  const { page, press, outcome } = edit();
  await page.get('.write').trigger('click');
  await press('Continue later');
  expect(outcome()).toEqual({ isDone: true, isKept: true });
});

it('throws away what was written once that is confirmed', async () => {
  const { page, press, outcome } = edit();
  await page.get('.write').trigger('click');
  await press('Throw away');
  expect(outcome().isDone).toBe(false);
  await press('Throw away');
  expect(outcome()).toEqual({ isDone: true, isKept: false });
});
