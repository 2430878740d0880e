import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OwnedField, Owner } from './field-owner.ts';

export const OwnerEnum = { SIGN_IN: 'saml', SCIM: 'scim', HR_FILE: 'hr', PERSON: 'person' } as const satisfies Record<string, Owner>;

registerEnumType(OwnerEnum, {
  name: 'FieldOwner',
  description: 'Who keeps a field of a person; nobody else overwrites it.',
  valuesMap: {
    SIGN_IN: { description: 'The identity provider, at each sign-in.' },
    SCIM: { description: 'The company’s directory, by SCIM.' },
    HR_FILE: { description: 'The HR file, at each import.' },
    PERSON: { description: 'The person.' },
  },
});

export const OwnedFieldEnum = {
  GIVEN_NAME: 'givenName',
  SURNAME: 'surname',
  DISPLAY_NAME: 'displayName',
  EMAIL: 'email',
  TITLE: 'title',
  DEPARTMENT: 'department',
  MANAGER: 'manager',
  LOCATION: 'location',
  HIRED_ON: 'hiredOn',
  BIOGRAPHY: 'biography',
  LANGUAGES: 'languages',
  SKILLS: 'skills',
  ASK_ME_ABOUT: 'askMeAbout',
} as const satisfies Record<string, OwnedField>;

registerEnumType(OwnedFieldEnum, {
  name: 'OwnedField',
  description: 'A field of Person that several could tell, and one keeps.',
  valuesMap: Object.fromEntries(Object.entries(OwnedFieldEnum).map(([name, field]) => [name, { description: `Person.${field}.` }])),
});

@ObjectType('OwnedFieldOwner', { description: 'Who keeps a field of a person.' })
export class OwnedFieldOwnerType {
  @Field(() => OwnedFieldEnum, { description: 'The field.' })
  field!: OwnedField;

  @Field(() => OwnerEnum, { description: 'Who keeps it.' })
  owner!: Owner;
}
