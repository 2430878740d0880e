import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError } from './domain-error.ts';

const logger = new Logger('GraphQL');

/** Codes that the GraphQL layer gives by itself and that clients may see with their message: the fault is in the query. */
const queryFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_COSTLY',
]);

/** Domain errors go out as their code and parameters; faults of the query as they are; anything else is a bug: logged whole, answered as INTERNAL. */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = { ...(formatted.path && { path: formatted.path }), ...(formatted.locations && { locations: formatted.locations }) };
  if (cause instanceof DomainError) {
    const { code, params, field } = cause;
    return { message: code, ...place, extensions: { code, params, ...(field && { field }) } };
  }
  const code = String(formatted.extensions?.['code'] ?? '');
  if (queryFaults.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  logger.error({ err: cause }, 'A resolver failed.');
  return { message: 'INTERNAL', ...place, extensions: { code: 'INTERNAL' } };
}
