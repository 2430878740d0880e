/** When what is said to the server is encrypted. `smtps:` always is. */
const tlsChoices = ['required', 'when-offered', 'off'] as const;

/** Where letters are handed over. */
export interface SmtpServer {
  host: string;
  port: number;
  /** Encrypted from the first byte (`smtps:`); else as `tls` says, by STARTTLS (RFC 3207). */
  isSecure: boolean;
  tls: (typeof tlsChoices)[number];
  login: { user: string; password: string } | null;
}

// RFC 8314 and RFC 6409.
const ports: Record<string, number> = { 'smtps:': 465, 'smtp:': 587 };

/** Reads `SMTP_URL`. What is wrong is told as the rest of a sentence that begins with its name, and never repeats it: a password may stand in it. */
export function smtpServerOf(text: string): SmtpServer | { fault: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !(url.protocol in ports) || !url.hostname) return { fault: 'is not an address that starts with smtp:// or smtps:// and names a host' };
  if (url.hash || !['', '/'].includes(url.pathname)) return { fault: 'goes on after the host (signs such as #, / or @ in a user or a password are written %23, %2F, %40)' };
  const { tls, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || (tls !== undefined && !tlsChoices.some((choice) => choice === tls))) return { fault: 'has an option that is not known' };
  const isSecure = url.protocol === 'smtps:';
  if (isSecure && tls !== undefined && tls !== 'required') return { fault: 'says smtps://, which is always encrypted, and ?tls=, which says otherwise' };
  const login = loginOf(url);
  if (login && 'fault' in login) return login;
  // A password is told to nobody who merely pretends that nothing can be encrypted.
  return { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(url.port || ports[url.protocol]), isSecure, login, tls: (tls as SmtpServer['tls'] | undefined) ?? (login ? 'required' : 'when-offered') };
}

function loginOf({ username, password }: URL): SmtpServer['login'] | { fault: string } {
  if (!username && !password) return null;
  if (!username || !password) return { fault: 'has a user without a password, or a password without a user' };
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return { fault: 'has a user or a password in which a % is not followed by two digits (% itself is written %25)' };
  }
}
