import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityLoader, CommunityQuery, communityVisibleTo, contentIsLive, invited, isAnimator, isInvited, joinRequested, memberJoined, MembershipQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { EventHandlers } from '@parvis/platform/server';
import { NotificationService } from '../notification/notification.service.ts';
import { extractOf, NotificationSubjects, type NotificationTarget } from '../subject/notification-subjects.ts';

/** Animators hear that somebody asks to come in; whoever asked, that they are in; whoever is invited, by whom and with which word. */
@Injectable()
export class CommunitiesNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly subjects: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly communities: CommunityQuery,
    private readonly loader: CommunityLoader,
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
    // Gone once it was answered or withdrawn: there is nothing left to do.
    this.subjects.register({
      type: 'invitation',
      visibleTo: (id, viewer) => `(${isInvited(id, viewer)} AND ${contentIsLive(id)})`,
      communityOf: (id) => id,
      describe: (viewer, ids) => this.describeInvitations(viewer, ids),
    });
    this.events.on(invited, ({ communityId, personId, inviterId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'invitation', subject: { type: 'invitation', id: communityId }, actorId: inviterId, recipientIds: [personId] }),
    );
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
  /** With what the inviter says. */
  private async describeInvitations(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const described = await this.describe(viewer, ids);
    return new Map(
      await Promise.all(
        [...described].map(async ([id, community]) => {
          const invitation = await this.loader.invitation(viewer, id);
          return [id, { ...community, extract: extractOf(invitation?.word ?? '') }] as const;
        }),
      ),
    );
  }
}
