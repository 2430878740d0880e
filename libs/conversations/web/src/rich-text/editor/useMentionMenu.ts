import type { SuggestionKeyDownProps, SuggestionPositionData, SuggestionProps } from '@tiptap/suggestion';
import { nextTick, reactive, useTemplateRef } from 'vue';

import type { MentionSuggestion, SuggestedPerson } from './mention.ts';

/** The list of colleagues under an `@`: what it shows, which one is marked, and the keys that drive it from the text. */
export function useMentionMenu(find: (search: string) => Promise<SuggestedPerson[]>) {
  const menu = reactive({ isOpen: false, people: [] as SuggestedPerson[], marked: 0 });
  // The component shows the list in an element of this name.
  const element = useTemplateRef<HTMLElement>('mentionMenu');
  let choosePerson: ((person: SuggestedPerson) => void) | undefined;
  let unmount: (() => void) | undefined;

  function show(props: SuggestionProps<SuggestedPerson, SuggestedPerson>) {
    choosePerson = props.command;
    // While the next answer is on its way the last one stays: a list that blinks cannot be read.
    if (props.loading && props.query !== '') return;
    menu.people = props.items;
    menu.marked = 0;
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
    menu.people = [];
    unmount?.();
    unmount = undefined;
  }

  function choose(index: number) {
    const person = menu.people[index];
    if (person) choosePerson?.(person);
  }

  function onKeyDown({ event }: SuggestionKeyDownProps): boolean {
    if (!menu.isOpen || event.isComposing) return false;
    const count = menu.people.length;
    const isPublishing = event.ctrlKey || event.metaKey;
    if (event.key === 'ArrowDown') menu.marked = (menu.marked + 1) % count;
    else if (event.key === 'ArrowUp') menu.marked = (menu.marked + count - 1) % count;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !isPublishing && !event.shiftKey) choose(menu.marked);
    else return false;
    return true;
  }

  const suggestion: MentionSuggestion = {
    items: ({ query }) => find(query),
    render: () => ({ onStart: show, onUpdate: show, onExit: hide, onKeyDown }),
  };
  return { menu, suggestion, choose };
}
