import { Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { SpreadQuery, type Spread } from './spread.query.ts';
import { ExpertSpreadType } from './spread.type.ts';

@SignedIn()
@Resolver(() => ExpertSpreadType)
export class SpreadResolver {
  constructor(private readonly spread: SpreadQuery) {}

  @Query(() => ExpertSpreadType, { description: 'Whether what `experts` answers is spread over many people, over the last 30 days, a few minutes old at most. It is told of nobody alone.' })
  expertSpread(): Promise<Spread> {
    return this.spread.of();
  }
}
