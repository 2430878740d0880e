import type { SuggestionKeyDownProps, SuggestionPositionData, SuggestionProps } from '@tiptap/suggestion';
import { nextTick, reactive, useTemplateRef } from 'vue';

import type { Suggested, Suggestion } from './suggested.ts';

interface Find {
  find: (search: string) => Promise<Suggested[]>;
  /** Whether the first one is marked from the beginning, so that Enter takes it; else what is typed may be meant as it stands. */
  marksFirst: boolean;
}

/** The list under an `@` or a `#`: what it shows, which one is marked (-1: none), and the keys that drive it from the text. */
export function useSuggestionMenu() {
  const menu = reactive({ isOpen: false, found: [] as Suggested[], marked: 0 });
  // The component shows the list in an element of this name.
  const element = useTemplateRef<HTMLElement>('suggestionMenu');
  let chooseOne: ((one: Suggested) => void) | undefined;
  let unmount: (() => void) | undefined;

  function show(props: SuggestionProps<Suggested, Suggested>, marksFirst: boolean) {
    chooseOne = props.command;
    // While the next answer is on its way the last one stays: a list that blinks cannot be read.
    if (props.loading && props.query !== '') return;
    menu.found = props.items;
    menu.marked = marksFirst ? 0 : -1;
    menu.isOpen = props.items.length > 0;
    if (!menu.isOpen || unmount) return;
    void nextTick(() => {
      if (menu.isOpen && element.value && !unmount) unmount = props.mount(element.value, { onPosition: place });
    });
  }

  /** Under the caret, and never past the edge of the text. */
  function place({ x, y }: SuggestionPositionData) {
    const list = element.value;
    if (!list) return;
    const room = (list.offsetParent?.clientWidth ?? list.offsetWidth) - list.offsetWidth;
    Object.assign(list.style, { left: `${Math.max(0, Math.min(x, room))}px`, top: `${y}px` });
  }

  function hide() {
    menu.isOpen = false;
    menu.found = [];
    unmount?.();
    unmount = undefined;
  }

  function choose(index: number) {
    const one = menu.found[index];
    if (one) chooseOne?.(one);
  }

  function onKeyDown({ event }: SuggestionKeyDownProps): boolean {
    if (!menu.isOpen || event.isComposing) return false;
    const count = menu.found.length;
    const isPublishing = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown') menu.marked = (menu.marked + 1) % count;
    else if (event.key === 'ArrowUp') menu.marked = (menu.marked <= 0 ? count : menu.marked) - 1;
    else if (event.key === 'Tab' && !event.shiftKey) choose(Math.max(0, menu.marked));
    else if (event.key === 'Enter' && menu.marked >= 0 && !isPublishing && !event.shiftKey) choose(menu.marked);
    else return false;
    return true;
  }

  const suggestionBy = ({ find, marksFirst }: Find): Suggestion => {
    const shown = (props: SuggestionProps<Suggested, Suggested>) => show(props, marksFirst);
    return { items: ({ query }) => find(query), render: () => ({ onStart: shown, onUpdate: shown, onExit: hide, onKeyDown }) };
  };
  return { menu, suggestionBy, choose };
}
