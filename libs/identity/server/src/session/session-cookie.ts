import type { CookieOptions, Request, Response } from 'express';
import { parseCookie } from 'cookie';

const maxLength = 100;

/** The cookie that carries a session's token: opaque, out of reach of scripts, sent on links from elsewhere but not on foreign forms. */
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor(secure: boolean) {
    // __Host- makes the browser itself insist on Secure, Path=/ and no Domain.
    this.name = secure ? '__Host-parvis' : 'parvis';
    this.options = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
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
