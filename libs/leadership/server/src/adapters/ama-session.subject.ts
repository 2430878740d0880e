import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { sessionVisibleTo } from '../session/ama-session.access.ts';

/** Sessions can be followed by whoever sees them. What there is to say is said under their questions. */
@Injectable()
export class AmaSessionSubject implements SubjectKind, OnModuleInit {
  readonly type = 'ama-session';

  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  visibleTo(subjectId: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM ama_session about WHERE about.id = ${subjectId} AND ${sessionVisibleTo('about', viewer)})`;
  }

  answerableBy(): string {
    return 'FALSE';
  }
}
