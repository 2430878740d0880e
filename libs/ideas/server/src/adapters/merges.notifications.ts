import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadQuery } from '@parvis/conversations/server';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ideaAdopted, ideaAdoptionProposed, ideaMergeProposed, ideasMerged, ideasParted } from '../ideas.events.ts';

const idea = (id: string) => ({ type: 'idea', id });

/** Authors of the other side hear that a merge is proposed; whoever makes, supports or follows either hears that it was done or undone, and of its way into a campaign. Who declined is told to nobody. */
@Injectable()
export class MergesNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly events: EventHandlers,
    private readonly realtime: Realtime,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.events.on(ideaMergeProposed, async ({ sourceId, targetId, byId }, eventId) => {
      const [ofSource, ofTarget] = await Promise.all([this.authorsOf(sourceId), this.authorsOf(targetId)]);
      // Each of them about their own idea; who proposes for one side has agreed for it.
      for (const [id, authors] of [[sourceId, ofSource], [targetId, ofTarget]] as const) {
        if (!authors.includes(byId)) await this.notifications.notify({ eventId, kind: 'idea-merge', subject: idea(id), actorId: byId, recipientIds: authors, once: true });
      }
      await this.changed([sourceId, targetId], byId);
    });
    this.events.on(ideaAdoptionProposed, async ({ ideaId, byId }, eventId) => {
      await this.notifications.notify({ eventId, kind: 'idea-news', subject: idea(ideaId), actorId: byId, recipientIds: await this.authorsOf(ideaId), once: true });
      await this.changed([ideaId], byId);
    });
    this.events.on(ideaAdopted, async ({ ideaId, byId }, eventId) => {
      await this.notifications.notify({ eventId, kind: 'idea-news', subject: idea(ideaId), actorId: byId, recipientIds: await this.concernedBy(ideaId) });
      await this.changed([ideaId], byId);
    });
    for (const event of [ideasMerged, ideasParted]) {
      this.events.on(event, async ({ sourceId, targetId, byId }, eventId) => {
        const people = await Promise.all([sourceId, targetId].map((id) => this.concernedBy(id)));
        await this.notifications.notify({ eventId, kind: 'idea-news', subject: idea(targetId), actorId: byId, recipientIds: people.flat() });
        await this.changed([sourceId, targetId], byId);
      });
    }
  }

  private async concernedBy(ideaId: string): Promise<string[]> {
    const supporters: { id: string }[] = await this.dataSource.query('SELECT person_id AS id FROM idea_support WHERE idea_id = $1', [ideaId]);
    return [...(await this.authorsOf(ideaId)), ...supporters.map(({ id }) => id), ...(await this.threads.followersOf(idea(ideaId)))];
  }

  private async authorsOf(ideaId: string): Promise<string[]> {
    const authors: { id: string }[] = await this.dataSource.query(`SELECT person_id AS id FROM idea_author WHERE idea_id = $1 AND standing = 'author'`, [ideaId]);
    return authors.map(({ id }) => id);
  }

  private async changed(ideaIds: readonly string[], byId: string): Promise<void> {
    for (const id of ideaIds) await this.realtime.tellWatchers({ topic: `idea:${id}`, kind: 'idea.changed', id, authorId: byId });
  }
}
