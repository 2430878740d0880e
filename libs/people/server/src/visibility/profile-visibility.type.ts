import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Audience, ProfileField } from './profile-field.ts';

export const AudienceEnum = { EVERYONE: 'everyone', DEPARTMENT: 'department', COMMUNITIES: 'communities', NOBODY: 'nobody' } as const satisfies Record<string, Audience>;

registerEnumType(AudienceEnum, {
  name: 'ProfileAudience',
  description: 'Who may see a field of a profile. Its owner always does.',
  valuesMap: {
    EVERYONE: { description: 'Every signed-in colleague; only these fields can be searched by.' },
    DEPARTMENT: { description: 'Colleagues of the owner’s department.' },
    COMMUNITIES: { description: 'Members of a community that the owner is a member of too.' },
    NOBODY: { description: 'The owner alone.' },
  },
});

export const ProfileFieldEnum = {
  BIOGRAPHY: 'biography',
  LANGUAGES: 'languages',
  SKILLS: 'skills',
  ASK_ME_ABOUT: 'askMeAbout',
  WORKING_TIME: 'workingTime',
  ABSENCE: 'absence',
  PROJECTS: 'projects',
  CERTIFICATES: 'certificates',
  LINKS: 'links',
  HOBBIES: 'hobbies',
} as const satisfies Record<string, ProfileField>;

registerEnumType(ProfileFieldEnum, {
  name: 'ProfileField',
  description: 'What people say of themselves and may keep to some.',
  valuesMap: {
    BIOGRAPHY: { description: 'Person.biography.' },
    LANGUAGES: { description: 'Person.languages.' },
    SKILLS: { description: 'Person.skills.' },
    ASK_ME_ABOUT: { description: 'Person.askMeAbout.' },
    WORKING_TIME: { description: 'Person.timeZone and Person.workingDays.' },
    ABSENCE: { description: 'Person.absence.' },
    PROJECTS: { description: 'Person.projects.' },
    CERTIFICATES: { description: 'Person.certificates.' },
    LINKS: { description: 'Person.links.' },
    HOBBIES: { description: 'Person.hobbies.' },
  },
});

@ObjectType('ProfileVisibility', { description: 'Who may see a field of one’s own profile.' })
export class ProfileVisibilityType {
  @Field(() => ProfileFieldEnum, { description: 'The field.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, { description: 'Who may see it, by choice or by default.' })
  audience!: Audience;
}

@InputType({ description: 'Who may see a field of one’s own profile from now on.' })
export class ProfileVisibilityInput {
  @Field(() => ProfileFieldEnum, { description: 'The field.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, { description: 'Who may see it.' })
  audience!: Audience;
}
