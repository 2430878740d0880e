import { ArgsType, Field, Int } from '@nestjs/graphql';
import { maxPageSize } from './connection.ts';

/** What a paged field takes; `pageRequest(args)` checks it. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many rows at most, from 1 to ${maxPageSize}. Errors: PAGE_TOO_LARGE.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Read on after this cursor. Errors: CURSOR_INVALID.' })
  after?: string | null;
}
