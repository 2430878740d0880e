import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource, type EntityManager } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';

/** What a comment is as an answer, for one viewer. */
export interface AnswerStanding {
  /** First level, under a subject that asks for answers. */
  isAnswer: boolean;
  viewerHasVoted: boolean;
  viewerCanVote: boolean;
  viewerCanAccept: boolean;
}

export const noAnswer: AnswerStanding = { isAnswer: false, viewerHasVoted: false, viewerCanVote: false, viewerCanAccept: false };

/** Reads how comments that the caller has let the viewer see stand as answers. */
@Injectable()
export class AnswerQuery {
  private readonly standings;

  constructor(
    dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {
    this.standings = perViewer((viewer: Viewer, ids: readonly string[]) => this.standingsOf(dataSource.manager, viewer, ids));
  }

  standing = async (viewer: Viewer, commentId: string): Promise<AnswerStanding> => (await this.standings(viewer).load(commentId)) ?? noAnswer;

  /** Read anew, for a command. */
  async standingNow(manager: EntityManager, viewer: Viewer, commentId: string): Promise<AnswerStanding> {
    return (await this.standingsOf(manager, viewer, [commentId])).get(commentId) ?? noAnswer;
  }

  private async standingsOf(manager: EntityManager, viewer: Viewer, commentIds: readonly string[]): Promise<Map<string, AnswerStanding>> {
    const subject = ['comment.subject_type', 'comment.subject_id'] as const;
    const rows: (AnswerStanding & { id: string })[] = await manager.query(
      `SELECT comment.id, true AS "isAnswer",
         EXISTS (SELECT 1 FROM comment_vote vote WHERE vote.comment_id = comment.id AND vote.person_id = $1) AS "viewerHasVoted",
         comment.author_id <> $1 AND ${this.subjects.answerableBy(...subject, '$1')} AS "viewerCanVote",
         ${this.subjects.acceptableBy(...subject, '$1')} AS "viewerCanAccept"
       FROM comment
       WHERE comment.id = ANY($2) AND comment.parent_id IS NULL AND comment.deleted_at IS NULL AND ${this.subjects.acceptsAnswers(...subject)}`,
      [viewer.personId, commentIds],
    );
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  }
}
