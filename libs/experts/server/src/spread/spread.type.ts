import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { SpreadFigures } from './spread-figures.ts';
import type { Spread } from './spread.query.ts';

@ObjectType('ExpertSpreadFigures', { description: 'How evenly something was spread over the contributors in the 30 days before this one.' })
export class ExpertSpreadFiguresType implements SpreadFigures {
  @Field(() => Int, { description: 'How often it was, for all of them together.' })
  total!: number;

  @Field(() => Float, { description: 'The share of them for whom it was at least once, 0 to 1.' })
  reached!: number;

  @Field(() => Float, { description: 'The Gini coefficient: 0 when it was as often for each of them, near 1 when it was always the same one.' })
  gini!: number;

  @Field(() => [Float], { description: 'Which share of it each fifth of them had, 0 to 1, the fifth with least first; empty when a fifth would be fewer than 8 people.' })
  fifths!: number[];
}

@ObjectType('ExpertSpread', { description: 'Whether it is always the same people who are proposed: figures of all of them together, the same for everybody.' })
export class ExpertSpreadType implements Spread {
  @Field(() => Int, { nullable: true, description: 'How many people wrote something other than a question in the last 90 days; null for fewer than 20.' })
  contributors!: number | null;

  @Field(() => ExpertSpreadFiguresType, { nullable: true, description: 'How often they were among the first five of an answer of `experts`; null for fewer than 20 contributors or 20 times, when fewer than 8 were, or when 1 to 7 were not.' })
  proposals!: SpreadFigures | null;

  @Field(() => ExpertSpreadFiguresType, { nullable: true, description: 'How often a question that nobody had answered was brought to them; null for fewer than 20 contributors or 20 times, or when fewer than 8 were asked, or fewer than 8 were not.' })
  requests!: SpreadFigures | null;
}
