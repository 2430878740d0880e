import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareSearchKind, DocumentSearch, SearchService, type DocumentSource, type FoundDocument } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { questionVisibleTo } from '../session/ama-session.access.ts';

const kind = declareSearchKind('ama_question', { place: 50, description: 'A question of a session, with its answer.' });

/** Questions, found by their words and by those of their answer. */
@Injectable()
export class AmaQuestionsSearch implements DocumentSource, OnModuleInit {
  readonly kind = kind;

  constructor(
    private readonly service: SearchService,
    private readonly documents: DocumentSearch,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.service.register(this.documents.sourceOf(this));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM ama_question searched WHERE searched.id = ${id} AND ${questionVisibleTo('searched', viewer)})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    return this.dataSource.query(
      `SELECT question.id, question.id AS "targetId", question.text AS title, coalesce(answer.text, '') AS text
       FROM ama_question question LEFT JOIN ama_answer answer ON answer.question_id = question.id WHERE question.id = ANY($1)`,
      [ids],
    );
  }
}
