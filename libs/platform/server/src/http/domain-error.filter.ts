import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../errors/domain-error.ts';

const statusOf: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, TOO_MANY_REQUESTS: 429 };

/** Answers a refused HTTP request by its code, as GraphQL does: `{error: {code, params}}`. Refusals within GraphQL go on to its own formatter. */
@Catch(DomainError)
export class DomainErrorFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (error.code === 'TOO_MANY_REQUESTS') response.setHeader('Retry-After', String(error.params['seconds']));
    response.status(statusOf[error.code] ?? 400).json({ error: { code: error.code, params: error.params } });
  }
}
