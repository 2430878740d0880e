import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleEnum, type Role } from '../person/role.ts';

export const RoleGrantStateEnum = { WAITING: 'waiting', LIVE: 'live', ENDING: 'ending', OVER: 'over' } as const;
export type RoleGrantState = (typeof RoleGrantStateEnum)[keyof typeof RoleGrantStateEnum];

registerEnumType(RoleGrantStateEnum, {
  name: 'RoleGrantState',
  description: 'Whether a role that was given by hand holds.',
  valuesMap: {
    WAITING: { description: 'It waits for a second person of IT.' },
    LIVE: { description: 'It holds.' },
    ENDING: { description: 'It holds, and somebody asked to end it: a second person of IT decides.' },
    OVER: { description: 'It holds no more.' },
  },
});

export const RoleSourceEnum = { SIGN_IN: 'sign-in', DIRECTORY: 'directory', BY_HAND: 'by-hand' } as const;
export type RoleSource = (typeof RoleSourceEnum)[keyof typeof RoleSourceEnum];

registerEnumType(RoleSourceEnum, {
  name: 'RoleSource',
  description: 'Who gives a role.',
  valuesMap: {
    SIGN_IN: { description: 'A group that the identity provider told at the last sign-in.' },
    DIRECTORY: { description: 'A group of the company’s directory (SCIM).' },
    BY_HAND: { description: 'An administrator.' },
  },
});

@ObjectType('HeldRole', { description: 'A role over the whole company that somebody has, and who gives it.' })
export class HeldRoleType {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => [RoleSourceEnum], { description: 'Who gives it; it goes when none does any more.' })
  sources!: RoleSource[];
}

@ObjectType('RoleGrant', { description: 'A role that was given by hand.' })
export class RoleGrantType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => [String], { nullable: true, description: 'The departments whose people it is about; null: the whole company.' })
  departments!: string[] | null;

  @Field({ description: 'Why, as whoever gave it wrote.' })
  reason!: string;

  @Field({ description: 'When it was given, or proposed.' })
  grantedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null: until somebody ends it.' })
  endsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended; null: it has not.' })
  endedAt!: Date | null;
}

@InputType('GrantRoleInput', { description: 'A role to give by hand.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'The person’s UUID. Errors: ID_INVALID, PERSON_NOT_FOUND.' })
  personId!: string;

  @Field(() => RoleEnum, { description: 'Any but EMPLOYEE, which everybody is. Errors: ROLE_NOT_GRANTABLE, ROLE_BEYOND_REACH, ROLE_HELD, ROLE_APART.' })
  role!: Role;

  @Field(() => [String], { nullable: true, description: 'For IT alone: whose people it is about, 1 to 50 departments; left out: the whole company. Errors: ROLE_KNOWS_NO_SCOPE, ROLE_BEYOND_REACH, DEPARTMENT_UNKNOWN, TOO_MANY_ITEMS.' })
  departments?: string[] | null;

  @Field(() => Date, { nullable: true, description: 'Until when, five years at most; left out: until somebody ends it. Errors: GRANT_END_INVALID.' })
  until?: Date | null;

  @Field({ description: 'Why: 1 to 300 characters, kept in the audit log. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  reason!: string;

  @Field({ description: 'The person’s name as it is shown, typed by whoever gives the role. Errors: NAME_TYPED_DIFFERS.' })
  typedName!: string;
}
