import { addressOf } from '../address.ts';

let isLeaving = false;

/** There is no sign-in page: the browser goes through the company's identity provider and comes back to this very place. */
export function goToLogin(): void {
  leaveFor('/saml/login');
}

/** The charter has to be accepted first, on a page without the application that leads back to this very place. */
export function goToCharter(): void {
  leaveFor('/charter');
}

function leaveFor(page: string): void {
  if (isLeaving) return;
  isLeaving = true;
  const { pathname, search, hash } = window.location;
  window.location.assign(`${addressOf(page)}?returnTo=${encodeURIComponent(pathname + search + hash)}`);
}
