import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonType } from '@parvis/identity/server';
import { connectionType, countedConnectionType } from '@parvis/platform/server';
import { IdeaType } from '../idea/idea.type.ts';

@ObjectType('BallotStanding', { description: 'Where an idea ends up in a ballot. Figures that do not belong to its kind are null.' })
export class StandingType {
  @Field(() => ID, { description: 'UUID of the idea.' })
  ideaId!: string;

  @Field(() => IdeaType, { description: 'The idea.' })
  idea!: IdeaType;

  @Field(() => Int, { description: 'From 1; ideas that the method cannot tell apart have the same, and stand oldest first.' })
  rank!: number;

  @Field(() => Int, { description: 'How many people voted on it; PAIRS: in how many comparisons it stood.' })
  votes!: number;

  @Field(() => Float, { nullable: true, description: 'STARS: the sum of its marks divided by how many gave one; null: nobody did.' })
  mean!: number | null;

  @Field(() => [Int], { nullable: true, description: 'GRADES: how many gave each, from excellent to « to reject ».' })
  grades!: number[] | null;

  @Field(() => Int, { nullable: true, description: 'GRADES: its median grade, 0 (excellent) to 5, the lower of two in the middle; null: nobody graded it.' })
  median!: number | null;

  @Field(() => Int, { nullable: true, description: 'POINTS: how many it got.' })
  points!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'BUDGET: whether its envelope pays it.' })
  isFunded!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'BUDGET: in whole euros.' })
  cost!: number | null;

  @Field(() => Float, { nullable: true, description: 'PAIRS: its share in the strength of all ideas, 0 to 1; one of twice the strength is preferred two times in three.' })
  share!: number | null;

  @Field(() => Int, { nullable: true, description: 'PAIRS: how often it was preferred.' })
  wins!: number | null;
}

@ObjectType('BallotStandingConnection', { description: 'A page of the results of a ballot, best first.' })
export class StandingConnection extends countedConnectionType('BallotStanding', () => StandingType) {}

@ObjectType('OpenVote', { description: 'What somebody gave an idea in an open ballot.' })
export class OpenVoteType {
  @Field(() => PersonType, { description: 'Who.' })
  person!: PersonType;

  @Field(() => Int, { nullable: true, description: 'What they gave it; null in PAIRS.' })
  mark!: number | null;

  @Field(() => IdeaType, { nullable: true, description: 'PAIRS: which idea it was compared with; null when out of sight.' })
  other!: IdeaType | null;

  @Field(() => ID, { nullable: true, description: 'PAIRS: UUID of the one that they prefer; null: they passed.' })
  preferredId!: string | null;
}

@ObjectType('OpenVoteConnection', { description: 'A page of votes of an open ballot.' })
export class OpenVoteConnection extends connectionType('OpenVote', () => OpenVoteType) {}
