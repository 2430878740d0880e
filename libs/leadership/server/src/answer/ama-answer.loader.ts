import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import type { AmaAnswerRevisionEntity } from './ama-answer-revision.entity.ts';
import type { AmaAnswerEntity } from './ama-answer.entity.ts';
import { AmaAnswerQuery } from './ama-answer.query.ts';

/** Answers of a list of questions and what they said before, in one SQL each. */
@Injectable()
export class AmaAnswerLoader {
  private readonly answers;
  private readonly former;

  constructor(query: AmaAnswerQuery) {
    this.answers = perViewer((_viewer: Viewer, ids: readonly string[]) => query.byQuestions(ids));
    this.former = perViewer((_viewer: Viewer, ids: readonly string[]) => query.revisions(ids));
  }

  byQuestion = (viewer: Viewer, questionId: string): Promise<AmaAnswerEntity | null> => this.answers(viewer).load(questionId);

  revisions = async (viewer: Viewer, questionId: string): Promise<AmaAnswerRevisionEntity[]> => (await this.former(viewer).load(questionId)) ?? [];
}
