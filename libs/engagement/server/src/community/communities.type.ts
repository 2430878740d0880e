import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('CommunitiesFigures', { description: 'How the communities of the company live, all together and none by name: those that were there on the last day, with at least as many members as the minimum.' })
export class CommunitiesFiguresType {
  @Field(() => Int, { description: 'How many they are.' })
  communities!: number;

  @Field(() => Float, { nullable: true, description: 'Share of them in which at least 5 % of the members wrote or reacted in the last 30 days of the period, 0 to 1, 4 decimals. Null: days older than events are kept.' })
  aliveShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of comments, answers and reactions to somebody else’s words, the share between people of two departments, 0 to 1, 4 decimals: the median of the communities with at least as many of them as the minimum. Null: fewer than five such communities.' })
  crossingMedian!: number | null;

  @Field(() => Float, { nullable: true, description: 'Days of a week on which something was said, 0 to 7, 1 decimal: the median of the communities, each counted since it was created. Null: fewer than five were there for a week of the period.' })
  daysPerWeekMedian!: number | null;

  @Field(() => Int, { nullable: true, description: 'How often somebody joined a community in the period, at least 14 days ago. People are counted by consecutive days on which enough of them joined; days that the period does not hold together are left out. Null: too few people.' })
  newcomers!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of those newcomers, the share whom somebody else answered, mentioned or reacted to in that community within 14 days, 0 to 1, 4 decimals. Null as `newcomers`.' })
  welcomedShare!: number | null;
}
