import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Untold } from './cohorts.ts';

export const UntoldEnum = { NOT_OVER: 'not-over', NOT_KNOWN: 'not-known', TOO_FEW: 'too-few' } as const;
registerEnumType(UntoldEnum, {
  name: 'UntoldFigure',
  description: 'Why a figure of those who arrived is not told.',
  valuesMap: {
    NOT_OVER: { description: 'Its time is not over for all of them.' },
    NOT_KNOWN: { description: 'Some of it is older than events are kept, or than the network.' },
    TOO_FEW: { description: 'It was noted of fewer people than the minimum, or could be compared with the figures of those in their first year to tell of fewer.' },
  },
});

@ObjectType('ArrivalRetention', { description: 'Who of a cohort came again, some time after arriving.' })
export class ArrivalRetentionType {
  @Field(() => Int, { description: 'The first day of that time, counted from the day of arrival.' })
  fromDay!: number;

  @Field(() => Int, { description: 'Its last day.' })
  toDay!: number;

  @Field(() => Float, { nullable: true, description: 'People who came at least once in that time / people of the cohort, those who have left included, 0 to 1, 4 decimals. Null: see `untold`.' })
  share!: number | null;

  @Field(() => UntoldEnum, { nullable: true, description: 'Why `share` is null; null when it is told.' })
  untold!: Untold | null;
}

@ObjectType('ArrivalCohort', {
  description:
    'People who arrived in one month, or in several that follow each other until they are enough. Who they are does not depend on the period that is asked for; a month that is not over, and months at the end that are still too few people, are in none. Whoever is in the HR file without a day of hiring has not arrived.',
})
export class ArrivalCohortType {
  @Field({ description: 'The first month, as 2026-03.' })
  from!: string;

  @Field({ description: 'The last month.' })
  to!: string;

  @Field(() => Int, { description: 'How many arrived.' })
  people!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of those who were active within 14 days: their profile says a skill or what to ask them about, they are in a community, and they have written something; 0 to 1, 4 decimals. It is noted once, on the day after. Null: see `activatedUntold`.',
  })
  activatedShare!: number | null;

  @Field(() => UntoldEnum, { nullable: true, description: 'Why `activatedShare` is null; null when it is told.' })
  activatedUntold!: Untold | null;

  @Field(() => [ArrivalRetentionType], { description: 'Who came again 30 to 59, 60 to 89, 90 to 179 and 180 to 364 days after arriving.' })
  retention!: ArrivalRetentionType[];
}
