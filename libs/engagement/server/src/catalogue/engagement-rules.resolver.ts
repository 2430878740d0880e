import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { MIN_GROUP } from '../engagement/min-group.ts';
import { eventDays } from '../event/event-months.ts';
import { smallestMinGroup } from '../gate/publish.ts';
import { longestPeriod } from '../period/period.ts';

@ObjectType('EngagementRules', { description: 'What holds for all indicators of the network, for everybody to know.' })
export class EngagementRulesType {
  @Field(() => Int, { description: 'No figure is about fewer people than this.' })
  minGroup!: number;

  @Field(() => Int, { description: 'minGroup can never be set to fewer.' })
  leastMinGroup!: number;

  @Field(() => Int, { description: 'How many days a period may have.' })
  longestPeriodDays!: number;

  @Field(() => Int, { description: 'For how many days it is kept who did what; after that only figures of days, which name nobody.' })
  eventDays!: number;
}

@SignedIn()
@Resolver(() => EngagementRulesType)
export class EngagementRulesResolver {
  constructor(@Inject(MIN_GROUP) private readonly minGroup: number) {}

  @Query(() => EngagementRulesType, { description: 'What holds for all indicators of the network.' })
  engagementRules(): EngagementRulesType {
    return { minGroup: this.minGroup, leastMinGroup: smallestMinGroup, longestPeriodDays: longestPeriod, eventDays };
  }
}
