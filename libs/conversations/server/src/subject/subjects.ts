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
  /** SQL condition: it asks for answers, which can be voted for and accepted. Left out: never. */
  acceptsAnswers?(subjectId: string): string;
  /** SQL condition: the viewer may say which answer helped. Left out: nobody. */
  acceptableBy?(subjectId: string, viewer: string): string;
  /** SQL expression: the id of who wrote it, null when there is none; they follow what is said there. Left out: nobody. */
  authorOf?(subjectId: string): string;
  /** SQL query: the ids of those who make it, to whom questions can be put that one of them answers. Left out: it takes no such questions. */
  makersOf?(subjectId: string): string;
  /** SQL expression: the id of who changed its words last, where others than its author may; what is said there concerns them as much. Left out: nobody. */
  editorOf?(subjectId: string): string;
}

/** How each kind tells one thing, over columns that name a subject. */
type Rule = (kind: SubjectKind, subjectId: string) => string | undefined;

/** What can be commented and reacted to, and by whom: the one rule for conversations, made of each kind's own. */
@Injectable()
export class Subjects {
  private readonly kinds = new Map<string, SubjectKind>();

  /** Comments hang on subjects and can be reacted to themselves; what answers them hangs on the same subject. */
  private readonly commentKind: SubjectKind = {
    type: 'comment',
    visibleTo: (id, viewer) => commentWhose(id, this.visibleTo('said.subject_type', 'said.subject_id', viewer)),
    answerableBy: (id, viewer) => commentWhose(id, this.answerableBy('said.subject_type', 'said.subject_id', viewer)),
  };

  constructor(private readonly dataSource: DataSource) {}

  register(kind: SubjectKind): void {
    this.kinds.set(kind.type, kind);
  }

  /** SQL condition over columns that name a subject: what hangs on it is seen by those who see it. */
  visibleTo(typeColumn: string, idColumn: string, viewer: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.visibleTo(id, viewer));
  }

  /** The same for reactions, which hang on comments too. */
  reactableVisibleTo(typeColumn: string, idColumn: string, viewer: string): string {
    return `(CASE WHEN ${typeColumn} = 'comment' THEN ${this.commentKind.visibleTo(idColumn, viewer)} ELSE ${this.visibleTo(typeColumn, idColumn, viewer)} END)`;
  }

  answerableBy(typeColumn: string, idColumn: string, viewer: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.answerableBy(id, viewer));
  }

  acceptsAnswers(typeColumn: string, idColumn: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.acceptsAnswers?.(id));
  }

  acceptableBy(typeColumn: string, idColumn: string, viewer: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.acceptableBy?.(id, viewer));
  }

  /** SQL expression: who wrote the subject, or null. */
  authorOf(typeColumn: string, idColumn: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.authorOf?.(id), 'NULL::uuid');
  }

  /** SQL expression: who changed the subject last, or null. */
  editorOf(typeColumn: string, idColumn: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.editorOf?.(id), 'NULL::uuid');
  }

  /** SQL condition: a person makes the subject. */
  isMadeBy(typeColumn: string, idColumn: string, person: string): string {
    return this.ruleOf(typeColumn, idColumn, (kind, id) => kind.makersOf && `${person} IN (${kind.makersOf(id)})`);
  }

  /** SQL expression, where only the id is at hand (ids are of one kind alone): the ids of who wrote it and who changed it last, some of them null. */
  writersOfAny(idColumn: string): string {
    const writers = [...this.kinds.values()].flatMap((kind) => [kind.authorOf?.(idColumn) ?? [], kind.editorOf?.(idColumn) ?? []].flat());
    return [...writers, 'NULL::uuid'].join(', ');
  }

  /** Those who make a subject and have not muted what is said there; nobody where it takes no questions to them. */
  async makersOf(subject: SubjectRef): Promise<string[]> {
    const made = this.kinds.get(subject.type)?.makersOf?.('$1::uuid');
    if (!made) return [];
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT maker.id FROM (${made}) AS maker (id) WHERE NOT EXISTS (SELECT 1 FROM thread_follow muted WHERE muted.subject_id = $1 AND muted.person_id = maker.id AND muted.state = 'muted')`,
      [subject.id],
    );
    return rows.map(({ id }) => id);
  }

  /** Refuses a question to those who make the subject where it takes none, or where the viewer is one of them. Errors: QUESTION_NOT_HERE. */
  async requireAskable(tx: Transaction, viewer: Viewer, subject: SubjectRef): Promise<void> {
    const made = this.kinds.get(subject.type)?.makersOf?.('$1::uuid');
    const [row]: { own: boolean }[] = made ? await tx.manager.query(`SELECT $2::uuid IN (${made}) AS own`, [subject.id, viewer.personId]) : [];
    if (row?.own !== false) throw conversationErrors.questionNotHere();
  }

  async isVisible(personId: string, subject: SubjectRef): Promise<boolean> {
    const kind = this.kinds.get(subject.type);
    if (!kind || !isId(subject.id)) return false;
    const [row]: { visible: boolean }[] = await this.dataSource.query(`SELECT ${kind.visibleTo('$2::uuid', '$1::uuid')} AS visible`, [personId, subject.id]);
    return row?.visible ?? false;
  }

  /** The subject, named as the database does. Errors: SUBJECT_NOT_FOUND. */
  async requireVisible(tx: Transaction, viewer: Viewer, subject: SubjectRef): Promise<SubjectRef> {
    const kind = this.kinds.get(subject.type);
    if (!kind || !isId(subject.id)) throw conversationErrors.subjectNotFound();
    const [row]: { visible: boolean }[] = await tx.manager.query(`SELECT ${kind.visibleTo('$2::uuid', '$1::uuid')} AS visible`, [viewer.personId, subject.id]);
    if (!row?.visible) throw conversationErrors.subjectNotFound();
    return { type: subject.type, id: subject.id.toLowerCase() };
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

  private ruleOf(typeColumn: string, idColumn: string, rule: Rule, otherwise = 'FALSE'): string {
    const cases = [...this.kinds.values()].flatMap((kind) => {
      const told = rule(kind, idColumn);
      return told === undefined ? [] : [`WHEN '${kind.type}' THEN ${told}`];
    });
    return cases.length === 0 ? otherwise : `(CASE ${typeColumn} ${cases.join(' ')} ELSE ${otherwise} END)`;
  }
}

const commentWhose = (commentId: string, condition: string): string => `EXISTS (SELECT 1 FROM comment said WHERE said.id = ${commentId} AND said.deleted_at IS NULL AND ${condition})`;
