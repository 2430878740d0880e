import type { ConnectedProvider } from '../identity-provider/identity-providers.ts';

/** What a browser that wants to sign in says of the identity provider. */
export interface Wanted {
  /** Pressed on the page of choice. */
  provider: unknown;
  /** Typed there: an e-mail address. */
  mail: unknown;
  /** What this browser signed in by the last time. */
  remembered: string | undefined;
  /** Somebody wants to choose anew. */
  anew: boolean;
}

/** Either the one to go to, or the ones to choose among; `unknownMail` when what was typed belongs to none of them. */
export type Choice = { provider: ConnectedProvider } | { among: readonly ConnectedProvider[]; unknownMail: string | null };

/** Nobody clicks where there is one, nor a second time; those who choose do so by one click. */
export function chooseProvider(known: readonly ConnectedProvider[], { provider, mail, remembered, anew }: Wanted): Choice {
  const among = known.filter(({ isEnabled }) => isEnabled);
  const [only] = among;
  if (only && among.length === 1) return { provider: only };
  const pressed = among.find(({ id }) => id === provider);
  if (pressed) return { provider: pressed };
  if (typeof mail === 'string' && mail.trim() !== '') {
    const ofMail = among.filter(({ mailDomains }) => mailDomains.includes(domainOf(mail)));
    const [one] = ofMail;
    if (one && ofMail.length === 1) return { provider: one };
    return { among: ofMail.length > 0 ? ofMail : among, unknownMail: ofMail.length > 0 ? null : mail.trim().slice(0, longestMail) };
  }
  const same = anew ? undefined : among.find(({ id }) => id === remembered);
  return same ? { provider: same } : { among, unknownMail: null };
}

const longestMail = 320;

/** What stands behind the last @, or all of it. */
export function domainOf(mail: string): string {
  return mail.slice(mail.lastIndexOf('@') + 1).trim().toLowerCase();
}
