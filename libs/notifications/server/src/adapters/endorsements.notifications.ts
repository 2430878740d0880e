import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { SkillEndorsementQuery, skillEndorsed } from '@parvis/people/server';
import { EventHandlers } from '@parvis/platform/server';
import { NotificationService } from '../notification/notification.service.ts';
import { extractOf, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '../subject/notification-subjects.ts';

/** Whoever is recommended for a skill hears of it, as long as the recommendation stands and they see what it is for. */
@Injectable()
export class EndorsementsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'skill-endorsement';

  constructor(
    private readonly notifications: NotificationService,
    private readonly subjects: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly endorsements: SkillEndorsementQuery,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.events.on(skillEndorsed, ({ endorsementId, endorserId, personId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'recommendation', subject: { type: this.type, id: endorsementId }, actorId: endorserId, recipientIds: [personId] }),
    );
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM skill_endorsement given WHERE given.id = ${id} AND ${this.endorsements.visibleTo('given', viewer)} AND ${this.endorsements.seesThing('given', viewer)})`;
  }

  /** A recommendation is of a person: whoever wants to hear less of a community still hears of it. */
  communityOf(): string {
    return 'NULL::uuid';
  }

  /** With the skill as its title, the first words of what it is for, and where that is: it leads there. */
  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const told = await this.endorsements.byIds(viewer, ids);
    const targets = told.map(async (endorsement) => {
      const thing = await this.endorsements.thing(viewer, endorsement);
      if (!thing) return [];
      const { id, words, targetType, targetId } = thing;
      return [[endorsement.id, { id, parent: { type: targetType, id: targetId }, title: endorsement.words, extract: extractOf(words), communityId: null }] as const];
    });
    return new Map((await Promise.all(targets)).flat());
  }
}
