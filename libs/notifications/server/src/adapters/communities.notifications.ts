import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityQuery, communityVisibleTo, isAnimator, joinRequested, memberJoined, MembershipQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { EventHandlers } from '@parvis/platform/server';
import { NotificationService } from '../notification/notification.service.ts';
import { extractOf, NotificationSubjects, type NotificationTarget } from '../subject/notification-subjects.ts';

/** Animators hear that somebody asks to come in; whoever asked, that they are in. */
@Injectable()
export class CommunitiesNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly subjects: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly communities: CommunityQuery,
    private readonly memberships: MembershipQuery,
  ) {}

  onModuleInit(): void {
    const describe = (viewer: Viewer, ids: readonly string[]) => this.describe(viewer, ids);
    const where = (id: string, rule: string): string => `EXISTS (SELECT 1 FROM community about WHERE about.id = ${id} AND ${rule})`;
    this.subjects.register({ type: 'community', visibleTo: (id, viewer) => where(id, communityVisibleTo('about', viewer)), communityOf: (id) => id, describe });
    // Gone for whoever animates no more, and when there is nobody left to let in.
    this.subjects.register({
      type: 'join-requests',
      visibleTo: (id, viewer) => `(${isAnimator(id, viewer)} AND EXISTS (SELECT 1 FROM join_request waiting WHERE waiting.community_id = ${id}))`,
      communityOf: (id) => id,
      describe,
    });
    this.events.on(joinRequested, async ({ communityId, personId }, eventId) =>
      this.notifications.notify({
        eventId,
        kind: 'join-request',
        subject: { type: 'join-requests', id: communityId },
        actorId: personId,
        recipientIds: await this.memberships.animatorIdsOf(communityId),
      }),
    );
    this.events.on(memberJoined, async ({ communityId, personId, admittedById }, eventId) => {
      if (!admittedById) return;
      await this.notifications.notify({ eventId, kind: 'admission', subject: { type: 'community', id: communityId }, actorId: admittedById, recipientIds: [personId] });
    });
  }

  private async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const found = await this.communities.byIds(viewer, ids);
    return new Map([...found.values()].map(({ id, name, description }) => [id, { id, parent: null, title: name, extract: extractOf(description), communityId: id }]));
  }
}
