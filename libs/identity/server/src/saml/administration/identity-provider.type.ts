import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleEnum, type Role } from '../../person/role.ts';
import { personFields, type PersonField } from '../sign-in/attribute-names.ts';

export const PersonFieldEnum = {
  IDENTIFIER: 'uid',
  EMAIL: 'mail',
  GIVEN_NAME: 'givenName',
  SURNAME: 'surname',
  DISPLAY_NAME: 'displayName',
  DEPARTMENT: 'department',
  TITLE: 'title',
  MANAGER: 'manager',
  GROUPS: 'groups',
} as const satisfies Record<string, PersonField>;

if (Object.keys(PersonFieldEnum).length !== personFields.length) throw new Error('PersonFieldEnum lacks a field.');

registerEnumType(PersonFieldEnum, {
  name: 'SignInField',
  description: 'What an identity provider may tell of a person.',
  valuesMap: {
    IDENTIFIER: { description: 'What the person is known by; never changes.' },
    EMAIL: { description: 'Their e-mail address.' },
    GIVEN_NAME: { description: 'Their given name.' },
    SURNAME: { description: 'Their surname.' },
    DISPLAY_NAME: { description: 'Their name as it is shown.' },
    DEPARTMENT: { description: 'Where they work.' },
    TITLE: { description: 'What they do.' },
    MANAGER: { description: 'The identifier of their manager.' },
    GROUPS: { description: 'Groups that they belong to.' },
  },
});

@ObjectType('SignInAttribute', { description: 'Names of the attributes that carry a field.' })
export class SignInAttributeType {
  @Field(() => PersonFieldEnum, { description: 'What they carry.' })
  field!: PersonField;

  @Field(() => [String], { description: 'The first that has a value counts; by name or friendly name.' })
  names!: string[];

  @Field({ description: 'Whether these are the usual names, which nobody has changed.' })
  areUsual!: boolean;
}

@ObjectType('RoleGroups', { description: 'Groups that give a role.' })
export class RoleGroupsType {
  @Field(() => RoleEnum, { description: 'What they give.' })
  role!: Role;

  @Field(() => [String], { description: 'In lower case.' })
  groups!: string[];
}

@ObjectType('SigningCertificate', { description: 'A certificate by which an identity provider signs.' })
export class SigningCertificateType {
  @Field({ description: 'SHA-256, in hexadecimal, two by two.' })
  fingerprint!: string;

  @Field({ description: 'When it ends. What it signs counts all the same until the metadata leaves it out: SAML trusts the key.' })
  validUntil!: Date;
}

@ObjectType('IdentityProviderState', { description: 'What the metadata of an identity provider says now.' })
export class IdentityProviderStateType {
  @Field({ description: 'Where people are sent to sign in.' })
  signInAddress!: string;

  @Field({ description: 'Whether it can be told of a sign-out, and tell of one.' })
  hasLogout!: boolean;

  @Field(() => [SigningCertificateType], { description: 'All that hold, in their order there; several at once while one takes the place of another.' })
  certificates!: SigningCertificateType[];
}

@ObjectType('IdentityProvider', { description: 'By which people of the company sign in; for IT alone.' })
export class IdentityProviderType {
  @Field(() => ID, { description: 'A UUID, or a mark of its own for one that the environment names.' })
  id!: string;

  @Field({ description: 'For people who choose among several.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its entityID; null until the metadata of one that the environment names was read.' })
  entityId!: string | null;

  @Field({ description: 'Named by `SAML_IDP_METADATA`: shown here, changed there.' })
  isOfEnvironment!: boolean;

  @Field({ description: 'Whether people may sign in by it.' })
  isEnabled!: boolean;

  @Field(() => String, { nullable: true, description: 'Where its metadata is read again every hour; null where it was pasted, or is a file.' })
  metadataUrl!: string | null;

  @Field(() => [String], { description: 'What stands behind the @ of the addresses of its people.' })
  mailDomains!: string[];

  @Field({ description: 'Whether a sign-in may begin there without our asking.' })
  acceptsUnsolicited!: boolean;

  @Field({ description: 'Whether it calls people as the HR file does; else its people are others than those of the same identifier elsewhere.' })
  sharesIdentifiers!: boolean;

  @Field(() => Int, { description: 'How far its clock and ours may be apart, in seconds.' })
  clockToleranceSeconds!: number;

  @Field(() => [SignInAttributeType], { description: 'Every field, with the names that hold.' })
  attributes!: SignInAttributeType[];

  @Field(() => [RoleGroupsType], { description: 'Every role that groups give.' })
  roleGroups!: RoleGroupsType[];

  @Field(() => [String], { description: 'Groups of which somebody must have one, in lower case; empty: everybody known there is let in.' })
  admittedGroups!: string[];
}

@ObjectType('ServiceProvider', { description: 'What identity providers must know of this Parvis.' })
export class ServiceProviderType {
  @Field({ description: 'Our entityID.' })
  entityId!: string;

  @Field({ description: 'Where our metadata stands.' })
  metadataUrl!: string;

  @Field({ description: 'Where answers are posted (assertion consumer service).' })
  assertionConsumerUrl!: string;

  @Field(() => [String], { description: 'The same by the other names of this Parvis (`PARVIS_OTHER_URLS`); a request says where its answer goes.' })
  otherAssertionConsumerUrls!: string[];

  @Field({ description: 'Where messages about signing out come (single logout service).' })
  singleLogoutUrl!: string;
}

@InputType({ description: 'An identity provider to connect: its metadata by address, or as text.' })
export class ConnectIdentityProviderInput {
  @Field(() => ID, { description: 'A UUID that the client makes once: sending it again connects nothing twice.' })
  id!: string;

  @Field({ description: 'For people who choose among several; at most 80 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'An address that starts with https:// or http://, read again every hour.' })
  metadataUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'The XML itself, at most 1,000,000 characters, where no address can be reached from here.' })
  metadata?: string | null;
}

@InputType({ description: 'By which attributes a field is told.' })
export class SignInAttributeInput {
  @Field(() => PersonFieldEnum, { description: 'What they carry.' })
  field!: PersonField;

  @Field(() => [String], { description: 'At most 20 of 200 characters; none: the usual ones.' })
  names!: string[];
}

@InputType({ description: 'By which groups a role is given.' })
export class RoleGroupsInput {
  @Field(() => RoleEnum, { description: 'Not EMPLOYEE, which everybody is.' })
  role!: Role;

  @Field(() => [String], { description: 'At most 50 of 500 characters.' })
  groups!: string[];
}

@InputType({ description: 'What is left out stays.' })
export class ChangeIdentityProviderInput {
  @Field(() => ID, { description: 'That of the identity provider.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 80 characters.' })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether people may sign in by it.' })
  isEnabled?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'At most 50.' })
  mailDomains?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a sign-in may begin there.' })
  acceptsUnsolicited?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it calls people as the HR file does. Whoever has signed in by it stays who they are.' })
  sharesIdentifiers?: boolean | null;

  @Field(() => Int, { nullable: true, description: '0 to 120.' })
  clockToleranceSeconds?: number | null;

  @Field(() => [SignInAttributeInput], { nullable: true, description: 'All that differ from the usual ones: what is not named is as usual.' })
  attributes?: SignInAttributeInput[] | null;

  @Field(() => [RoleGroupsInput], { nullable: true, description: 'All of them: a role that is not named is given to nobody.' })
  roleGroups?: RoleGroupsInput[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 50 of 500 characters.' })
  admittedGroups?: string[] | null;
}
