import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BallotState, ResultsState } from './ballot-course.ts';
import type { BallotKind } from './ballot.entity.ts';

export const BallotKindEnum = { SUPPORT: 'support', STARS: 'stars', GRADES: 'grades', BUDGET: 'budget', PAIRS: 'pairs', POINTS: 'points' } as const satisfies Record<string, BallotKind>;
export const BallotStateEnum = { WAITING: 'waiting', OPEN: 'open', OVER: 'over', VOID: 'void' } as const satisfies Record<string, BallotState>;
export const ResultsStateEnum = { WAITING: 'waiting', HIDDEN: 'hidden', SOON: 'soon', LIVE: 'live', FINAL: 'final', VOID: 'void' } as const satisfies Record<string, ResultsState>;

registerEnumType(BallotKindEnum, {
  name: 'BallotKind',
  description: 'How a campaign decides.',
  valuesMap: {
    SUPPORT: { description: 'Each person supports ideas, as many as they like or up to a number; the most supported comes first.' },
    STARS: { description: 'Each idea gets 1 to 5; the best mean comes first.' },
    GRADES: { description: 'Majority judgment (Balinski & Laraki 2007): each idea gets one of six grades; the best median grade comes first.' },
    BUDGET: { description: 'Each person fills a basket within an envelope; the ideas in the most baskets are paid as long as it lasts. Ideas without a cost are not in it.' },
    PAIRS: { description: 'Each person says which of two ideas is the better one, again and again; strengths after Bradley & Terry (1952).' },
    POINTS: { description: 'Each person spreads so many points; the idea with the most comes first.' },
  },
});
registerEnumType(BallotStateEnum, {
  name: 'BallotState',
  description: 'Where a ballot stands.',
  valuesMap: {
    WAITING: { description: 'Nobody votes yet.' },
    OPEN: { description: 'Votes come in and may be changed.' },
    OVER: { description: 'All votes are in.' },
    VOID: { description: 'The campaign was called off before that.' },
  },
});
registerEnumType(ResultsStateEnum, {
  name: 'BallotResultsState',
  description: 'Whether the results of a ballot are told.',
  valuesMap: {
    WAITING: { description: 'There are none yet.' },
    HIDDEN: { description: 'Not before the vote has closed.' },
    SOON: { description: 'Fewer than eight have voted in this secret ballot: its figures would tell of people. After the close they are told.' },
    LIVE: { description: 'As they stand now.' },
    FINAL: { description: 'All votes are counted.' },
    VOID: { description: 'The campaign was called off.' },
  },
});

@ObjectType('BallotEnvelope', { description: 'Money that ideas are paid from.' })
export class BallotEnvelopeType {
  @Field(() => String, { nullable: true, description: 'Whose ideas it pays, by the department of their author when they were submitted; null: those of everybody.' })
  department!: string | null;

  @Field(() => Int, { description: 'In whole euros.' })
  amount!: number;

  @Field(() => Int, { nullable: true, description: 'What the viewer’s basket leaves of it, in whole euros; all of it when nobody knows any more what they chose. Null: they judge blind, and it would tell which departments ideas come from.' })
  viewerLeft!: number | null;
}

@ObjectType('BallotVote', { description: 'What the viewer gave an idea.' })
export class BallotVoteType {
  @Field(() => ID, { description: 'UUID of the ballot.' })
  ballotId!: string;

  @Field(() => ID, { description: 'UUID of the idea.' })
  ideaId!: string;

  @Field(() => Int, { description: 'STARS: 1 to 5. GRADES: 0 (excellent) to 5 (to reject). BUDGET: 1. POINTS: how many.' })
  mark!: number;
}

@ObjectType('Ballot', { description: 'One of the ways in which a campaign decides.' })
export class BallotType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => BallotKindEnum, { description: 'Which way.' })
  kind!: BallotKind;

  @Field({ description: 'Whether nobody learns who voted what, not even who runs Parvis once the vote has closed. False: whoever sees the campaign does, except with SUPPORT, of which the number alone is told.' })
  isSecret!: boolean;

  @Field({ description: 'Whether nothing tells how it stands before the vote has closed, except how many have voted.' })
  hidesResults!: boolean;

  @Field(() => Int, { nullable: true, description: 'SUPPORT: how many ideas each person may support; null: as many as they like.' })
  maxSupports!: number | null;

  @Field(() => Int, { nullable: true, description: 'POINTS: how many each person spreads.' })
  points!: number | null;

  @Field(() => Int, { nullable: true, description: 'POINTS: how many one idea may get from a person.' })
  maxPoints!: number | null;
}

@InputType({ description: 'Money that ideas are paid from.' })
export class BallotEnvelopeInput {
  @Field(() => String, { nullable: true, description: 'Whose ideas it pays; null: those of everybody, and then it is the only one. Errors: BALLOT_ENVELOPES_INVALID.' })
  department?: string | null;

  @Field(() => Float, { description: 'In whole euros, above 0. Errors: BALLOT_LIMIT_INVALID.' })
  amount!: number;
}

@InputType({ description: 'A way of deciding. What does not belong to its kind is left aside.' })
export class BallotInput {
  @Field(() => BallotKindEnum, { description: 'Which way; each once. Errors: BALLOT_TWICE.' })
  kind!: BallotKind;

  @Field({ defaultValue: true, description: 'Whether nobody is to learn who voted what; SUPPORT is told by its number alone either way.' })
  isSecret!: boolean;

  @Field({ defaultValue: true, description: 'Whether nothing tells how it stands before the vote has closed; how many support an idea is always told.' })
  hidesResults!: boolean;

  @Field(() => Int, { nullable: true, description: 'SUPPORT: how many ideas each person may support, 1 to 1,000; null: as many as they like. Errors: BALLOT_LIMIT_INVALID.' })
  maxSupports?: number | null;

  @Field(() => Int, { nullable: true, description: 'POINTS: how many each person spreads, 1 to 1,000. Errors: BALLOT_LIMIT_INVALID.' })
  points?: number | null;

  @Field(() => Int, { nullable: true, description: 'POINTS: how many one idea may get from a person, from 1 to all of them. Errors: BALLOT_LIMIT_INVALID.' })
  maxPoints?: number | null;

  @Field(() => [BallotEnvelopeInput], { defaultValue: [], description: 'BUDGET: one for everybody, or one for each of some departments, at most 100. Errors: BALLOT_ENVELOPES_INVALID, BALLOT_LIMIT_INVALID.' })
  envelopes!: BallotEnvelopeInput[];
}

@InputType({ description: 'What an idea is given.' })
export class VoteInput {
  @Field(() => ID, { description: 'UUID of an idea that stands in the campaign, not the viewer’s own. Errors: ID_INVALID, VOTE_IDEA_INVALID, IDEA_OWN.' })
  ideaId!: string;

  @Field(() => Int, { nullable: true, description: 'STARS: 1 to 5. GRADES: 0 (excellent) to 5 (to reject). BUDGET: 1. POINTS: 1 to `maxPoints`. Null takes it away. Errors: VOTE_INVALID.' })
  mark?: number | null;
}
