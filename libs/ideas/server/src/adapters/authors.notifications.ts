import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { ideaAuthorJoined, ideaAuthorsInvited, ideaBroughtIn, ideaVolunteered, ideaVolunteerLeft } from '../ideas.events.ts';

const ofIdea = (ideaId: string) => ({ subject: { type: 'idea', id: ideaId } });

/** Who is invited hears of it, authors hear who offers to help and who joins them. Who declines or is thanked is told to nobody. */
@Injectable()
export class AuthorsNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.events.on(ideaAuthorsInvited, ({ ideaId, byId, personIds }, eventId) =>
      this.notifications.notify({ ...ofIdea(ideaId), eventId, kind: 'idea-invitation', actorId: byId, recipientIds: personIds, once: true }),
    );
    this.events.on(ideaVolunteered, async ({ ideaId, byId }, eventId) => {
      await this.notifications.notify({ ...ofIdea(ideaId), eventId, kind: 'idea-volunteer', actorId: byId, recipientIds: await this.authorsOf(ideaId), once: true });
    });
    this.events.on(ideaVolunteerLeft, ({ ideaId, byId }) => this.notifications.retract({ ...ofIdea(ideaId), kind: 'idea-volunteer', actorId: byId }));
    this.events.on(ideaBroughtIn, ({ ideaId, byId, authorIds }, eventId) =>
      this.notifications.notify({ ...ofIdea(ideaId), eventId, kind: 'idea-news', actorId: byId, recipientIds: authorIds }),
    );
    this.events.on(ideaAuthorJoined, async ({ ideaId, byId }, eventId) => {
      await this.notifications.notify({ ...ofIdea(ideaId), eventId, kind: 'idea-news', actorId: byId, recipientIds: await this.authorsOf(ideaId) });
    });
  }

  /** Whoever has just joined is one of them. */
  private async authorsOf(ideaId: string): Promise<string[]> {
    const authors = await this.dataSource.manager.findBy(IdeaAuthorEntity, { ideaId, standing: 'author' });
    return authors.map(({ personId }) => personId);
  }
}
