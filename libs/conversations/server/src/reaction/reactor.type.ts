import { Field, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import { ReactionKindEnum } from './reaction.type.ts';
import type { ReactionKind } from './reaction.entity.ts';

@ObjectType('Reactor', { description: 'Somebody who reacted, and how.' })
export class ReactorType {
  @Field(() => ReactionKindEnum, { description: 'In which way.' })
  kind!: ReactionKind;
}

@ObjectType('ReactorConnection', { description: 'A page of those who reacted.' })
export class ReactorConnection extends connectionType('Reactor', () => ReactorType) {}
