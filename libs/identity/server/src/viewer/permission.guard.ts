import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissionKey, platformErrors, type Permission } from '@parvis/platform/server';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { EntryConditions } from './entry-conditions.ts';
import { requestOf, type RequestWithViewer, type Viewer } from './viewer.ts';

/** Stands before every query, mutation and route: what declares nothing is denied, `@SignedIn()` needs a session, whose person has met what everybody has to meet first. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly conditions: EntryConditions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, [context.getHandler(), context.getClass()]);
    if (permission === 'public') return true;
    if (permission !== 'signed-in') throw platformErrors.forbidden();
    const request = requestOf(context);
    // Fields of an operation begin together: one look for all of them, and one viewer.
    request.looking ??= this.viewerOf(request);
    request.viewer = await request.looking;
    if (!request.viewer) throw platformErrors.unauthenticated();
    await this.conditions.require(request.viewer);
    return true;
  }

  private async viewerOf(request: RequestWithViewer): Promise<Viewer | null> {
    const token = this.cookie.read(request);
    return token ? this.sessions.viewerOf(token) : null;
  }
}
