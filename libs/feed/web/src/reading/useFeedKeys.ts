import { useShortcuts } from '@parvis/platform/web';
import type { Ref } from 'vue';

/**
 * Keys for who reads with the keyboard: j and k go to the next and the former post, s saves it, ? says so. Only while the focus is in the list, so
 * that they take nothing from screen readers elsewhere; and not at all for who turned short keys off.
 */
export function useFeedKeys({ root, help }: { root: Readonly<Ref<HTMLElement | null>>; help: () => void }) {
  const { areOn } = useShortcuts();

  function goTo(step: 1 | -1): void {
    const posts = [...(root.value?.querySelectorAll<HTMLElement>('[data-post] > article') ?? [])];
    const now = posts.findIndex((post) => post.contains(document.activeElement));
    const next = posts[now < 0 ? 0 : now + step];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'start' });
  }

  function save(): void {
    document.activeElement?.closest('[data-post]')?.querySelector<HTMLButtonElement>('[data-save]')?.click();
  }

  const actions: Readonly<Record<string, () => void>> = { j: () => goTo(1), k: () => goTo(-1), s: save, '?': help };

  return function press(event: KeyboardEvent): void {
    const act = actions[event.key];
    const target = event.target as HTMLElement;
    if (!act || !areOn.value || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [role="menu"], [role="dialog"], [role="listbox"]')) return;
    event.preventDefault();
    act();
  };
}
