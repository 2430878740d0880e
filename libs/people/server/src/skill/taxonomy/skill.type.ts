import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SkillLanguage } from './skill.entity.ts';

export const SkillLanguageEnum = { FR: 'fr', EN: 'en' } as const satisfies Record<string, SkillLanguage>;

registerEnumType(SkillLanguageEnum, { name: 'SkillLanguage', description: 'A language of the taxonomy of skills.', valuesMap: { FR: { description: 'French.' }, EN: { description: 'English.' } } });

@ObjectType('Skill', { description: 'A skill of the taxonomy, whatever it is called.' })
export class SkillType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The address of the skill in ESCO, the European classification; null for one of Parvis or of the company.' })
  uri!: string | null;

  @Field({ description: 'Its preferred words in French; in English where it has none.' })
  fr!: string;

  @Field({ description: 'Its preferred words in English; in French where it has none.' })
  en!: string;

  @Field({ description: 'The newest edition of the taxonomy has given it up: it stays for those who have it, and is not suggested.' })
  isRetired!: boolean;
}

@ObjectType('SkillSuggestion', { description: 'A skill that somebody may mean by what they type.' })
export class SkillSuggestionType {
  @Field(() => SkillType, { description: 'The skill.' })
  skill!: SkillType;

  @Field({ description: 'The one of its words, a synonym perhaps, that is nearest to what was typed.' })
  label!: string;
}
