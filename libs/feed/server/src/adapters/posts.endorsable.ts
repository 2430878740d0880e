import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndorsableThings, type EndorsableKind, type EndorsableThing } from '@parvis/people/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';

// What a delegate wrote on behalf of an executive is the delegate's work.
const writer = (post: string): string => `coalesce(${post}.written_by_id, ${post}.author_id)`;

/** Posts, for which whoever wrote them may be recommended. */
@Injectable()
export class PostsEndorsable implements EndorsableKind, OnModuleInit {
  readonly type = 'post';

  constructor(
    private readonly things: EndorsableThings,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.things.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM post told WHERE told.id = ${id} AND ${postVisibleTo('told', viewer)})`;
  }

  isThere(id: string): string {
    return `EXISTS (SELECT 1 FROM post told WHERE told.id = ${id} AND told.deleted_at IS NULL)`;
  }

  writtenBy(id: string, person: string): string {
    return `EXISTS (SELECT 1 FROM post told WHERE told.id = ${id} AND ${writer('told')} = ${person})`;
  }

  newestOf(person: string, most: number): string {
    return `SELECT told.id, told.created_at FROM post told WHERE told.author_id = ${person} AND told.written_by_id IS NULL AND told.deleted_at IS NULL ORDER BY told.id DESC LIMIT ${most}`;
  }

  read(ids: readonly string[]): Promise<EndorsableThing[]> {
    return this.dataSource.query(`SELECT id, 'post' AS type, left(coalesce(title, text), 200) AS words, 'post' AS "targetType", id AS "targetId" FROM post WHERE id = ANY($1)`, [ids]);
  }
}
