import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

/** A browser that has chosen who it is. */
export interface IdpSession {
  identifier: string;
  /** Names this session in messages. */
  index: string;
}

const cookieName = 'demo_idp_session';

/** Who each browser is, in memory: a demo may forget when it is restarted. */
export class IdpSessions {
  #sessions = new Map<string, IdpSession>();

  of(request: Request): IdpSession | null {
    return this.#sessions.get(tokenOf(request) ?? '') ?? null;
  }

  open(request: Request, response: Response, identifier: string): IdpSession {
    this.#sessions.delete(tokenOf(request) ?? '');
    const token = randomBytes(24).toString('base64url');
    const session = { identifier, index: `_${randomBytes(12).toString('hex')}` };
    this.#sessions.set(token, session);
    response.cookie(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/' });
    return session;
  }

  close(request: Request, response: Response): void {
    this.#sessions.delete(tokenOf(request) ?? '');
    response.clearCookie(cookieName, { httpOnly: true, sameSite: 'lax', path: '/' });
  }
}

function tokenOf(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
}
