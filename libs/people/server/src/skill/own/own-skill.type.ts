import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PersonSkillEntity } from './person-skill.entity.ts';
import type { SkillLevel } from './skill-level.ts';

export const SkillLevelEnum = { LEARNING: 'learning', USING: 'using', FLUENT: 'fluent', HELPING: 'helping' } as const satisfies Record<string, SkillLevel>;

registerEnumType(SkillLevelEnum, {
  name: 'SkillLevel',
  description: 'How well somebody says that they can do something.',
  valuesMap: {
    LEARNING: { description: 'They are learning it.' },
    USING: { description: 'They use it, and still look things up.' },
    FLUENT: { description: 'They are at ease with it.' },
    HELPING: { description: 'They help others with it.' },
  },
});

/** Its skill and its level are resolved. */
@ObjectType('PersonSkill', { description: 'Something that somebody says they can do.' })
export class PersonSkillType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The words of the person.' })
  words!: string;
}

@InputType({ description: 'Something that the viewer says they can do.' })
export class OwnSkillInput {
  @Field({ description: 'In the viewer’s words: 60 characters at most. Errors: TEXT_TOO_LONG.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The skill that they mean by it, when they chose one. Left out: whichever has these words. Errors: ID_INVALID, SKILL_NOT_FOUND.' })
  skillId?: string | null;

  @Field(() => SkillLevelEnum, { nullable: true, description: 'How well, if they wish to say so.' })
  level?: SkillLevel | null;
}

/** What the fields of a person's skill are made from. */
export type PersonSkillSource = PersonSkillEntity;
