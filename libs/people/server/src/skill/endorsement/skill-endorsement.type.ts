import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('EndorsedThing', { description: 'Something that somebody wrote and may be recommended for.' })
export class EndorsedThingType {
  @Field({ description: 'Its kind: post, comment, wiki-page.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field({ description: 'Its title, or its first words: 200 characters at most.' })
  words!: string;

  @Field({ description: 'The kind of what has a page: the thing, or what a comment is about.' })
  targetType!: string;

  @Field(() => ID, { description: 'The UUID of what has a page.' })
  targetId!: string;
}

/** Its endorser, skill and thing are resolved. */
@ObjectType('SkillEndorsement', { description: 'That a colleague recommends somebody for a skill, because of something that they wrote. Whoever may not see that sees nothing of it, except the one recommended, who can always hide it.' })
export class SkillEndorsementType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'The skill in the words of the colleague.' })
  words!: string;

  @Field(() => Date, { description: 'When.' })
  createdAt!: Date;
}

@InputType({ description: 'Something that somebody wrote.' })
export class EndorsedThingInput {
  @Field({ description: 'Its kind: post, comment, wiki-page.' })
  type!: string;

  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;
}

@InputType({ description: 'A recommendation.' })
export class EndorseSkillInput {
  @Field(() => ID, { description: 'Whom to recommend. Errors: ID_INVALID, PERSON_NOT_FOUND, ENDORSEMENT_SELF.' })
  personId!: string;

  @Field({ description: 'For what: 60 characters at most. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The skill that the words mean, when one was chosen. Left out: whichever has these words. Errors: ID_INVALID, SKILL_NOT_FOUND.' })
  skillId?: string | null;

  @Field(() => EndorsedThingInput, { description: 'Because of what: something that they wrote and the viewer may see. Errors: ENDORSED_THING_NOT_FOUND, ENDORSED_THING_OF_ANOTHER.' })
  thing!: EndorsedThingInput;
}
