import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AskExpertsAfterEnum, type AskExpertsAfter } from '@parvis/feed/server';
import type { RequestReasons } from './expert-request.entity.ts';
import type { OpenRequest } from './request.query.ts';
import type { RoutingState } from './routing-state.ts';

export const ExpertRoutingStateEnum = { OFF: 'off', WAITING: 'waiting', ASKING: 'asking', RESTING: 'resting', NOBODY: 'nobody' } as const satisfies Record<string, RoutingState>;

registerEnumType(ExpertRoutingStateEnum, {
  name: 'ExpertRoutingState',
  description: 'How it stands with a question that nobody has answered. It never tells who was asked, nor what they did.',
  valuesMap: {
    OFF: { description: 'Nobody is asked: the asker wants it so, or the question is older than the choice.' },
    WAITING: { description: 'Those who seem to know may be asked, unless somebody answers before.' },
    ASKING: { description: 'Somebody who seems to know has been asked.' },
    RESTING: { description: 'Those who seemed to know have been asked; told when three turns can have gone by, whatever has happened before.' },
    NOBODY: { description: 'Nobody has been asked so far, for whatever reason; told when three turns can have gone by, until then it is WAITING.' },
  },
});

@ObjectType('ExpertRouting', { description: 'What becomes of an unanswered question; its asker alone sees it.' })
export class ExpertRoutingType {
  @Field(() => ExpertRoutingStateEnum, { description: 'How it stands.' })
  state!: RoutingState;

  @Field(() => AskExpertsAfterEnum, { description: 'What the asker chose.' })
  after!: AskExpertsAfter;

  @Field(() => Date, { nullable: true, description: 'When it is WAITING: from when on those who seem to know are asked, while they are at work. Null in every other state.' })
  askAt!: Date | null;
}

@ObjectType('ExpertRequest', { description: 'A question that was brought to the viewer because they seem to know. Nobody else sees it; one that is over shows nowhere.' })
export class ExpertRequestType implements OpenRequest {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'When it was brought to the viewer.' })
  offeredAt!: Date;

  @Field({ description: 'When somebody else may be asked, if the viewer does nothing.' })
  untilAt!: Date;

  questionId!: string;
  reasons!: RequestReasons;
}
