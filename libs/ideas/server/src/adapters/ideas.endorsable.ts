import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndorsableThings, type EndorsableKind, type EndorsableThing } from '@parvis/people/server';
import { DataSource } from 'typeorm';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';

/** Ideas that were submitted, for which each of their authors may be recommended. */
@Injectable()
export class IdeasEndorsable implements EndorsableKind, OnModuleInit {
  readonly type = 'idea';

  constructor(
    private readonly things: EndorsableThings,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.things.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM idea told WHERE told.id = ${id} AND told.state = 'submitted' AND ${ideaVisibleTo('told', viewer)} AND ${ideaMakersVisibleTo('told', viewer)})`;
  }

  isThere(id: string): string {
    return `EXISTS (SELECT 1 FROM idea told WHERE told.id = ${id} AND told.state = 'submitted')`;
  }

  writtenBy(id: string, person: string): string {
    return `EXISTS (SELECT 1 FROM idea_author told WHERE told.idea_id = ${id} AND told.person_id = ${person} AND told.standing = 'author')`;
  }

  newestOf(person: string, most: number): string {
    return `SELECT told.id, told.submitted_at AS created_at FROM idea_author own JOIN idea told ON told.id = own.idea_id
      WHERE own.person_id = ${person} AND own.standing = 'author' AND told.state = 'submitted' ORDER BY told.submitted_at DESC LIMIT ${most}`;
  }

  read(ids: readonly string[]): Promise<EndorsableThing[]> {
    return this.dataSource.query(`SELECT id, 'idea' AS type, left(title, 200) AS words, 'idea' AS "targetType", id AS "targetId" FROM idea WHERE id = ANY($1)`, [ids]);
  }
}
