import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Legacies, personLeft, type Viewer } from '@parvis/identity/server';
import { EventHandlers, idFrom } from '@parvis/platform/server';
import { NotificationService } from '../notification/notification.service.ts';
import { NotificationSubjects } from '../subject/notification-subjects.ts';

/** When somebody leaves, those hear of it who may take over what they kept alone; it is gone from their list once somebody has. */
@Injectable()
export class LegaciesNotifications implements OnApplicationBootstrap {
  constructor(
    private readonly notifications: NotificationService,
    private readonly subjects: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly legacies: Legacies,
  ) {}

  /** Once every domain has said what it has. */
  onApplicationBootstrap(): void {
    for (const kind of this.legacies.registered) {
      this.subjects.register({
        type: `legacy-${kind}`,
        visibleTo: (id, viewer) => this.legacies.isOffered(kind, id, viewer),
        communityOf: (id) => (kind === 'community' ? id : 'NULL::uuid'),
        describe: async (viewer: Viewer, ids: readonly string[]) => {
          const found = await this.legacies.described(viewer, kind, ids);
          return new Map(found.map(({ id, title }) => [id, { id, parent: null, title, extract: '', communityId: null }]));
        },
      });
    }
    this.events.on(personLeft, async ({ personId }) => {
      for (const { kind, id, leftAt, takerIds } of await this.legacies.leftBy(personId)) {
        // Somebody may have to do with several of the same leaver.
        await this.notifications.notify({ eventId: idFrom(`legacy ${kind} ${id} ${personId}`, new Date(leftAt)), kind: 'legacy', subject: { type: `legacy-${kind}`, id }, actorId: personId, recipientIds: takerIds });
      }
    });
  }
}
