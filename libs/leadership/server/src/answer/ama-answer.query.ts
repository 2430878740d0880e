import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AmaAnswerRevisionEntity } from './ama-answer-revision.entity.ts';
import { AmaAnswerEntity } from './ama-answer.entity.ts';

/** Nobody reads further back; the rows are kept. */
const maxRevisions = 20;

/** Reads answers to questions that the caller has let the viewer see. */
@Injectable()
export class AmaAnswerQuery {
  constructor(private readonly dataSource: DataSource) {}

  async byQuestions(questionIds: readonly string[]): Promise<Map<string, AmaAnswerEntity>> {
    const answers = await this.dataSource.createQueryBuilder(AmaAnswerEntity, 'answer').where('answer.question_id = ANY(:questionIds)', { questionIds }).getMany();
    return new Map(answers.map((answer) => [answer.questionId, answer]));
  }

  /** The newest 20 former versions of each answer, newest first. */
  async revisions(questionIds: readonly string[]): Promise<Map<string, AmaAnswerRevisionEntity[]>> {
    const rows = await this.dataSource
      .createQueryBuilder(AmaAnswerRevisionEntity, 'revision')
      .where('revision.question_id = ANY(:questionIds)', { questionIds })
      .andWhere(
        `revision.id = ANY (ARRAY(SELECT kept.id FROM ama_answer_revision kept WHERE kept.question_id = revision.question_id ORDER BY kept.id DESC LIMIT ${maxRevisions}))`,
      )
      .orderBy('revision.id', 'DESC')
      .getMany();
    return Map.groupBy(rows, (row) => row.questionId);
  }
}
