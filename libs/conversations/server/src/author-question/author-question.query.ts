import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';

/** Questions to those who make a subject. */
export interface QuestionCounts {
  all: number;
  /** Nobody who makes it has replied yet. */
  open: number;
}

/** Reads which questions to those who make a subject one of them has answered: a reply of theirs that stands. */
@Injectable()
export class AuthorQuestionQuery {
  private readonly countsOf;
  private readonly answered;

  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {
    this.countsOf = perViewer((viewer: Viewer, subjectIds: readonly string[]) => this.countsBySubject(viewer, subjectIds));
    this.answered = perViewer((_viewer: Viewer, commentIds: readonly string[]) => this.answeredAmong(commentIds));
  }

  counts = async (viewer: Viewer, subjectId: string): Promise<QuestionCounts> => (await this.countsOf(viewer).load(subjectId)) ?? { all: 0, open: 0 };

  /** Of a question that the caller has let the viewer see. */
  isAnswered = async (viewer: Viewer, commentId: string): Promise<boolean> => (await this.answered(viewer).load(commentId)) ?? false;

  private async countsBySubject(viewer: Viewer, subjectIds: readonly string[]): Promise<Map<string, QuestionCounts>> {
    const rows: (QuestionCounts & { id: string })[] = await this.dataSource.query(
      `SELECT asked.subject_id AS id, count(*)::int AS all, (count(*) FILTER (WHERE NOT ${this.isAnsweredBelow()}))::int AS open FROM comment asked
       WHERE asked.subject_id = ANY($2) AND asked.asks_authors AND asked.deleted_at IS NULL AND ${this.subjects.visibleTo('asked.subject_type', 'asked.subject_id', '$1')}
       GROUP BY asked.subject_id`,
      [viewer.personId, subjectIds],
    );
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  private async answeredAmong(commentIds: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT asked.id FROM comment asked WHERE asked.id = ANY($1) AND asked.asks_authors AND ${this.isAnsweredBelow()}`, [commentIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  private isAnsweredBelow(): string {
    return `EXISTS (SELECT 1 FROM comment reply WHERE reply.parent_id = asked.id AND reply.deleted_at IS NULL AND ${this.subjects.isMadeBy('asked.subject_type', 'asked.subject_id', 'reply.author_id')})`;
  }
}
