import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { questionVisibleTo } from '../session/ama-session.access.ts';
import { AmaQuestionEntity } from './ama-question.entity.ts';

/** How alike two questions must be to be proposed: of pg_trgm, from 0 to 1. Below, « Quand… ? » resembles everything that begins so. */
const alike = 0.45;
const maxSimilar = 3;
/** Fewer characters say nothing yet. */
const minSimilarLength = 8;

/** Reads questions, all through `visibleTo`. */
@Injectable()
export class AmaQuestionQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<AmaQuestionEntity> {
    return this.dataSource.createQueryBuilder(AmaQuestionEntity, 'question').where(questionVisibleTo('question', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing, withdrawn or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<AmaQuestionEntity | null> {
    return this.visibleTo(viewer).andWhere('question.id = :id', { id }).getOne();
  }

  /** Those among them that the viewer may see. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, AmaQuestionEntity>> {
    const questions = await this.visibleTo(viewer).andWhere('question.id = ANY(:ids)', { ids }).getMany();
    return new Map(questions.map((question) => [question.id, question]));
  }

  /** The open or the answered questions of a session: most votes first, then the oldest. */
  async ofSession(viewer: Viewer, { sessionId, answered }: { sessionId: string; answered: boolean }, page: PageRequest): Promise<CountedConnection<AmaQuestionEntity>> {
    const questions = this.visibleTo(viewer)
      .andWhere('question.session_id = :sessionId', { sessionId })
      .andWhere(`question.answered_at IS ${answered ? 'NOT NULL' : 'NULL'}`);
    const totalCount = await questions.getCount();
    if (page.after) {
      const [votes, id] = decodeCursor(page.after, ['position', 'id']);
      questions.andWhere('(question.vote_count < :votes OR (question.vote_count = :votes AND question.id > :afterId))', { votes, afterId: id });
    }
    const rows = await questions
      .orderBy('question.vote_count', 'DESC')
      .addOrderBy('question.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.voteCount, row.id)), totalCount };
  }

  /** Questions of the session that say much the same as `text`, the most alike first; none for a few characters. A session holds hundreds, so no index. */
  async similar(viewer: Viewer, sessionId: string, text: string): Promise<AmaQuestionEntity[]> {
    const words = searchWords(text);
    if (words.length < minSimilarLength) return [];
    const likeness = 'greatest(similarity(fold(question.text), fold(:words)), word_similarity(fold(:words), fold(question.text)))';
    return this.visibleTo(viewer)
      .andWhere('question.session_id = :sessionId', { sessionId })
      .andWhere(`${likeness} >= ${alike}`, { words })
      .orderBy(likeness, 'DESC')
      .addOrderBy('question.id')
      .limit(maxSimilar)
      .getMany();
  }

  /** Those among these questions that the viewer voted for. */
  async votedAmong(viewer: Viewer, ids: readonly string[]): Promise<Map<string, boolean>> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT question_id AS id FROM ama_vote WHERE person_id = $1 AND question_id = ANY($2)', [viewer.personId, ids]);
    return new Map(rows.map(({ id }) => [id, true]));
  }
}
