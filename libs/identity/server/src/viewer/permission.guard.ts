import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissionKey, platformErrors, type Permission } from '@parvis/platform/server';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { requestOf } from './viewer.ts';

/** Stands before every query, mutation and route: what declares nothing is denied, `@SignedIn()` needs a session. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, [context.getHandler(), context.getClass()]);
    if (permission === 'public') return true;
    if (permission !== 'signed-in') throw platformErrors.forbidden();
    const request = requestOf(context);
    if (request.viewer === undefined) {
      const token = this.cookie.read(request);
      request.viewer = token ? await this.sessions.viewerOf(token) : null;
    }
    if (!request.viewer) throw platformErrors.unauthenticated();
    return true;
  }
}
