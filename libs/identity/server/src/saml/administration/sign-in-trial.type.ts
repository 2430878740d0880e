import { Field, ID, ObjectType } from '@nestjs/graphql';
import { RoleEnum, type Role } from '../../person/role.ts';

@ObjectType('SignInTrialAttribute', { description: 'An attribute as it came.' })
export class SignInTrialAttributeType {
  @Field({ description: 'Its name, or its friendly name, which is listed apart.' })
  name!: string;

  @Field(() => [String], { description: 'In their order there.' })
  values!: string[];
}

@ObjectType('SignInTrialPerson', { description: 'Who would have signed in.' })
export class SignInTrialPersonType {
  @Field({ description: 'What they are known by.' })
  identifier!: string;

  @Field(() => String, { nullable: true, description: 'Null, as all below, when it was not told.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Their given name.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Their surname.' })
  surname!: string | null;

  @Field(() => String, { nullable: true, description: 'Their name as it is shown.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Where they work.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'What they do.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Identifier of the manager.' })
  manager!: string | null;

  @Field(() => [RoleEnum], { description: 'What their groups would make of them.' })
  roles!: Role[];
}

@ObjectType('SignInTrial', { description: 'What came of trying a connection: nobody was signed in. Kept for an hour, for whoever tried.' })
export class SignInTrialType {
  @Field(() => ID, { description: 'As `/saml/acs` gave it back.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why nobody would get in, in a word: `signature`, `audience`, `no-identifier`…; null: they would.' })
  refusal!: string | null;

  @Field({ description: 'What was expected and what came, in English, as in the log; empty where nothing is to be said.' })
  detail!: string;

  @Field(() => String, { nullable: true, description: 'The NameID; null when the answer was refused before it could be read.' })
  nameId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its format, as a URN.' })
  nameIdFormat!: string | null;

  @Field(() => [SignInTrialAttributeType], { description: 'What came.' })
  attributes!: SignInTrialAttributeType[];

  @Field(() => SignInTrialPersonType, { nullable: true, description: 'What signing in would make of it; null when nobody could be made of it.' })
  person!: SignInTrialPersonType | null;
}
