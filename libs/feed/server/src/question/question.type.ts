import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AskExpertsAfter } from './asking-experts.ts';

export const AskExpertsAfterEnum = { FOUR_HOURS: 4, ONE_DAY: 24, TWO_DAYS: 48, NEVER: 0 } as const satisfies Record<string, AskExpertsAfter>;

registerEnumType(AskExpertsAfterEnum, {
  name: 'AskExpertsAfter',
  description: 'After how long without an answer those who seem to know are asked.',
  valuesMap: {
    FOUR_HOURS: { description: 'Four hours after it was asked.' },
    ONE_DAY: { description: '24 hours after it was asked.' },
    TWO_DAYS: { description: '48 hours after it was asked.' },
    NEVER: { description: 'Nobody is asked.' },
  },
});

/** Nothing but the post’s id is stored: whether it is answered is told by its comments. */
@ObjectType('Question', { description: 'What only a question has.' })
export class QuestionType {
  postId!: string;
}

@InputType({ description: 'What only a question has, all of it optional.' })
export class QuestionInput {
  @Field(() => AskExpertsAfterEnum, { nullable: true, description: 'After how long without an answer those who seem to know are asked; left out: as `askExpertsAfterUsually` says.' })
  askExpertsAfter?: AskExpertsAfter | null;
}
