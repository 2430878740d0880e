import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

// What PostgreSQL and our own clocks can both hold.
const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** Stands in the place of Nest’s own scalar, which hands an unreadable time over as an invalid date, of which every comparison is false and which no database takes. */
@Scalar('DateTime', () => Date)
export class MomentScalar implements CustomScalar<string | null, Date> {
  description = 'An instant in UTC, such as 2026-12-03T09:54:33Z, from the year 1 to 9999.';

  serialize(value: unknown): string | null {
    return value instanceof Date ? value.toISOString() : null;
  }

  parseValue(value: unknown): Date {
    return readable(value);
  }

  parseLiteral(literal: ValueNode): Date {
    return readable(literal.kind === Kind.STRING ? literal.value : null, literal);
  }
}

function readable(value: unknown, node?: ValueNode): Date {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!(at >= earliest && at <= latest)) throw new GraphQLError('It is no instant, such as 2026-12-03T09:54:33Z.', { nodes: node });
  return new Date(at);
}
