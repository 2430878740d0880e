import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { queryLimits } from '../graphql/query-limits.ts';
import { DomainError } from './domain-error.ts';
import { platformErrors } from './platform.errors.ts';
import { queryFaults } from './query-faults.ts';

const logger = new Logger('GraphQL');

/** Domain errors go out as their code and parameters; faults of the query as they are; anything else is a bug: logged whole, answered as INTERNAL. */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(formatted, error);
  const place = { ...(formatted.path && { path: formatted.path }), ...(formatted.locations && { locations: formatted.locations }) };
  if (cause instanceof DomainError) {
    const { code, params, field } = cause;
    return { message: code, ...place, extensions: { code, params, ...(field && { field }) } };
  }
  const code = String(formatted.extensions?.['code'] ?? '');
  if (queryFaults.includes(code)) return { message: formatted.message, ...place, extensions: { code } };
  logger.error({ err: cause }, 'A resolver failed.');
  return { message: 'INTERNAL', ...place, extensions: { code: 'INTERNAL' } };
}

function causeOf({ message, extensions }: GraphQLFormattedError, error: unknown): unknown {
  // What refuses an operation before it runs has no path, by which the cause of a resolver is told.
  if (error instanceof GraphQLError && error.originalError instanceof DomainError) return error.originalError;
  // The parser stops by itself, and says so in words alone.
  const isTooLong = extensions?.['code'] === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED && message.includes(` ${queryLimits.tokens} tokens. Parsing aborted`);
  return isTooLong ? platformErrors.queryTooLong(queryLimits.tokens) : unwrapResolverError(error);
}
