import { Injectable } from '@nestjs/common';
import { newestRevisions } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { AmaAnswerRevisionEntity } from './ama-answer-revision.entity.ts';
import { AmaAnswerEntity } from './ama-answer.entity.ts';

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
    return newestRevisions(this.dataSource, AmaAnswerRevisionEntity, { of: 'questionId', ids: questionIds });
  }
}
