import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { attemptWindowMs } from './attempts.ts';
import { requestLifetimeMs } from './sign-in-exchange.ts';

const providerLifetimeMs = 365 * 24 * 3600_000;

/**
 * The small cookies of a sign-in, or a sign-out: what proves that the answer comes back to the browser that asked, the count of attempts, the identity provider chosen.
 *
 * The answer is a form posted from another site, with which browsers send `SameSite=None` cookies only, and these only when `Secure`; they
 * accept `Secure` over http on loopback names. Over http on any other name they would drop it, so there the cookie says neither: Chromium
 * then sends it with such a form for two minutes, Firefox always. Signing in within two minutes works; https is the rule in production.
 *
 * Over https they are called `__Host-`, which no other host of the domain can plant; the prefix forbids a path, so under a sub-path, which
 * others of the same host must not read, they are `__Secure-` and stay where they are of use.
 */
export class BrowserCookies {
  private readonly secretOptions: CookieOptions;
  private readonly attemptsOptions: CookieOptions;
  private readonly prefix: '__Host-' | '__Secure-' | '';

  /** `answersAt`: the path of ours where the answers come. */
  constructor(publicUrl: string, answersAt: '/saml/acs' | '/saml/slo' = '/saml/acs') {
    const { protocol, hostname, pathname } = new URL(publicUrl);
    const base = pathname.replace(/\/+$/, '');
    const https = protocol === 'https:';
    const crossSite: CookieOptions = https || isLoopback(hostname) ? { sameSite: 'none', secure: true } : {};
    if (!https) this.prefix = '';
    else this.prefix = base === '' ? '__Host-' : '__Secure-';
    const whole = this.prefix === '__Host-' ? '/' : null;
    this.secretOptions = { ...crossSite, httpOnly: true, path: whole ?? `${base}${answersAt}` };
    this.attemptsOptions = { httpOnly: true, secure: https, sameSite: 'lax', path: whole ?? `${base}/saml/login` };
  }

  /** One cookie for each request: several tabs may be signing in at once. */
  setSecret(response: Response, requestId: string, secret: string): void {
    response.cookie(this.secretName(requestId), secret, { ...this.secretOptions, maxAge: requestLifetimeMs });
  }

  secretFor(request: Request): (requestId: string) => string | undefined {
    const cookies = parseCookie(request.headers.cookie ?? '');
    return (requestId) => cookies[this.secretName(requestId)];
  }

  clearSecret(response: Response, requestId: string): void {
    response.clearCookie(this.secretName(requestId), this.secretOptions);
  }

  readAttempts(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.named('attempts')];
  }

  readProvider(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.named('provider')];
  }

  /** The next sign-in of this browser goes there without a question. */
  setProvider(response: Response, id: string): void {
    response.cookie(this.named('provider'), id, { ...this.attemptsOptions, maxAge: providerLifetimeMs });
  }

  setAttempts(response: Response, attempts: string): void {
    response.cookie(this.named('attempts'), attempts, { ...this.attemptsOptions, maxAge: attemptWindowMs });
  }

  private secretName(requestId: string): string {
    return this.named(`saml_${requestId.replace(/[^0-9a-z]/gi, '').slice(0, 16)}`);
  }

  private named(name: string): string {
    return `${this.prefix}parvis_${name}`;
  }
}

/** Names that browsers take for secure without https. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
