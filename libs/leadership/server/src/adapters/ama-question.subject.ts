import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { questionIsLive, questionVisibleTo } from '../session/ama-session.access.ts';

/** Questions can be talked about, before and after they are answered, by everybody who sees them, as long as the community lives. */
@Injectable()
export class AmaQuestionSubject implements SubjectKind, OnModuleInit {
  readonly type = 'ama-question';

  constructor(private readonly subjects: Subjects) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  visibleTo(subjectId: string, viewer: string): string {
    return questionWhere(subjectId, questionVisibleTo('about', viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    return questionWhere(subjectId, `${questionVisibleTo('about', viewer)} AND ${questionIsLive('about')}`);
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.author_id FROM ama_question about WHERE about.id = ${subjectId})`;
  }
}

const questionWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM ama_question about WHERE about.id = ${id} AND ${condition})`;
