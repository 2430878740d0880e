const longest = 2048;

/**
 * The place inside Parvis to go to after sign-in, as an absolute address: what was asked for when it is a path of ours, with or without the sub-path of
 * `publicUrl`, else the front page.
 * Whatever comes in, what goes out is on our site.
 */
export function returnAddress(asked: unknown, publicUrl: string): string {
  const home = new URL(`${publicUrl}/`);
  const base = home.pathname.slice(0, -1);
  if (typeof asked !== 'string' || asked.length > longest) return home.href;
  // Browsers read "\" as "/" and drop tabs and line ends: « /\evil.example » and « /<tab>/evil.example » would leave the site.
  if (!asked.startsWith('/') || /^\/[/\\]/.test(asked) || /[\u0000-\u001f\u007f\\]/.test(asked)) return home.href;
  if (!URL.canParse(asked, home)) return home.href;
  const place = new URL(asked, home);
  if (place.origin !== home.origin || place.pathname === base) return home.href;
  // With its dots gone: « /parvis/../wiki » is no page of ours.
  if (!place.pathname.startsWith(`${base}/`)) place.pathname = base + place.pathname;
  // Signing in in order to sign in, or to sign out, would go round in circles.
  if (/^\/saml(?:\/|$)/i.test(place.pathname.slice(base.length))) return home.href;
  return place.href;
}
