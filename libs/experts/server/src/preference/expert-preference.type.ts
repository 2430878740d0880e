import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RequestPace } from './expert-preference.entity.ts';
import type { ExpertPreference } from './expert-preference.query.ts';
import type { PreferenceChange, SaidTopic } from './expert-preference.service.ts';
import type { RefusedTopicEntity } from './refused-topic.entity.ts';

export const ExpertPaceEnum = { USUAL: 'usual', RARE: 'rare', NONE: 'none' } as const satisfies Record<string, RequestPace>;

registerEnumType(ExpertPaceEnum, {
  name: 'ExpertPace',
  description: 'How many questions Parvis may bring to somebody.',
  valuesMap: {
    USUAL: { description: 'As many as is usual: `expertFormula.weeklyRequests` in seven days at most.' },
    RARE: { description: '1 a week at most.' },
    NONE: { description: 'None; who looks for them still finds them.' },
  },
});

/** Its skill is resolved. */
@ObjectType('ExpertTopic', { description: 'A subject on which the viewer is not to be proposed.' })
export class ExpertTopicType {
  @Field({ description: 'In the viewer’s words, without #.' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'The hashtag, lower-cased, without #; null when it is none.' })
  tag!: string | null;
}

@ObjectType('ExpertPreferences', { description: 'What the viewer accepts to be asked. Nobody else reads it, and nobody is told.' })
export class ExpertPreferencesType implements ExpertPreference {
  @Field({ description: 'Whether `experts` leaves them out whatever is asked.' })
  isNeverProposed!: boolean;

  @Field(() => ExpertPaceEnum, { description: 'How many questions may come to them.' })
  pace!: RequestPace;

  @Field(() => [ExpertTopicType], { description: 'Subjects on which `experts` leaves them out, in their order: when all the words of one, or of what its skill is called in French or in English, stand in the question, whatever their endings, or the question has the hashtag.' })
  topics!: RefusedTopicEntity[];
}

@InputType({ description: 'A subject on which the viewer is not to be proposed.' })
export class ExpertTopicInput implements SaidTopic {
  @Field({ description: 'In the viewer’s words, 60 characters at most; a hashtag when it begins with # and has no space. Errors: TEXT_TOO_LONG, EXPERT_TOPIC_TOO_VAGUE.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The skill that they mean by it, when they chose one. Left out: whichever has these words. Errors: ID_INVALID, SKILL_NOT_FOUND.' })
  skillId?: string | null;
}

@InputType({ description: 'What is left out, or null, stays as it is.' })
export class ChangeExpertPreferencesInput implements PreferenceChange {
  @Field(() => Boolean, { nullable: true, description: 'Whether `experts` leaves them out whatever is asked.' })
  isNeverProposed?: boolean | null;

  @Field(() => ExpertPaceEnum, { nullable: true, description: 'How many questions may come to them.' })
  pace?: RequestPace | null;

  @Field(() => [ExpertTopicInput], { nullable: true, description: 'All of them, 20 at most; what is not among them goes. Empty words are passed over, the same words count once. Errors: TOO_MANY_ITEMS.' })
  topics?: ExpertTopicInput[] | null;
}
