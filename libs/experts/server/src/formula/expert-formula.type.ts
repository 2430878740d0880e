import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ExpertWeights } from '../finding/expert-weights.ts';
import type { ExampleEvidence, ExamplePerson } from './expert-example.ts';

export const ExpertWeightNameEnum = {
  RECENCY: 'recency', TOPICALITY: 'topicality', COVERAGE: 'coverage', TAGS: 'tags', ANSWER_TEXT: 'answerText', ACCEPTED: 'accepted', VOTES: 'votes', SKILLS: 'skills', ENDORSEMENTS: 'endorsements',
} as const satisfies Record<string, keyof ExpertWeights>;

registerEnumType(ExpertWeightNameEnum, {
  name: 'ExpertWeightName',
  description: 'What the formula of expert finding weighs.',
  valuesMap: {
    RECENCY: { description: 'Days after which something written counts half as much as today: 1 / (1 + age / recency).' },
    TOPICALITY: { description: 'How much what somebody has written about the question counts against how much they write lately: 0 not at all, 0.5 as much, 1 alone.' },
    COVERAGE: { description: 'What is added to TOPICALITY when a text holds all the words of the question that tell: this times the sixth power of the part that it holds.' },
    TAGS: { description: 'What hashtags in common add to the words.' },
    ANSWER_TEXT: { description: 'What the words of an answer count, when those of the question that it answers count 1.' },
    ACCEPTED: { description: 'What an accepted answer counts more than another: 0.2 is a fifth.' },
    VOTES: { description: 'What votes add to an answer, times the natural logarithm of one more than their number.' },
    SKILLS: { description: 'What a declared skill counts: half of it for « I am learning it », all of it for « I help others with it ».' },
    ENDORSEMENTS: { description: 'What recommendations add to a declared skill, times the natural logarithm of one more than their number.' },
  },
});

@ObjectType('ExpertWeight', { description: 'A weight that holds now.' })
export class ExpertWeightType {
  @Field(() => ExpertWeightNameEnum, { description: 'What it weighs.' })
  name!: keyof ExpertWeights;

  @Field(() => Float, { description: 'Its value: days for RECENCY.' })
  value!: number;

  @Field(() => Float, { description: 'Its value where nobody has configured another.' })
  usual!: number;
}

@ObjectType('ExpertExampleEvidence', { description: 'Something that an imagined person wrote about an imagined question.' })
export class ExpertExampleEvidenceType implements ExampleEvidence {
  @Field(() => Float, { description: 'How much it is about the question, 0 to 1.' })
  relevance!: number;

  @Field(() => Int, { description: 'How old it is, in days.' })
  ageDays!: number;

  @Field({ description: 'Whether it is an accepted answer.' })
  isAccepted!: boolean;

  @Field(() => Int, { description: 'How many colleagues found it useful.' })
  votes!: number;

  @Field(() => Float, { description: 'What it adds: relevance × (1 + ACCEPTED if accepted + VOTES × ln(1 + votes)).' })
  worth!: number;
}

@ObjectType('ExpertExamplePerson', { description: 'An imagined person, with each number on the way to the score.' })
export class ExpertExamplePersonType implements ExamplePerson {
  @Field(() => [ExpertExampleEvidenceType], { description: 'What they wrote about the question.' })
  evidence!: ExampleEvidence[];

  @Field(() => [Int], { description: 'The age of everything that they wrote, in days, the evidence included.' })
  ages!: number[];

  @Field(() => Float, { description: 'The sum of what the evidence adds, each times 1 / (1 + age / RECENCY).' })
  about!: number;

  @Field(() => Float, { description: 'The sum of 1 / (1 + age / RECENCY) over everything that they wrote.' })
  activity!: number;

  @Field(() => Float, { description: 'about^TOPICALITY × activity^(1 − TOPICALITY): no text holds the whole question.' })
  score!: number;
}

@ObjectType('ExpertFormula', { description: 'How `experts` ranks people: score = about^t × activity^(1 − t), t being TOPICALITY, and more the nearer a text comes to holding the whole question (COVERAGE); after Balog, Azzopardi and de Rijke (2006, 2009) and Macdonald and Ounis (2006).' })
export class ExpertFormulaType {
  @Field(() => [ExpertWeightType], { description: 'The weights that hold now, each once.' })
  weights!: ExpertWeightType[];

  @Field(() => Int, { description: 'After how many questions brought to them in seven days somebody is not proposed any more.' })
  weeklyRequests!: number;

  @Field(() => [ExpertExamplePersonType], { description: 'Two imagined people, ranked by these weights: one who writes little, half of it about the question; one who writes more, of other things.' })
  example!: ExamplePerson[];
}
