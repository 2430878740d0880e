import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityLoader, CommunityType } from '@parvis/communities/server';
import { CurrentViewer, PersonLoader, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { maxPageSize, pageCost, PageArgs, pageRequest, SignedIn } from '@parvis/platform/server';
import { NotificationSubjects } from '../subject/notification-subjects.ts';
import type { NotificationEntity } from './notification.entity.ts';
import { NotificationReading } from './notification-reading.service.ts';
import { NotificationQuery } from './notification.query.ts';
import { MarkNotificationsReadInput, MarkNotificationsReadPayload, NotificationCatchUpType, NotificationConnection, NotificationTargetType, NotificationType } from './notification.type.ts';

const shownActors = 3;

@SignedIn()
@Resolver(() => NotificationType)
export class NotificationResolver {
  constructor(
    private readonly query: NotificationQuery,
    private readonly reading: NotificationReading,
    private readonly subjects: NotificationSubjects,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => NotificationConnection, { description: 'The viewer’s notifications, the latest first; without those of things that they may not see any more.', complexity: pageCost })
  notifications(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('unreadOnly', { defaultValue: false, description: 'Only those not read.' }) unreadOnly: boolean,
  ) {
    return this.query.list(viewer.personId, { unreadOnly }, pageRequest(page));
  }

  @Query(() => Int, { description: 'How many the viewer has not read, 100 at most; what quiet hours hold is not counted until they are over.' })
  unreadNotificationCount(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.query.unreadCount(viewer.personId);
  }

  @Query(() => NotificationCatchUpType, {
    description: 'What has changed since a number of the viewer’s sequence, 50 at a time: after a lost connection nothing is missed and nothing comes twice. Without a number, only where the sequence is.',
    complexity: ({ childComplexity }) => 1 + maxPageSize * childComplexity,
  })
  async notificationsSince(
    @CurrentViewer() viewer: Viewer,
    @Args('seq', { type: () => Int, nullable: true, description: 'The last number that the client knows; null: none yet.' }) seq?: number | null,
  ): Promise<NotificationCatchUpType> {
    const missed =
      seq === null || seq === undefined
        ? { notifications: [], lastSeq: await this.query.lastSeq(viewer.personId), hasMore: false }
        : await this.query.since(viewer.personId, seq, maxPageSize);
    return { ...missed, unreadCount: await this.query.unreadCount(viewer.personId) };
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'Marks notifications as read, in all the viewer’s tabs; others’ are left alone. Errors: NOTIFICATIONS_NOT_NAMED.' })
  async markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadPayload> {
    const readIds = await this.reading.markRead(viewer, input);
    return { readIds, unreadCount: await this.query.unreadCount(viewer.personId) };
  }

  @ResolveField(() => [PersonType], { description: 'Who did it, the latest first, three at most.' })
  async actors(@Parent() notification: NotificationEntity, @CurrentViewer() viewer: Viewer): Promise<PersonEntity[]> {
    const people = await Promise.all(notification.actorIds.slice(0, shownActors).map((id) => this.people.load(viewer, id)));
    return people.filter((person) => person !== null);
  }

  @ResolveField(() => NotificationTargetType, { nullable: true, description: 'What it is about; null when it went out of sight this very moment.' })
  target(@Parent() { subjectType, subjectId }: NotificationEntity, @CurrentViewer() viewer: Viewer) {
    return this.subjects.target(viewer, { type: subjectType, id: subjectId });
  }
}

@SignedIn()
@Resolver(() => NotificationTargetType)
export class NotificationTargetResolver {
  constructor(
    private readonly communities: CommunityLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => CommunityType, { nullable: true, description: 'The community where it is; null for the whole company.' })
  community(@Parent() { communityId }: NotificationTargetType, @CurrentViewer() viewer: Viewer) {
    return communityId ? this.communities.byId(viewer, communityId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it on behalf of its author; null: the author. Show both names.' })
  writtenBy(@Parent() { writtenById }: NotificationTargetType, @CurrentViewer() viewer: Viewer) {
    return writtenById ? this.people.load(viewer, writtenById) : null;
  }
}
