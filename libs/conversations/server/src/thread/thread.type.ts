import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { SubjectInput } from '../subject/subject.type.ts';
import type { ThreadState } from './thread-follow.entity.ts';

export const ThreadStateEnum = { FOLLOWING: 'following', MUTED: 'muted' } as const satisfies Record<string, ThreadState>;

registerEnumType(ThreadStateEnum, {
  name: 'ThreadState',
  description: 'How somebody stands to a thread.',
  valuesMap: {
    FOLLOWING: { description: 'Is told of what is added: chosen, mentioned there, or taking part.' },
    MUTED: { description: 'Is told of nothing, whatever happens.' },
  },
});

@InputType({ description: 'A thread to follow or to mute.' })
export class SetThreadStateInput {
  @Field(() => SubjectInput, { description: 'What is talked about. Errors: SUBJECT_NOT_FOUND.' })
  subject!: SubjectInput;

  @Field(() => ThreadStateEnum, { nullable: true, description: 'Null takes the choice back: who takes part follows.' })
  state?: ThreadState | null;
}
