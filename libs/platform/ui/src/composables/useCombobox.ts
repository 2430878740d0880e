import { computed, readonly, ref, useId, watch } from 'vue';

/**
 * Keyboard and roles of a field with a list of suggestions under it (ARIA Authoring Practices, combobox with
 * listbox popup). The focus stays in the field; arrows move the active option, Enter picks it, Escape closes.
 */
export function useCombobox({ count, pick }: { count: () => number; pick: (index: number) => void }) {
  const listId = useId();
  const wantsOpen = ref(false);
  const active = ref(-1);

  const isOpen = computed(() => wantsOpen.value && count() > 0);
  watch(count, () => (active.value = -1));

  const optionId = (index: number): string => `${listId}-${index}`;
  const open = (): void => void (wantsOpen.value = true);
  function close(): void {
    wantsOpen.value = false;
    active.value = -1;
  }

  function move(step: 1 | -1): void {
    open();
    const size = count();
    if (size === 0) return;
    // From -1 (none) down is the first, up is the last; past an end is none again: the words typed.
    active.value = ((active.value + 1 + step + (size + 1)) % (size + 1)) - 1;
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }

  function keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen.value && active.value >= 0) {
      event.preventDefault();
      pick(active.value);
    } else if (event.key === 'Escape' && isOpen.value) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  /** For the element around field and list: leaving both closes the list. */
  function focusout(event: FocusEvent): void {
    const around = event.currentTarget as HTMLElement;
    if (!around.contains(event.relatedTarget as Node | null)) close();
  }

  const inputAttrs = computed(() => ({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen.value,
    'aria-controls': isOpen.value ? listId : undefined,
    'aria-activedescendant': isOpen.value && active.value >= 0 ? optionId(active.value) : undefined,
  }));

  return { listId, optionId, active, isOpen, isAsked: readonly(wantsOpen), open, close, keydown, focusout, inputAttrs };
}
