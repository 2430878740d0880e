import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndorsableThings, type EndorsableKind, type EndorsableThing } from '@parvis/people/server';
import { DataSource } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';

/** Comments and answers, for which their authors may be recommended by those who see what they are about. */
@Injectable()
export class CommentsEndorsable implements EndorsableKind, OnModuleInit {
  readonly type = 'comment';

  constructor(
    private readonly things: EndorsableThings,
    private readonly subjects: Subjects,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.things.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM comment told WHERE told.id = ${id} AND told.deleted_at IS NULL AND ${this.subjects.visibleTo('told.subject_type', 'told.subject_id', viewer)})`;
  }

  isThere(id: string): string {
    return `EXISTS (SELECT 1 FROM comment told WHERE told.id = ${id} AND told.deleted_at IS NULL)`;
  }

  writtenBy(id: string, person: string): string {
    return `EXISTS (SELECT 1 FROM comment told WHERE told.id = ${id} AND told.author_id = ${person})`;
  }

  newestOf(person: string, most: number): string {
    return `SELECT told.id, told.created_at FROM comment told WHERE told.author_id = ${person} AND told.deleted_at IS NULL ORDER BY told.id DESC LIMIT ${most}`;
  }

  read(ids: readonly string[]): Promise<EndorsableThing[]> {
    return this.dataSource.query(`SELECT id, 'comment' AS type, left(text, 200) AS words, subject_type AS "targetType", subject_id AS "targetId" FROM comment WHERE id = ANY($1)`, [ids]);
  }
}
