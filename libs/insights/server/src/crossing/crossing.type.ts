import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'How much of what is exchanged in a community goes from one department to another. An exchange: a comment under, or a reaction to, what somebody else wrote.' })
export class CommunityCrossing {
  @Field(() => Int, { description: 'Days that it looks back on.' })
  days!: number;

  @Field(() => Int, { description: 'Fewer different people than this and nothing is shown.' })
  minPeople!: number;

  @Field(() => Float, { nullable: true, description: 'Exchanges whose two people are of different departments, over all whose departments are known: from 0 to 1. Null when too few people took part.' })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'The probability that two members drawn at random are of different departments (Gini-Simpson index, without replacement): what the share would be if departments did not matter. Null when it cannot be told.' })
  expectedShare!: number | null;
}
