import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { Realtime } from '@parvis/platform/server';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';

const ideaWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM idea about WHERE about.id = ${id} AND ${condition})`;

const readableBy = (viewer: string): string => `${ideaVisibleTo('about', viewer)} AND ${ideaMakersVisibleTo('about', viewer)}`;

/** Ideas can be followed, watched and talked about by whoever sees them, once they are submitted and as long as their campaign goes on; who judges blind hears and reads nothing of it. */
@Injectable()
export class IdeaSubject implements SubjectKind, OnModuleInit {
  readonly type = 'idea';

  constructor(
    private readonly subjects: Subjects,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.realtime.topic(this.type, (personId, id) => this.subjects.isVisible(personId, { type: this.type, id }));
  }

  visibleTo(subjectId: string, viewer: string): string {
    return ideaWhere(subjectId, readableBy(viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    const isLive = `(about.campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign lasting WHERE lasting.id = about.campaign_id AND lasting.closed_at IS NULL AND lasting.cancelled_at IS NULL))`;
    return ideaWhere(subjectId, `${readableBy(viewer)} AND about.state = 'submitted' AND ${isLive}`);
  }

  makersOf(subjectId: string): string {
    return `SELECT made.person_id FROM idea_author made WHERE made.idea_id = ${subjectId} AND made.standing = 'author'`;
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.author_id FROM idea about WHERE about.id = ${subjectId})`;
  }
}
