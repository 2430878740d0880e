import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { AmaQuestionQuery } from './ama-question.query.ts';

/** Which questions of a list the viewer voted for, in one SQL. */
@Injectable()
export class AmaQuestionLoader {
  private readonly voted;

  constructor(query: AmaQuestionQuery) {
    this.voted = perViewer((viewer: Viewer, ids: readonly string[]) => query.votedAmong(viewer, ids));
  }

  hasVoted = async (viewer: Viewer, questionId: string): Promise<boolean> => (await this.voted(viewer).load(questionId)) ?? false;
}
