import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LetterLanguage } from '@parvis/platform/server';
import { NotificationKindEnum } from '../notification/notification.type.ts';
import type { NotificationKind } from '../notification/notification-kind.ts';
import type { CommunityLevel } from './notification-community.entity.ts';
import type { SettingsChange } from './notification-settings.service.ts';

export const CommunityLevelEnum = { ALL: 'all', MENTIONS: 'mentions', NOTHING: 'nothing' } as const satisfies Record<string, CommunityLevel>;

registerEnumType(CommunityLevelEnum, {
  name: 'CommunityNotifications',
  description: 'What somebody wants to be notified of in a community.',
  valuesMap: {
    ALL: { description: 'Everything that concerns them.' },
    MENTIONS: { description: 'Only that they are mentioned.' },
    NOTHING: { description: 'Nothing.' },
  },
});

export const ReadingLanguageEnum = { EN: 'en', FR: 'fr' } as const satisfies Record<string, LetterLanguage>;

registerEnumType(ReadingLanguageEnum, {
  name: 'ReadingLanguage',
  description: 'A language that Parvis speaks.',
  valuesMap: { EN: { description: 'English.' }, FR: { description: 'French.' } },
});

@ObjectType('NotificationSettings', { description: 'What the viewer wants to be notified of, and when.' })
export class NotificationSettingsType {
  @Field(() => [NotificationKindEnum], { description: 'Kinds that they do not want.' })
  offKinds!: NotificationKind[];

  @Field(() => [NotificationKindEnum], { description: 'Kinds that they do not want by e-mail.' })
  mailOffKinds!: NotificationKind[];

  @Field(() => [NotificationKindEnum], { description: 'Kinds that are told at once, also in quiet hours.' })
  urgentKinds!: NotificationKind[];

  @Field({ description: 'Whether they are left in peace outside of their working hours: what comes then makes no sign before the next opening. Nothing is lost.' })
  hasQuietHours!: boolean;

  @Field(() => Int, { description: 'When they begin to work, in minutes from midnight.' })
  opensAt!: number;

  @Field(() => Int, { description: 'When they stop, in minutes from midnight; before `opensAt`: in the night that follows.' })
  closesAt!: number;

  @Field(() => [Int], { description: 'Days on which they work: Monday is 1, Sunday 7 (ISO 8601).' })
  workingDays!: number[];

  @Field({ description: 'Whose clock this is, as an IANA name such as Europe/Paris.' })
  timeZone!: string;

  @Field({ description: 'Whether they chose the time zone; else it is what their browser said.' })
  timeZoneChosen!: boolean;

  urgentPersonIds!: string[];
}

@InputType({ description: 'What to change; what is left out stays.' })
export class ChangeNotificationSettingsInput implements SettingsChange {
  @Field(() => [NotificationKindEnum], { nullable: true, description: 'Kinds that they do not want.' })
  offKinds?: NotificationKind[] | null;

  @Field(() => [NotificationKindEnum], { nullable: true, description: 'Kinds that they do not want by e-mail.' })
  mailOffKinds?: NotificationKind[] | null;

  @Field(() => [NotificationKindEnum], { nullable: true, description: 'Kinds that are told at once.' })
  urgentKinds?: NotificationKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'People whose mentions are told at once, 50 at most. Errors: ID_INVALID, PERSON_NOT_FOUND, URGENT_PEOPLE_TOO_MANY.' })
  urgentPersonIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are left in peace outside of working hours.' })
  hasQuietHours?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'In minutes from midnight, 0 to 1439. Errors: WORKING_HOURS_INVALID.' })
  opensAt?: number | null;

  @Field(() => Int, { nullable: true, description: 'In minutes from midnight, 0 to 1439. Errors: WORKING_HOURS_INVALID.' })
  closesAt?: number | null;

  @Field(() => [Int], { nullable: true, description: 'One at least, 1 (Monday) to 7; the profile shows them too. Errors: WORKING_DAYS_INVALID.' })
  workingDays?: number[] | null;

  @Field(() => String, { nullable: true, description: 'IANA name. Errors: TIME_ZONE_UNKNOWN.' })
  timeZone?: string | null;
}
