import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, shallowRef, useTemplateRef } from 'vue';

import { useListFocus } from './useListFocus.ts';

function aList(...words: string[]) {
  const items = shallowRef(words);
  const page = mount(
    defineComponent(() => {
      useListFocus(useTemplateRef<HTMLElement>('list'), () => items.value);
      const lines = () => items.value.map((word) => h('li', { key: word }, h('button', word)));
      return () => [
        h('button', { id: 'elsewhere' }, 'elsewhere'),
        h('section', { tabindex: -1 }, items.value.length > 0 ? [h('ul', { ref: 'list' }, lines())] : 'none'),
      ];
    }),
    { attachTo: document.body },
  );
  const press = (word: string) => page.findAll('button').find((button) => button.text() === word)!.element.focus();
  const focused = () => vi.waitFor(() => {
    expect(document.activeElement).not.toBe(document.body);
    return document.activeElement!;
  });
  return { items, press, focused };
}

describe('useListFocus', () => {
  it.each([
    ['the next item', 'b', ['a', 'c'], 'c'],
    ['the last one when it was the last', 'c', ['a', 'b'], 'b'],
  ])('goes on at %s', async (_case, gone, left, expected) => {
    const { items, press, focused } = aList('a', 'b', 'c');
    press(gone);
    items.value = left;

    await vi.waitFor(() => expect(document.activeElement).toBe(document.body));
    expect((await focused()).textContent).toBe(expected);
  });

  it('goes on around the list when it is empty', async () => {
    const { items, press, focused } = aList('a');
    press('a');
    items.value = [];

    await vi.waitFor(() => expect(document.activeElement).toBe(document.body));
    expect((await focused()).tagName).toBe('SECTION');
  });

  it('leaves the focus where it is when it was not lost', async () => {
    const { items, press } = aList('a', 'b');
    press('elsewhere');
    items.value = ['b'];
    await new Promise((resolve) => setTimeout(resolve, 80));

    expect(document.activeElement?.id).toBe('elsewhere');
  });
});
