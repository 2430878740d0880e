import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionType } from '@parvis/platform/server';
import type { MuteDuration } from './mute.service.ts';

export const MuteDurationEnum = { DAY: 'day', WEEK: 'week', MONTH: 'month', UNTIL_TAKEN_BACK: 'until-taken-back' } as const satisfies Record<string, MuteDuration>;

registerEnumType(MuteDurationEnum, {
  name: 'MuteDuration',
  description: 'How long something stays out of one’s feeds.',
  valuesMap: {
    DAY: { description: '24 hours.' },
    WEEK: { description: '7 days.' },
    MONTH: { description: '30 days.' },
    UNTIL_TAKEN_BACK: { description: 'Until it is taken back.' },
  },
});

@InputType({ description: 'What to keep out of one’s feeds: exactly one of a person, a community and a hashtag.' })
export class MuteInput {
  @Field(() => ID, { nullable: true, description: 'A colleague. Errors: ID_INVALID, PERSON_NOT_FOUND, MUTE_SELF.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A community that the viewer may know of. Errors: ID_INVALID, COMMUNITY_NOT_FOUND.' })
  communityId?: string | null;

  @Field(() => String, { nullable: true, description: 'A hashtag, with or without its #. Errors: TAG_INVALID.' })
  tag?: string | null;

  @Field(() => MuteDurationEnum, { description: 'How long.' })
  duration!: MuteDuration;
}

@ObjectType('Mute', { description: 'Something that the viewer keeps out of their feeds; nobody else can learn of it. Pages and search still show it.' })
export class MuteType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The hashtag, when it is one.' })
  tag!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself; null when it must be taken back.' })
  until!: Date | null;

  @Field({ description: 'When it was last asked for.' })
  createdAt!: Date;
}

@ObjectType('MuteConnection', { description: 'A page of what the viewer has muted.' })
export class MuteConnection extends connectionType('Mute', () => MuteType) {}
