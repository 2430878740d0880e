import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityType, type CommunityEntity } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { perViewer, SignedIn } from '@parvis/platform/server';
import type { CommunityLevel } from './notification-community.entity.ts';
import type { NotificationSettings } from './notification-settings.entity.ts';
import { NotificationSettingsService } from './notification-settings.service.ts';
import { ChangeNotificationSettingsInput, CommunityLevelEnum, NotificationSettingsType } from './notification-settings.type.ts';

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
