import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AuditLog, Rate } from '@parvis/platform/server';
import type { Request } from 'express';
import { ScimTokens, type ScimClient } from '../token/scim-tokens.ts';
import { scimErrors } from './scim-error.ts';

export type ScimRequest = Request & { scimClient?: ScimClient };

const minuteMs = 60_000;
/** What a directory of a large company sends at its first synchronisation, with room to spare. */
const mostRequests = 6_000;
const mostRefusals = 20;
const longestToken = 500;

/** Stands before every address of SCIM: a live token, not too many requests, and not too many wrong tokens from one address. Behind that address the right one goes on: nobody shuts the directory out. */
@Injectable()
export class ScimGuard implements CanActivate {
  private readonly requests = new Rate(mostRequests, minuteMs);
  private readonly refusals = new Rate(mostRefusals, minuteMs);
  private readonly told = new Rate(1, 60 * minuteMs);

  constructor(
    private readonly tokens: ScimTokens,
    private readonly audit: AuditLog,
  ) {}

  /** Errors: unauthenticated, tooFast. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request: ScimRequest = context.switchToHttp().getRequest();
    // An address of version 4 as such, also where it came in by version 6.
    const address = (request.ip ?? '').replace(/^::ffff:(?=[\d.]+$)/, '');
    const client = await this.clientOf(request);
    if (!client) {
      const wait = this.refusals.wait(address);
      if (wait > 0) throw scimErrors.tooFast(wait);
      await this.refused(address);
      throw scimErrors.unauthenticated();
    }
    const pause = this.requests.take(client.id ?? '');
    if (pause > 0) throw scimErrors.tooFast(pause);
    request.scimClient = client;
    return true;
  }

  private async clientOf({ headers }: Request): Promise<ScimClient | null> {
    const [, token] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
    return token && token.length <= longestToken ? this.tokens.clientOf(token) : null;
  }

  /** Once an hour for an address: whoever tries must not fill a log that only grows. */
  private async refused(address: string): Promise<void> {
    this.refusals.take(address);
    if (this.told.isFirst(address)) await this.audit.write({ area: 'provisioning', action: 'provisioning.refused', actorId: null, details: { address } });
  }
}
