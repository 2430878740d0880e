import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ArrivalRetention', { description: 'Who of a cohort came again, some time after arriving.' })
export class ArrivalRetentionType {
  @Field(() => Int, { description: 'The first day of that time, counted from the day of arrival.' })
  fromDay!: number;

  @Field(() => Int, { description: 'Its last day.' })
  toDay!: number;

  @Field(() => Float, { nullable: true, description: 'People who came at least once in that time / people of the cohort, those who have left included, 0 to 1, 4 decimals. Null: it is not over for all of them, or some of it is older than events are kept or than the network.' })
  share!: number | null;
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
      'Share of those who were active within 14 days: their profile says a skill or what to ask them about, they are in a community, and they have written something; 0 to 1, 4 decimals. It is noted once, on the day after; null: it was noted of fewer people than the minimum.',
  })
  activatedShare!: number | null;

  @Field(() => [ArrivalRetentionType], { description: 'Who came again 30 to 59, 60 to 89, 90 to 179 and 180 to 364 days after arriving.' })
  retention!: ArrivalRetentionType[];
}
