import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import type { AmaPeriod } from './ama-session.query.ts';
import type { AmaState } from './ama-state.ts';

export const AmaStateEnum = {
  ANNOUNCED: 'announced',
  COLLECTING: 'collecting',
  LIVE: 'live',
  OVER: 'over',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, AmaState>;
export const AmaPeriodEnum = { CURRENT: 'current', PAST: 'past' } as const satisfies Record<string, AmaPeriod>;

registerEnumType(AmaStateEnum, {
  name: 'AmaState',
  description: 'Where a session stands, by the clock.',
  valuesMap: {
    ANNOUNCED: { description: 'Not open for questions yet.' },
    COLLECTING: { description: 'Questions are asked and voted for.' },
    LIVE: { description: 'Questions are asked, voted for and answered.' },
    OVER: { description: 'No more questions; answers are kept, and may still be given.' },
    CANCELLED: { description: 'Called off.' },
  },
});
registerEnumType(AmaPeriodEnum, {
  name: 'AmaPeriod',
  description: 'Which sessions to list.',
  valuesMap: {
    CURRENT: { description: 'Those that are not over, soonest first; called off ones until their time has passed.' },
    PAST: { description: 'Those that took place, latest first.' },
  },
});

@ObjectType('AmaSession', { description: 'A time in which an executive answers what colleagues asked and voted for before; seen by those who may read where it is held.' })
export class AmaSessionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 150 characters.' })
  title!: string;

  @Field({ description: 'What it is about; plain text, at most 2,000 characters, may be empty.' })
  description!: string;

  @Field({ description: 'From then on questions are taken.' })
  opensAt!: Date;

  @Field({ description: 'From then on questions are answered.' })
  startsAt!: Date;

  @Field({ description: 'Then it is over.' })
  endsAt!: Date;
}

@ObjectType('AmaSessionConnection', { description: 'A page of sessions.' })
export class AmaSessionConnection extends countedConnectionType('AmaSession', () => AmaSessionType) {}

@ObjectType('AmaQuestionCounts', { description: 'How many questions a session holds.' })
export class AmaQuestionCountsType {
  @Field(() => Int, { description: 'Waiting for an answer.' })
  open!: number;

  @Field(() => Int, { description: 'Answered.' })
  answered!: number;
}

@InputType({ description: 'What a session is to be.' })
class AmaPlanInput {
  @Field({ description: 'At most 150 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  title!: string;

  @Field({ defaultValue: '', description: 'What it is about; plain text, at most 2,000 characters. Errors: TEXT_TOO_LONG.' })
  description!: string;

  @Field({ description: 'When questions open; not after the start. Errors: AMA_TIMES_INVALID.' })
  opensAt!: Date;

  @Field({ description: 'When answering starts.' })
  startsAt!: Date;

  @Field({ description: 'When it ends: after the start, and not in the past. Errors: AMA_TIMES_INVALID.' })
  endsAt!: Date;

  @Field(() => [ID], { defaultValue: [], description: 'UUIDs of up to 5 other executives who answer too. Errors: ID_INVALID, AMA_COHOST_INVALID.' })
  cohostIds!: string[];
}

@InputType({ description: 'A session to plan.' })
export class PlanAmaSessionInput extends AmaPlanInput {
  @Field(() => ID, { description: 'UUID made by the client once per session; the same again returns what the first call planned. Errors: ID_INVALID.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is held; for the whole company when left out. Never changes. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER.' })
  communityId?: string | null;
}

@InputType({ description: 'A session to change, as it is to be from now on.' })
export class ChangeAmaSessionInput extends AmaPlanInput {
  @Field(() => ID, { description: 'UUID. Errors: ID_INVALID, AMA_SESSION_NOT_FOUND, AMA_NOT_HOST, AMA_SESSION_CLOSED.' })
  id!: string;
}
