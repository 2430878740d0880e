const HREF_LENGTH_LIMIT = 2_000;

/** The address of a link that is safe to follow, or null: http, https and mailto only. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > HREF_LENGTH_LIMIT) return null;
  if (!URL.canParse(href.trim())) return null;
  const url = new URL(href.trim());
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** What a person typed as the address of a link, completed (`example.org` → `https://example.org/`), or null when it is none. */
export function hrefFromInput(input: string): string | null {
  const typed = input.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(typed)) return safeHref(`mailto:${typed}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]+:\d+(\/|$)/.test(typed)) return safeHref(typed);
  return /^[^/.]+\.[^/]+|^localhost\b/.test(typed) ? safeHref(`https://${typed}`) : null;
}
