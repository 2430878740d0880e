import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { ScimError } from './scim-error.ts';

export const scimContent = 'application/scim+json; charset=utf-8';

/** Answers whatever was refused or went wrong in the words of SCIM. */
@Catch()
export class ScimErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Scim');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500 && refusal.status !== 501) this.logger.error({ err: error }, 'A request of SCIM failed.');
    if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="Parvis SCIM"');
    if (refusal.retryAfterS !== undefined) response.setHeader('Retry-After', String(refusal.retryAfterS));
    response.status(refusal.status).setHeader('Content-Type', scimContent);
    response.setHeader('Cache-Control', 'no-store');
    response.send(JSON.stringify(refusal.body));
  }
}

/** Nothing of the inside is told. */
export function refusalOf(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  if (error instanceof HttpException && error.getStatus() < 500) return new ScimError(error.getStatus(), 'The request cannot be answered.');
  return new ScimError(500, 'Something went wrong; the log of Parvis tells more.');
}
