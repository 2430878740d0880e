import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { attemptWindowMs } from './attempts.ts';
import { requestLifetimeMs } from './sign-in-exchange.ts';

const attemptsName = 'parvis_attempts';
const providerName = 'parvis_provider';
const providerLifetimeMs = 365 * 24 * 3600_000;

/**
 * The small cookies of a sign-in, or a sign-out: what proves that the answer comes back to the browser that asked, the count of attempts, the identity provider chosen.
 *
 * The answer is a form posted from another site, with which browsers send `SameSite=None` cookies only, and these only when `Secure`; they
 * accept `Secure` over http on loopback names. Over http on any other name they would drop it, so there the cookie says neither: Chromium
 * then sends it with such a form for two minutes, Firefox always. Signing in within two minutes works; https is the rule in production.
 */
export class BrowserCookies {
  private readonly secretOptions: CookieOptions;
  private readonly attemptsOptions: CookieOptions;

  /** `answersAt`: the path of ours where the answers come. */
  constructor(publicUrl: string, answersAt: '/saml/acs' | '/saml/slo' = '/saml/acs') {
    const { protocol, hostname, pathname } = new URL(publicUrl);
    const base = pathname.replace(/\/+$/, '');
    const https = protocol === 'https:';
    const crossSite: CookieOptions = https || isLoopback(hostname) ? { sameSite: 'none', secure: true } : {};
    this.secretOptions = { ...crossSite, httpOnly: true, path: `${base}${answersAt}` };
    this.attemptsOptions = { httpOnly: true, secure: https, sameSite: 'lax', path: `${base}/saml/login` };
  }

  /** One cookie for each request: several tabs may be signing in at once. */
  setSecret(response: Response, requestId: string, secret: string): void {
    response.cookie(secretName(requestId), secret, { ...this.secretOptions, maxAge: requestLifetimeMs });
  }

  secretFor(request: Request): (requestId: string) => string | undefined {
    const cookies = parseCookie(request.headers.cookie ?? '');
    return (requestId) => cookies[secretName(requestId)];
  }

  clearSecret(response: Response, requestId: string): void {
    response.clearCookie(secretName(requestId), this.secretOptions);
  }

  readAttempts(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[attemptsName];
  }

  readProvider(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[providerName];
  }

  /** The next sign-in of this browser goes there without a question. */
  setProvider(response: Response, id: string): void {
    response.cookie(providerName, id, { ...this.attemptsOptions, maxAge: providerLifetimeMs });
  }

  setAttempts(response: Response, attempts: string): void {
    response.cookie(attemptsName, attempts, { ...this.attemptsOptions, maxAge: attemptWindowMs });
  }
}

function secretName(requestId: string): string {
  return `parvis_saml_${requestId.replace(/[^0-9a-z]/gi, '').slice(0, 16)}`;
}

/** Names that browsers take for secure without https. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
