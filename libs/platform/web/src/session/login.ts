let isLeaving = false;

/** There is no sign-in page: the browser goes through the company's identity provider and comes back to this very place. */
export function goToLogin(): void {
  if (isLeaving) return;
  isLeaving = true;
  const { pathname, search, hash } = window.location;
  window.location.assign('/saml/login?returnTo=' + encodeURIComponent(pathname + search + hash));
}
