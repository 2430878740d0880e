import type { CookieOptions, Request, Response } from 'express';
import { parseCookie } from 'cookie';

const maxLength = 100;

/** The cookie that carries a session's token: opaque, out of reach of scripts, sent on links from elsewhere but not on foreign forms. */
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  /** `path`: the sub-path where Parvis stands, if any; what else the host serves does not get the cookie. */
  constructor(secure: boolean, path = '') {
    // __Host- makes the browser itself insist on Secure, Path=/ and no Domain; __Secure- on Secure alone.
    this.name = `${secure ? (path === '' ? '__Host-' : '__Secure-') : ''}parvis`;
    this.options = { httpOnly: true, secure, sameSite: 'lax', path: path || '/' };
  }

  set(response: Response, token: string, expiresAt: Date): void {
    response.cookie(this.name, token, { ...this.options, expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }

  read(request: Request): string | null {
    return this.parse(request.headers.cookie);
  }

  parse(cookieHeader: string | undefined): string | null {
    const token = cookieHeader ? parseCookie(cookieHeader)[this.name] : undefined;
    return token && token.length <= maxLength ? token : null;
  }
}
