import { Injectable, type OnModuleInit } from '@nestjs/common';
import { breakGlassAsked, breakGlassOpened, BreakGlassQuery, contentVisibleTo, guardianRoles } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { NotificationService } from '../notification/notification.service.ts';
import { extractOf, NotificationSubjects, type NotificationTarget } from '../subject/notification-subjects.ts';

const mayDecide = (person: string): string => `${person}.roles && ARRAY[${guardianRoles.map((role) => `'${role}'`).join(', ')}] AND NOT ${person}.roles @> '{it}'`;

/**
 * Members hear that somebody of IT reads where they write; those who may decide, that somebody asks. Both are told in nobody's name, and of no community: neither
 * whoever mutes the one nor whoever mutes the other is left in the dark.
 */
@Injectable()
export class BreakGlassNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly subjects: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly accesses: BreakGlassQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.subjects.register({
      type: 'break-glass',
      visibleTo: (id, viewer) =>
        `EXISTS (SELECT 1 FROM break_glass_access told WHERE told.id = ${id} AND told.state IN ('approved', 'ended') AND ${contentVisibleTo('told.community_id', viewer)})`,
      communityOf: () => 'NULL::uuid',
      describe: (viewer, ids) => this.describe(viewer, ids),
    });
    // Gone once somebody has decided: there is nothing left to do.
    this.subjects.register({
      type: 'break-glass-request',
      visibleTo: (id, viewer) =>
        `(EXISTS (SELECT 1 FROM break_glass_access asked WHERE asked.id = ${id} AND asked.state = 'asked' AND asked.lapses_at > now())
          AND EXISTS (SELECT 1 FROM person decider WHERE decider.id = ${viewer} AND ${mayDecide('decider')}))`,
      communityOf: () => 'NULL::uuid',
      // Why it is asked for is read on the page, by whoever has said again who they are.
      describe: async (_viewer, ids) => new Map(ids.map((id) => [id, { id, parent: null, title: null, extract: '', communityId: null }])),
    });
    this.events.on(breakGlassAsked, async ({ accessId, personId }, eventId) => {
      const deciders: { id: string }[] = await this.dataSource.query(`SELECT id FROM person WHERE ${mayDecide('person')} AND deactivated_at IS NULL AND id <> $1`, [personId]);
      await this.notifications.notify({ eventId, kind: 'break-glass-request', subject: { type: 'break-glass-request', id: accessId }, actorId: null, recipientIds: deciders.map(({ id }) => id) });
    });
    this.events.on(breakGlassOpened, async ({ accessId, communityId }, eventId) => {
      const members: { id: string }[] = await this.dataSource.query('SELECT person_id AS id FROM membership WHERE community_id = $1', [communityId]);
      await this.notifications.notify({ eventId, kind: 'break-glass', subject: { type: 'break-glass', id: accessId }, actorId: null, recipientIds: members.map(({ id }) => id) });
    });
  }

  private async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const accesses = await this.accesses.shownToMembers(viewer, ids);
    return new Map(accesses.map(({ id, communityId, communityName, reason }) => [id, { id, parent: { type: 'community', id: communityId }, title: communityName, extract: extractOf(reason), communityId }]));
  }
}
