import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { wikiPageVisibleTo } from '../page/wiki-page.access.ts';
import { wikiPageCreated, wikiPageEdited } from '../wiki.events.ts';

/** Whoever is mentioned on a page hears of it, by the version that mentions them first. */
@Injectable()
export class WikiPagesNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'wiki-page';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(wikiPageCreated, (page, eventId) => this.tellMentioned(page, eventId));
    this.events.on(wikiPageEdited, (page, eventId) => this.tellMentioned(page, eventId));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM wiki_page about WHERE about.id = ${id} AND ${wikiPageVisibleTo('about', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM wiki_page about WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const pages: { id: string; title: string; text: string; communityId: string }[] = await this.dataSource.query(
      `SELECT about.id, about.title, about.text, about.community_id AS "communityId" FROM wiki_page about WHERE about.id = ANY($2) AND ${wikiPageVisibleTo('about', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(pages.map(({ id, title, text, communityId }) => [id, { id, parent: null, title, extract: extractOf(text.slice(title.length)), communityId }]));
  }

  private tellMentioned({ pageId, authorId, mentionedIds }: { pageId: string; authorId: string; mentionedIds: string[] }, eventId: string): Promise<void> {
    return this.notifications.notify({ eventId, kind: 'mention', subject: { type: this.type, id: pageId }, actorId: authorId, recipientIds: mentionedIds, once: true });
  }
}
