import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';
import type { ReactionKind } from './reaction.entity.ts';

/** Somebody’s reaction, as others are told of it. */
export interface ReactorRow {
  personId: string;
  kind: ReactionKind;
  /** Microseconds since 1970, as text: what a Date would cut off would repeat people from page to page. */
  at: string;
}

/** Reads who reacted, for those who see what they reacted to. */
@Injectable()
export class ReactorQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {}

  /** Latest first; `kind` null: of all kinds. */
  async page(viewer: Viewer, subjectId: string, kind: ReactionKind | null, page: PageRequest): Promise<Connection<ReactorRow>> {
    const [at, personId] = page.after ? decodeCursor(page.after, ['position', 'id']) : [null, null];
    const rows: ReactorRow[] = await this.dataSource.query(
      `SELECT reaction.person_id AS "personId", reaction.kind, ${moment}::text AS at FROM reaction
       WHERE reaction.subject_id = $2 AND ($3::text IS NULL OR reaction.kind = $3)
         AND ($4::bigint IS NULL OR (${moment}, reaction.person_id) < ($4, $5::uuid))
         AND ${this.subjects.reactableVisibleTo('reaction.subject_type', 'reaction.subject_id', '$1')}
       ORDER BY ${moment} DESC, reaction.person_id DESC LIMIT $6`,
      [viewer.personId, subjectId, kind, at, personId, page.first + 1],
    );
    return connection(rows, page, (row) => encodeCursor(Number(row.at), row.personId));
  }
}

const moment = '(extract(epoch FROM reaction.created_at) * 1000000)::bigint';
