import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';

/** Its suggestions are resolved. */
@ObjectType('FreeSkill', { description: 'Words for a skill that the taxonomy does not have. Who wrote them is not told.' })
export class FreeSkillType {
  @Field(() => ID, { description: 'The words as they are compared: without accents, capitals and signs.' })
  key!: string;

  @Field({ description: 'The words as most people write them.' })
  words!: string;

  @Field(() => Int, { description: 'How many people have them on their profile for everybody to see.' })
  peopleCount!: number;
}

@ObjectType('FreeSkillConnection', { description: 'A page of words that the taxonomy does not have.' })
export class FreeSkillConnection extends countedConnectionType('FreeSkill', () => FreeSkillType) {}

/** Its skill and who decided are resolved. */
@ObjectType('SkillMapping', { description: 'That certain words mean a certain skill: those of all who have written them, and of all who will.' })
export class SkillMappingType {
  @Field(() => ID, { description: 'The words as they are compared.' })
  key!: string;

  @Field({ description: 'The words.' })
  words!: string;

  @Field(() => Date, { description: 'When it was decided.' })
  mappedAt!: Date;
}

@ObjectType('SkillMappingConnection', { description: 'A page of decisions about words.' })
export class SkillMappingConnection extends countedConnectionType('SkillMapping', () => SkillMappingType) {}
