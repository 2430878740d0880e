import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Config, permissionKey, platformErrors, type Permission } from '@parvis/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionCookie } from '../session/session-cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { EntryConditions } from './entry-conditions.ts';
import { kindOf, RequestPace } from './request-pace.ts';
import { requestOf, type RequestWithViewer, type Viewer } from './viewer.ts';

/** Stands before every query, mutation and route: what declares nothing is denied, `@SignedIn()` needs a session, whose person has met what everybody has to meet first. */
@Injectable()
export class PermissionGuard implements CanActivate {
  private readonly pace: RequestPace | null;

  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly conditions: EntryConditions,
    config: Config,
  ) {
    this.pace = config.limitsRequests ? new RequestPace() : null;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, [context.getHandler(), context.getClass()]);
    if (permission === 'public') return true;
    if (permission !== 'signed-in') throw platformErrors.forbidden();
    const request = requestOf(context);
    // Fields of an operation begin together: one look for all of them, and one viewer.
    request.looking ??= this.viewerOf(request);
    request.viewer = await request.looking;
    if (!request.paced) this.keepPace(context, request);
    if (!request.viewer) throw platformErrors.unauthenticated();
    await this.conditions.require(request.viewer);
    return true;
  }

  /** Once for each request of GraphQL, by its first field. */
  private keepPace(context: ExecutionContext, request: RequestWithViewer): void {
    if (!this.pace || context.getType<string>() !== 'graphql') return;
    request.paced = true;
    if (!request.viewer) return this.pace.stranger(request.ip ?? '');
    const within = GqlExecutionContext.create(context);
    const { operation, fieldName } = within.getInfo<GraphQLResolveInfo>();
    this.pace.person(request.viewer.personId, kindOf({ operation: operation.operation, field: fieldName, args: within.getArgs() }));
  }

  private async viewerOf(request: RequestWithViewer): Promise<Viewer | null> {
    const token = this.cookie.read(request);
    return token ? this.sessions.viewerOf(token) : null;
  }
}
