import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { SubjectRef } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';
import type { ThreadState } from './thread-follow.entity.ts';

/**
 * Who follows a thread: its author, who changed it last, whoever has commented, and those who chose to or were mentioned, except those who muted it. Taking part is
 * read from the comments themselves: what an import brought in is followed too.
 */
@Injectable()
export class ThreadQuery {
  private readonly states;

  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {
    this.states = perViewer((viewer: Viewer, ids: readonly string[]) => this.statesOf(viewer, ids));
  }

  /** Null: neither follows nor has muted it. */
  viewerState = (viewer: Viewer, subjectId: string): Promise<ThreadState | null> => this.states(viewer).load(subjectId);

  /** Ids of those who follow the thread, work here and still see the subject: whom to tell of what happens there. */
  async followersOf(subject: SubjectRef): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT person.id FROM person
       WHERE person.deactivated_at IS NULL
         AND person.id IN (
           SELECT ${this.subjects.authorOf('$2', '$1::uuid')}
           UNION SELECT ${this.subjects.editorOf('$2', '$1::uuid')}
           UNION SELECT comment.author_id FROM comment WHERE comment.subject_id = $1 AND comment.deleted_at IS NULL
           UNION SELECT follow.person_id FROM thread_follow follow WHERE follow.subject_id = $1 AND follow.state = 'following')
         AND NOT EXISTS (SELECT 1 FROM thread_follow muted WHERE muted.subject_id = $1 AND muted.person_id = person.id AND muted.state = 'muted')
         AND ${this.subjects.visibleTo('$2', '$1::uuid', 'person.id')}
       ORDER BY person.id`,
      [subject.id, subject.type],
    );
    return rows.map(({ id }) => id);
  }

  /** Who wrote the subject; null when nobody did. */
  async authorOf(subject: SubjectRef): Promise<string | null> {
    const [row]: { id: string | null }[] = await this.dataSource.query(`SELECT ${this.subjects.authorOf('$2::text', '$1::uuid')} AS id`, [subject.id, subject.type]);
    return row?.id ?? null;
  }

  /** Who wrote the subject and who changed it last: what is said there answers them. */
  async writersOf(subject: SubjectRef): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM unnest(ARRAY[${this.subjects.authorOf('$2::text', '$1::uuid')}, ${this.subjects.editorOf('$2::text', '$1::uuid')}]) AS writer (id) WHERE id IS NOT NULL`,
      [subject.id, subject.type],
    );
    return rows.map(({ id }) => id);
  }

  private async statesOf(viewer: Viewer, subjectIds: readonly string[]): Promise<Map<string, ThreadState>> {
    const rows: { id: string; state: ThreadState }[] = await this.dataSource.query(
      `SELECT asked.id, asked.state FROM (
         SELECT wanted.id, COALESCE(
           (SELECT follow.state FROM thread_follow follow WHERE follow.subject_id = wanted.id AND follow.person_id = $1),
           CASE WHEN $1::uuid IN (${this.subjects.writersOfAny('wanted.id')})
             OR EXISTS (SELECT 1 FROM comment WHERE comment.subject_id = wanted.id AND comment.author_id = $1 AND comment.deleted_at IS NULL)
           THEN 'following' END) AS state
         FROM unnest($2::uuid[]) AS wanted (id)
       ) asked WHERE asked.state IS NOT NULL`,
      [viewer.personId, subjectIds],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }
}
