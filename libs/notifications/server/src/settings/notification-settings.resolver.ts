import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { type LetterLanguage, perViewer, SignedIn } from '@parvis/platform/server';
import type { NotificationKind } from '../notification/notification-kind.ts';
import { NotificationKindEnum } from '../notification/notification.type.ts';
import type { CommunityLevel } from './notification-community.entity.ts';
import type { NotificationSettings } from './notification-settings.entity.ts';
import { NotificationSettingsService } from './notification-settings.service.ts';
import { ChangeNotificationSettingsInput, CommunityLevelEnum, NotificationSettingsType, ReadingLanguageEnum } from './notification-settings.type.ts';

@SignedIn()
@Resolver(() => NotificationSettingsType)
export class NotificationSettingsResolver {
  constructor(
    private readonly service: NotificationSettingsService,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => NotificationSettingsType, { description: 'The viewer’s own; 8:00 to 19:00 from Monday to Friday until they say otherwise.' })
  notificationSettings(@CurrentViewer() viewer: Viewer): Promise<NotificationSettings> {
    return this.service.of(viewer.personId);
  }

  @Mutation(() => NotificationSettingsType, { description: 'Changes the viewer’s own settings. Errors: see the fields of the input.' })
  changeNotificationSettings(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to change.' }) input: ChangeNotificationSettingsInput) {
    return this.service.change(viewer, input);
  }

  @Mutation(() => NotificationSettingsType, { description: 'What the browser’s clock says; changes nothing once the viewer has chosen a time zone. Errors: TIME_ZONE_UNKNOWN.' })
  tellTimeZone(@CurrentViewer() viewer: Viewer, @Args('timeZone', { description: 'IANA name, such as Europe/Paris.' }) timeZone: string) {
    return this.service.tellTimeZone(viewer, timeZone);
  }

  @Mutation(() => NotificationSettingsType, { description: 'In which language the viewer reads these pages; what is written to them elsewhere is written in it.' })
  tellLanguage(@CurrentViewer() viewer: Viewer, @Args('language', { type: () => ReadingLanguageEnum, description: 'That of the pages.' }) language: LetterLanguage) {
    return this.service.tellLanguage(viewer, language);
  }

  @ResolveField(() => ReadingLanguageEnum, { nullable: true, description: 'The language in which they are written to; null until their pages have told it.' })
  language(@CurrentViewer() viewer: Viewer): Promise<LetterLanguage | null> {
    return this.service.languageOf(viewer.personId);
  }

  @ResolveField(() => [NotificationKindEnum], { description: 'Kinds that can come to them by e-mail; none where no mail is configured, or when they have no address.' })
  mailKinds(@CurrentViewer() viewer: Viewer): Promise<NotificationKind[]> {
    return this.service.mailKindsOf(viewer.personId);
  }

  @ResolveField(() => [PersonType], { description: 'People whose mentions are told at once.' })
  async urgentPeople(@Parent() { urgentPersonIds }: NotificationSettings, @CurrentViewer() viewer: Viewer): Promise<PersonEntity[]> {
    const people = await Promise.all(urgentPersonIds.map((id) => this.people.load(viewer, id)));
    return people.filter((person) => person !== null);
  }
}

@SignedIn()
@Resolver(() => CommunityType)
export class CommunityNotificationsResolver {
  private readonly levels;

  constructor(private readonly service: NotificationSettingsService) {
    this.levels = perViewer((viewer: Viewer, ids: readonly string[]) => service.levels(viewer.personId, ids));
  }

  @ResolveField(() => CommunityLevelEnum, { description: 'What the viewer wants to be notified of there.' })
  async viewerNotifications(@Parent() community: CommunityEntity, @CurrentViewer() viewer: Viewer): Promise<CommunityLevel> {
    return (await this.levels(viewer).load(community.id)) ?? 'all';
  }

  @Mutation(() => CommunityType, { description: 'What the viewer wants to be notified of in a community. Errors: COMMUNITY_NOT_FOUND.' })
  setCommunityNotifications(
    @CurrentViewer() viewer: Viewer,
    @Args('communityId', { type: () => ID, description: 'The community’s UUID. Errors: ID_INVALID.' }) communityId: string,
    @Args('level', { type: () => CommunityLevelEnum, description: 'From now on.' }) level: CommunityLevel,
  ): Promise<CommunityEntity> {
    return this.service.setCommunity(viewer, communityId, level);
  }
}
