import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionType } from '@parvis/platform/server';
import { RoleEnum, type Role } from '../person/role.ts';

export const PersonStateEnum = { PRESENT: 'present', NEVER_CAME: 'never-came', AWAY: 'away', LEFT: 'left' } as const;

registerEnumType(PersonStateEnum, {
  name: 'PersonState',
  description: 'Where somebody is, for those who administer people. Everybody is in one state.',
  valuesMap: {
    PRESENT: { description: 'Works here, and has signed in.' },
    NEVER_CAME: { description: 'Works here, and has never signed in.' },
    AWAY: { description: 'Works here, and is on leave today.' },
    LEFT: { description: 'Has left the company.' },
  },
});

@ObjectType('AdministeredPerson', { description: 'Somebody as those see them who administer people: nothing of what they do in Parvis.' })
export class AdministeredPersonType {
  @Field(() => ID, { description: 'The person’s UUID.' })
  id!: string;

  @Field({ description: 'By which the company’s systems know them; it never changes.' })
  identifier!: string;

  @Field(() => [RoleEnum], { description: 'Their roles over the whole company.' })
  roles!: Role[];

  @Field(() => Date, { nullable: true, description: 'When they left; null: they work here.' })
  leftAt!: Date | null;
}

@ObjectType('AdministeredPersonConnection', { description: 'A page of people for those who administer them.' })
export class AdministeredPersonConnection extends countedConnectionType('AdministeredPerson', () => AdministeredPersonType) {}

@ObjectType('AdministeredDepartment', { description: 'A department whose people the viewer administers.' })
export class AdministeredDepartmentType {
  @Field({ description: 'As the company names it.' })
  name!: string;

  @Field(() => Int, { description: 'People whom the viewer administers there, those who left included.' })
  memberCount!: number;

  @Field(() => [String], { description: 'Departments within reach whose people have their managers in this one, or in one of these; by name.' })
  below!: string[];
}

@ObjectType('PersonAccount', { description: 'What an identity provider calls somebody.' })
export class PersonAccountType {
  @Field({ description: 'entityID of the identity provider.' })
  issuer!: string;

  @Field({ description: 'What it calls them; it never passes to another.' })
  subject!: string;

  @Field({ description: 'Since when it is known.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'Day of the last sign-in with it, YYYY-MM-DD in UTC; null: not known.' })
  lastUsedOn!: string | null;
}

export const AliasTellerEnum = { SCIM: 'scim', DECISION: 'decision' } as const;

registerEnumType(AliasTellerEnum, {
  name: 'AliasTeller',
  description: 'Why an identifier leads to somebody.',
  valuesMap: { SCIM: { description: 'Their account in the company’s directory says so.' }, DECISION: { description: 'IT found two people to be one.' } },
});

@ObjectType('PersonAlias', { description: 'Another identifier by which the company’s systems know somebody.' })
export class PersonAliasType {
  @Field({ description: 'The identifier.' })
  identifier!: string;

  @Field(() => AliasTellerEnum, { description: 'Why it leads to them.' })
  toldBy!: 'scim' | 'decision';
}

@InputType('MarkAsLeftInput', { description: 'Somebody who has left.' })
export class MarkAsLeftInput {
  @Field(() => ID, { description: 'Their UUID. Errors: ID_INVALID, PERSON_NOT_FOUND.' })
  personId!: string;

  @Field({ description: 'Their name as it is shown, typed by whoever says so. Errors: NAME_TYPED_DIFFERS.' })
  typedName!: string;
}
