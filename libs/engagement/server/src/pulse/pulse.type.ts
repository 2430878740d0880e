import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateType } from '../period/date.scalar.ts';
import type { PulseChoice } from './pulse-invitations.ts';

export const PulseChoiceEnum = { VERY: 'very', SOMEWHAT: 'somewhat', NOT_AT_ALL: 'not_at_all' } as const satisfies Record<string, PulseChoice>;

registerEnumType(PulseChoiceEnum, {
  name: 'PulseChoice',
  description: 'How disappointed somebody would be if Parvis stopped.',
  valuesMap: { VERY: { description: 'Very disappointed.' }, SOMEWHAT: { description: 'Somewhat disappointed.' }, NOT_AT_ALL: { description: 'Not disappointed.' } },
});

@InputType('PulseAnswerInput', { description: 'What somebody answers. It is kept without their name and without a day.' })
export class PulseAnswerInput {
  @Field(() => PulseChoiceEnum, { description: 'How disappointed they would be.' })
  choice!: PulseChoice;

  @Field(() => String, { nullable: true, description: 'One sentence of their own, of at most 280 characters; kept apart from the choice, and shown to HR as it is once there are 10.' })
  sentence?: string | null;
}

@ObjectType('PulseRules', { description: 'What holds for the anonymous pulse.' })
export class PulseRulesType {
  @Field({ description: 'Whether people are asked at all (ENGAGEMENT_PULSE).' })
  isOn!: boolean;

  @Field(() => Int, { description: 'No figure is about fewer answers.' })
  minAnswers!: number;

  @Field(() => Int, { description: 'Fewer sentences are not shown.' })
  minSentences!: number;

  @Field(() => Int, { description: 'How many quarters are added up at most to have answers enough.' })
  mostQuarters!: number;

  @Field(() => Int, { description: 'How many days somebody has to answer.' })
  openDays!: number;

  @Field(() => Int, { description: 'For how many days nobody is asked again.' })
  restDays!: number;

  @Field(() => Int, { description: 'How many answers are counted at once.' })
  batch!: number;

  @Field(() => Int, { description: 'How many characters a sentence may have.' })
  longestSentence!: number;

  @Field(() => Int, { description: 'For how many days sentences are kept after their quarter.' })
  sentenceDays!: number;

  @Field(() => Float, { description: 'The share of "very disappointed" to compare with, 0 to 1.' })
  reference!: number;
}

@ObjectType('PulseQuestion', { description: 'What the viewer is asked: how disappointed they would be if Parvis stopped.' })
export class PulseQuestionType {
  @Field(() => DateType, { description: 'The last day, in UTC, on which they may answer.' })
  until!: string;

  @Field(() => PulseRulesType, { description: 'What becomes of an answer.' })
  rules!: PulseRulesType;
}

@ObjectType('PulseResult', { description: 'What was answered in a quarter, or in as many in a row as it took to have 40 answers. No answer is in two results, and none changes any more.' })
export class PulseResultType {
  @Field(() => DateType, { description: 'The first day of the first quarter.' })
  from!: string;

  @Field(() => DateType, { description: 'The last day of the last quarter.' })
  to!: string;

  @Field(() => Int, { description: 'How many people were asked.' })
  asked!: number;

  @Field(() => Int, { description: 'How many answered: 40 or more.' })
  answers!: number;

  @Field(() => Float, { description: 'Share of the answers that are "very disappointed", 0 to 1, 4 decimals.' })
  very!: number;

  @Field(() => Float, { description: 'Share of the answers that are "somewhat disappointed", 0 to 1, 4 decimals.' })
  somewhat!: number;

  @Field(() => Float, { description: 'Share of the answers that are "not disappointed", 0 to 1, 4 decimals.' })
  notAtAll!: number;

  @Field(() => [String], { nullable: true, description: 'What people said in a sentence, in an order that tells nothing; not told beside which choice. Null: fewer than 10 are kept.' })
  sentences!: string[] | null;
}

@ObjectType('EngagementPulse', { description: 'Would people miss Parvis? What a sample answered without their names, of the whole company alone.' })
export class EngagementPulseType {
  @Field(() => [PulseResultType], { description: 'Of quarters that are over, the oldest first; those that began in this year and the three before.' })
  results!: PulseResultType[];

  @Field(() => DateType, { description: 'The first day of the quarter whose answers, and those of later ones, are not told yet: there are fewer than 40 of them in the quarters that are over.' })
  since!: string;

  @Field(() => PulseRulesType, { description: 'What holds for the figures.' })
  rules!: PulseRulesType;
}
