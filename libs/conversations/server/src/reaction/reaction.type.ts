import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SubjectInput } from '../subject/subject.type.ts';
import type { ReactionKind } from './reaction.entity.ts';

export const ReactionKindEnum = {
  THANKS: 'thanks',
  AGREE: 'agree',
  INSIGHTFUL: 'insightful',
  CONGRATULATIONS: 'congratulations',
  SUPPORT: 'support',
} as const satisfies Record<string, ReactionKind>;

registerEnumType(ReactionKindEnum, {
  name: 'ReactionKind',
  description: 'Reactions, chosen for work.',
  valuesMap: {
    THANKS: { description: 'Thank you.' },
    AGREE: { description: 'I agree.' },
    INSIGHTFUL: { description: 'I have learnt something.' },
    CONGRATULATIONS: { description: 'Well done.' },
    SUPPORT: { description: 'I stand by you.' },
  },
});

@ObjectType({ description: 'How many people reacted in one way.' })
export class ReactionCount {
  @Field(() => ReactionKindEnum, { description: 'In which way.' })
  kind!: ReactionKind;

  @Field(() => Int, { description: 'How many people, at least 1.' })
  count!: number;
}

@InputType({ description: 'A reaction to set or take back.' })
export class SetReactionInput {
  @Field(() => SubjectInput, { description: 'To what. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED.' })
  subject!: SubjectInput;

  @Field(() => ReactionKindEnum, { nullable: true, description: 'Null takes the reaction back.' })
  kind?: ReactionKind | null;
}

@ObjectType({ description: 'The reactions to a subject, as they stand after a change.' })
export class ReactionState {
  @Field(() => ID, { description: 'The subject’s UUID.' })
  subjectId!: string;

  @Field(() => [ReactionCount], { description: 'By kind; kinds that nobody chose are left out.' })
  reactions!: ReactionCount[];

  @Field(() => ReactionKindEnum, { nullable: true, description: 'The viewer’s own; null for none.' })
  viewerReaction!: ReactionKind | null;
}
