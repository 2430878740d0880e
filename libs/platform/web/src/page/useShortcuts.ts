import { onScopeDispose, readonly, ref } from 'vue';

const storageKey = 'parvis.shortcuts';
const areOn = ref(typeof localStorage === 'undefined' || localStorage.getItem(storageKey) !== 'off');

/** Shortcuts of one sign can be turned off: who dictates or trembles would set them off by accident (WCAG 2.1.4). */
export function useShortcuts() {
  return {
    areOn: readonly(areOn),
    choose(on: boolean): void {
      areOn.value = on;
      localStorage.setItem(storageKey, on ? 'on' : 'off');
    },
  };
}

/** Does `act` when the key is pressed outside of anything that one types in. */
export function useShortcut(key: string, act: () => void): void {
  function press(event: KeyboardEvent): void {
    if (!areOn.value || event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [role="dialog"]')) return;
    event.preventDefault();
    act();
  }
  window.addEventListener('keydown', press);
  onScopeDispose(() => window.removeEventListener('keydown', press));
}

/** On a Mac, Control with a letter edits text (Control-K cuts the rest of a line): Command is the key there. */
const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Does `act` when the key is pressed with Control (Command on a Mac), also while one types: unless what has the focus takes the keys for itself (a link in a
 * text), or a dialog is open.
 */
export function useCommandKey(key: string, act: () => void): void {
  function press(event: KeyboardEvent): void {
    const isCommand = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!isCommand || event.altKey || event.shiftKey || event.key.toLowerCase() !== key || event.defaultPrevented || event.isComposing) return;
    if ((event.target as HTMLElement).closest('[role="dialog"]')) return;
    event.preventDefault();
    act();
  }
  window.addEventListener('keydown', press);
  onScopeDispose(() => window.removeEventListener('keydown', press));
}
