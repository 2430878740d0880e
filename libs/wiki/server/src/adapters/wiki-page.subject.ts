import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentIsLive } from '@parvis/communities/server';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { Realtime } from '@parvis/platform/server';
import { wikiPageVisibleTo } from '../page/wiki-page.access.ts';

const pageWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM wiki_page about WHERE about.id = ${id} AND ${condition})`;

/** Pages can be talked about by whoever reads them, and watched while they are open. */
@Injectable()
export class WikiPageSubject implements SubjectKind, OnModuleInit {
  readonly type = 'wiki-page';

  constructor(
    private readonly subjects: Subjects,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.realtime.topic(this.type, (personId, id) => this.subjects.isVisible(personId, { type: this.type, id }));
  }

  visibleTo(subjectId: string, viewer: string): string {
    return pageWhere(subjectId, wikiPageVisibleTo('about', viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    return pageWhere(subjectId, `${wikiPageVisibleTo('about', viewer)} AND ${contentIsLive('about.community_id')}`);
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.created_by_id FROM wiki_page about WHERE about.id = ${subjectId})`;
  }

  editorOf(subjectId: string): string {
    return `(SELECT about.updated_by_id FROM wiki_page about WHERE about.id = ${subjectId})`;
  }
}
