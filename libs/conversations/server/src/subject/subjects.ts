import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { isId, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { conversationErrors } from '../conversations.errors.ts';
import type { SubjectRef } from '../conversations.events.ts';

/** A kind of thing that can be talked about. The domain that owns it registers it. The arguments of the rules are SQL expressions. */
export interface SubjectKind {
  type: string;
  /** SQL condition: the subject with this id exists and the viewer may see it. */
  visibleTo(subjectId: string, viewer: string): string;
  /** SQL condition: the viewer may also comment and react there. */
  answerableBy(subjectId: string, viewer: string): string;
}

/** What can be commented and reacted to, and by whom: the one rule for conversations, made of each kind's own. */
@Injectable()
export class Subjects {
  private readonly kinds = new Map<string, SubjectKind>();

  /** Comments hang on subjects and can be reacted to themselves, but not commented: threads are flat. */
  private readonly commentKind: SubjectKind = {
    type: 'comment',
    visibleTo: (id, viewer) => this.commentWhose(id, 'visibleTo', viewer),
    answerableBy: (id, viewer) => this.commentWhose(id, 'answerableBy', viewer),
  };

  constructor(private readonly dataSource: DataSource) {}

  register(kind: SubjectKind): void {
    this.kinds.set(kind.type, kind);
  }

  /** SQL condition over columns that name a subject: what hangs on it is seen by those who see it. */
  visibleTo(typeColumn: string, idColumn: string, viewer: string): string {
    return this.ruleOf('visibleTo', typeColumn, idColumn, viewer);
  }

  async isVisible(personId: string, subject: SubjectRef): Promise<boolean> {
    const kind = this.kinds.get(subject.type);
    if (!kind || !isId(subject.id)) return false;
    const [row]: { visible: boolean }[] = await this.dataSource.query(`SELECT ${kind.visibleTo('$2::uuid', '$1::uuid')} AS visible`, [personId, subject.id]);
    return row?.visible ?? false;
  }

  /** The subject, named as the database does. Errors: SUBJECT_NOT_FOUND (missing or out of sight), SUBJECT_CLOSED (may read but not answer). */
  requireCommentable(tx: Transaction, viewer: Viewer, subject: SubjectRef): Promise<SubjectRef> {
    return this.requireAnswerable(tx, viewer, subject, this.kinds.get(subject.type));
  }

  /** As requireCommentable, comments themselves included. */
  requireReactable(tx: Transaction, viewer: Viewer, subject: SubjectRef): Promise<SubjectRef> {
    return this.requireAnswerable(tx, viewer, subject, subject.type === 'comment' ? this.commentKind : this.kinds.get(subject.type));
  }

  private async requireAnswerable(tx: Transaction, viewer: Viewer, subject: SubjectRef, kind: SubjectKind | undefined): Promise<SubjectRef> {
    if (!kind || !isId(subject.id)) throw conversationErrors.subjectNotFound();
    const [row]: { visible: boolean; answerable: boolean }[] = await tx.manager.query(
      `SELECT ${kind.visibleTo('$2::uuid', '$1::uuid')} AS visible, ${kind.answerableBy('$2::uuid', '$1::uuid')} AS answerable`,
      [viewer.personId, subject.id],
    );
    if (!row?.visible) throw conversationErrors.subjectNotFound();
    if (!row.answerable) throw conversationErrors.subjectClosed();
    return { type: subject.type, id: subject.id.toLowerCase() };
  }

  private commentWhose(commentId: string, rule: 'visibleTo' | 'answerableBy', viewer: string): string {
    return `EXISTS (SELECT 1 FROM comment said WHERE said.id = ${commentId} AND said.deleted_at IS NULL AND ${this.ruleOf(rule, 'said.subject_type', 'said.subject_id', viewer)})`;
  }

  private ruleOf(rule: 'visibleTo' | 'answerableBy', typeColumn: string, idColumn: string, viewer: string): string {
    const cases = [...this.kinds.values()].map((kind) => `WHEN '${kind.type}' THEN ${kind[rule](idColumn, viewer)}`);
    return cases.length === 0 ? 'FALSE' : `(CASE ${typeColumn} ${cases.join(' ')} ELSE FALSE END)`;
  }
}
