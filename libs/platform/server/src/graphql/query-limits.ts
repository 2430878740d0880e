import { GraphQLError, type ASTNode } from 'graphql';
import type { DomainError } from '../errors/domain-error.ts';

/** What one operation may ask for at most. */
export const queryLimits = {
  /** Deepest nesting: home feed → edges → node → conversation → comments → edges → node → author → name is 9. */
  depth: 12,
  aliases: 15,
  /** Words and signs of its text; directives and arguments are among them. */
  tokens: 5_000,
  /** Fields that could be answered; the largest page of the web client costs some 7,000. */
  cost: 12_000,
};

/** A refusal of the operation itself, before any field of it: told as every refusal is, by its code and parameters. */
export const refusedQuery = (refusal: DomainError, node?: ASTNode): GraphQLError => new GraphQLError(refusal.message, { nodes: node, originalError: refusal, extensions: { http: { status: 400 } } });
