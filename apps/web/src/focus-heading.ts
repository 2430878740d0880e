import { nextTick } from 'vue';

const patienceMs = 5_000;
let stopWaiting = (): void => {};

/**
 * After a change of page, moves the focus to its main heading, so that who listens or uses the keyboard starts
 * there. The heading may come with the data: waits a little for it, unless the person is already elsewhere.
 */
export function focusHeading(): void {
  stopWaiting();
  void nextTick(() => {
    const main = document.getElementById('main');
    if (!main || focusIn(main)) return;

    main.focus({ preventScroll: true });
    const observer = new MutationObserver(() => (document.activeElement !== main || focusIn(main)) && stopWaiting());
    observer.observe(main, { childList: true, subtree: true });
    const timer = setTimeout(() => stopWaiting(), patienceMs);
    stopWaiting = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  });
}

function focusIn(main: HTMLElement): boolean {
  const heading = main.querySelector<HTMLElement>('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
