import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LegacyKindName } from './legacies.ts';

export const LegacyKindEnum = { COMMUNITY: 'community', CAMPAIGN: 'campaign', QUESTION: 'question' } as const satisfies Record<string, LegacyKindName>;

registerEnumType(LegacyKindEnum, {
  name: 'LegacyKind',
  description: 'What somebody who left kept alone.',
  valuesMap: {
    COMMUNITY: { description: 'A community that nobody animates any more; offered to its members.' },
    CAMPAIGN: { description: 'A campaign of ideas without an owner; offered to its sponsor, to its moderators, and to the manager of whoever left if they see it.' },
    QUESTION: { description: 'A question without an accepted answer; offered to those who answered it, and to the manager of whoever left, if they see it.' },
  },
});

@ObjectType('Legacy', { description: 'Something that somebody who left kept alone, and that the viewer may take over.' })
export class LegacyType {
  @Field(() => LegacyKindEnum, { description: 'What it is.' })
  kind!: LegacyKindName;

  @Field(() => ID, { description: 'UUID of the community, the campaign or the post.' })
  subjectId!: string;

  @Field({ description: 'Its name.' })
  title!: string;

  @Field({ description: 'When they left.' })
  leftAt!: Date;
}

@ObjectType('LegacyCount', { description: 'How much of one sort waits to be taken over.' })
export class LegacyCountType {
  @Field(() => LegacyKindEnum, { description: 'The sort.' })
  kind!: LegacyKindName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType('TakeOverLegacyInput', { description: 'What the viewer takes over.' })
export class TakeOverLegacyInput {
  @Field(() => LegacyKindEnum, { description: 'What it is.' })
  kind!: LegacyKindName;

  @Field(() => ID, { description: '`subjectId` of the Legacy. Errors: ID_INVALID.' })
  subjectId!: string;
}
