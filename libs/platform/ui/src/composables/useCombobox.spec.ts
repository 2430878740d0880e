import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, ref } from 'vue';

import { useCombobox } from './useCombobox.ts';

function aField(words: string[]) {
  const list = ref(words);
  const pick = vi.fn<(index: number) => void>();
  const page = mount(
    defineComponent(() => {
      const box = useCombobox({ count: () => list.value.length, pick });
      return () =>
        h('div', { onFocusout: box.focusout }, [
          h('input', { ...box.inputAttrs.value, onInput: box.open, onKeydown: box.keydown }),
          box.isOpen.value &&
            h(
              'ul',
              { id: box.listId, role: 'listbox' },
              list.value.map((word, index) => h('li', { id: box.optionId(index), role: 'option' }, word)),
            ),
        ]);
    }),
    { attachTo: document.body },
  );
  const field = page.get('input');
  const press = (key: string) => field.trigger('keydown', { key });
  const active = () => {
    const id = field.attributes('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent : undefined;
  };
  // jsdom lays nothing out, so it cannot scroll either.
  Element.prototype.scrollIntoView = () => {};
  return { page, field, press, pick, active, list };
}

describe('useCombobox', () => {
  it('opens as one types and says so', async () => {
    const { field, page } = aField(['Ada']);
    expect(field.attributes('aria-expanded')).toBe('false');

    await field.trigger('input');

    expect(field.attributes('aria-expanded')).toBe('true');
    expect(field.attributes('aria-controls')).toBe(page.get('[role=listbox]').attributes('id'));
  });

  it('walks through the options by arrow, and back to the words typed', async () => {
    const { press, active } = aField(['Ada', 'Grace']);
    const seen = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await press(key);
      seen.push(active());
    }

    expect(seen).toEqual(['Ada', 'Grace', undefined, 'Grace']);
  });

  it('picks the active option by Enter, and leaves Enter alone when there is none', async () => {
    const { press, pick } = aField(['Ada', 'Grace']);
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(pick).toHaveBeenCalledExactlyOnceWith(1);

    const other = aField(['Ada']);
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    other.field.element.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('forgets the active option when the list changes, and closes by Escape', async () => {
    const { field, press, active, list } = aField(['Ada']);
    await press('ArrowDown');
    list.value = ['Grace', 'Alan'];
    await Promise.resolve();
    expect(active()).toBeUndefined();

    await press('Escape');
    expect(field.attributes('aria-expanded')).toBe('false');
  });
});
