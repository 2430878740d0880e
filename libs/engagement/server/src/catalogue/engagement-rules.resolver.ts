import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { dayMs, Retention, SignedIn } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { MIN_GROUP } from '../engagement/min-group.ts';
import { keptDays, keptEvents, longestUntil } from '../event/kept-days.ts';
import { smallestMinGroup } from '../gate/publish.ts';

@ObjectType('EngagementRules', { description: 'What holds for all indicators of the network, for everybody to know.' })
export class EngagementRulesType {
  @Field(() => Int, { description: 'No figure is about fewer people than this.' })
  minGroup!: number;

  @Field(() => Int, { description: 'minGroup can never be set to fewer.' })
  leastMinGroup!: number;

  @Field(() => Int, { description: 'How many days a period that ends today may have: 395, or as many as it has been kept for who did what.' })
  longestPeriodDays!: number;

  @Field(() => Int, { description: 'For how many days it is kept who did what, 395 at most; after that only figures of days, which name nobody.' })
  eventDays!: number;
}

@SignedIn()
@Resolver(() => EngagementRulesType)
export class EngagementRulesResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retention: Retention,
    @Inject(MIN_GROUP) private readonly minGroup: number,
  ) {}

  @Query(() => EngagementRulesType, { description: 'What holds for all indicators of the network.' })
  async engagementRules(): Promise<EngagementRulesType> {
    const longestPeriodDays = longestUntil(await keptDays(this.dataSource.manager), Math.floor(Date.now() / dayMs));
    return { minGroup: this.minGroup, leastMinGroup: smallestMinGroup, longestPeriodDays, eventDays: this.retention.daysOf(keptEvents) };
  }
}
