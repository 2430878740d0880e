import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { Kind, type ValueNode } from 'graphql';
import type { Day } from './day.ts';

/** Stands for the Date scalar in field types. */
export class DateType {}

/** Whether it is a day of the calendar is for the field to say, with its own error. */
@Scalar('Date', () => DateType)
export class DateScalar implements CustomScalar<unknown, Day> {
  description = 'A day of the calendar, YYYY-MM-DD.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): Day {
    return String(value);
  }

  parseLiteral(literal: ValueNode): Day {
    return literal.kind === Kind.STRING ? literal.value : '';
  }
}
