import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { questionVisibleTo } from '../session/ama-session.access.ts';

/** Questions can be talked about, before and after they are answered, by everybody who sees them. */
@Injectable()
export class AmaQuestionSubject implements SubjectKind, OnModuleInit {
  readonly type = 'ama-question';

  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  visibleTo(subjectId: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM ama_question about WHERE about.id = ${subjectId} AND ${questionVisibleTo('about', viewer)})`;
  }

  answerableBy(subjectId: string, viewer: string): string {
    return this.visibleTo(subjectId, viewer);
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.author_id FROM ama_question about WHERE about.id = ${subjectId})`;
  }
}
