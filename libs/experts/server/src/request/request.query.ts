import { Injectable } from '@nestjs/common';
import { contentIsLive, contentVisibleTo } from '@parvis/communities/server';
import { Subjects } from '@parvis/conversations/server';
import { isUnanswered } from '@parvis/feed/server';
import type { Role, Viewer } from '@parvis/identity/server';
import { AbsenceQuery } from '@parvis/people/server';
import type { Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { Evidence } from '../finding/ranking.ts';
import { noReasons, type ExpertRequestEntity, type RequestReasons } from './expert-request.entity.ts';
import type { ExpertRoutingEntity } from './expert-routing.entity.ts';
import { requestHolds } from './request.access.ts';

/** A question that waits for an answer. */
export interface RoutedQuestion {
  id: string;
  askerId: string;
  askerRoles: Role[];
  text: string;
  tags: string[];
  createdAt: Date;
  /** How many have been asked. */
  turns: number;
  /** Until when it is somebody's turn who can still answer; null: nobody's. */
  openUntil: Date | null;
  firstOfferedAt: Date | null;
}

export type OpenRequest = Pick<ExpertRequestEntity, 'id' | 'questionId' | 'offeredAt' | 'untilAt' | 'reasons'>;

export interface OwnRouting extends Pick<ExpertRoutingEntity, 'questionId' | 'afterHours' | 'firstOfferedAt' | 'restedAt'> {
  createdAt: Date;
}

const mostDue = 500;
const mostOpen = 50;

/** Reads requests and the questions that they are about. */
@Injectable()
export class RequestQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
    private readonly absences: AbsenceQuery,
  ) {}

  /** SQL condition: the request is there for the person asked. `request`: the table's alias. */
  holds(request: string): string {
    return requestHolds(request, (post, person) => this.subjects.answerableBy(`'post'`, post, person));
  }

  /** The question, if it still waits: it stands, its asker works here, its place takes answers, and nobody has answered. */
  async waiting(tx: Transaction, questionId: string): Promise<RoutedQuestion | null> {
    const [row]: RoutedQuestion[] = await tx.manager.query(
      `SELECT question.id, question.author_id AS "askerId", asker.roles AS "askerRoles", question.text, question.tags, question.created_at AS "createdAt",
         (SELECT count(*)::int FROM expert_request had WHERE had.question_id = question.id) AS turns,
         (SELECT turn.until_at FROM expert_request turn WHERE turn.question_id = question.id AND ${this.canStillAnswer('turn')}) AS "openUntil"
       FROM post question JOIN person asker ON asker.id = question.author_id AND asker.deactivated_at IS NULL
       WHERE question.id = $1 AND question.kind = 'question' AND question.deleted_at IS NULL AND ${contentIsLive('question.community_id')} AND ${isUnanswered('question')}`,
      [questionId],
    );
    return row ?? null;
  }

  /** Questions to look at, those that have waited longest first. */
  async due(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `(SELECT routing.question_id AS id FROM expert_routing routing WHERE routing.next_at <= now() ORDER BY routing.next_at LIMIT ${mostDue})
       UNION SELECT turn.question_id FROM expert_request turn WHERE turn.is_open AND NOT ${this.canStillAnswer('turn')}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the question stands and the person asked it. */
  async isAskedBy(personId: string, questionId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT FROM post question WHERE question.id = $2 AND question.author_id = $1 AND question.kind = 'question' AND question.deleted_at IS NULL`, [personId, questionId]);
    return rows.length > 0;
  }

  /** What the viewer is asked, the one whose turn ends first standing first. */
  async ofViewer(viewer: Viewer): Promise<OpenRequest[]> {
    return this.dataSource.query(`${openRequests} WHERE request.person_id = $1 AND ${this.holds('request')} ORDER BY request.until_at, request.id LIMIT ${mostOpen}`, [viewer.personId]);
  }

  /** The same about some questions, by question. */
  async aboutQuestions(viewer: Viewer, questionIds: readonly string[]): Promise<Map<string, OpenRequest>> {
    const rows: OpenRequest[] = await this.dataSource.query(`${openRequests} WHERE request.question_id = ANY($2) AND request.person_id = $1 AND ${this.holds('request')}`, [viewer.personId, questionIds]);
    return new Map(rows.map((row) => [row.questionId, row]));
  }

  /** For those questions that the viewer asked and that still wait, by question. */
  async routings(viewer: Viewer, questionIds: readonly string[]): Promise<Map<string, OwnRouting>> {
    const rows: OwnRouting[] = await this.dataSource.query(
      `SELECT question.id AS "questionId", question.created_at AS "createdAt", coalesce(routing.after_hours, 0)::int AS "afterHours", routing.first_offered_at AS "firstOfferedAt", routing.rested_at AS "restedAt"
       FROM post question LEFT JOIN expert_routing routing ON routing.question_id = question.id
       WHERE question.id = ANY($2) AND question.author_id = $1 AND question.kind = 'question' AND question.deleted_at IS NULL
         AND ${contentIsLive('question.community_id')} AND ${isUnanswered('question')}`,
      [viewer.personId, questionIds],
    );
    return new Map(rows.map((row) => [row.questionId, row]));
  }

  /** What the reasons rest on as it is now, as far as the person asked may read it still. */
  async evidence(viewer: Viewer, reasons: readonly RequestReasons[]): Promise<Map<string, Evidence>> {
    const known = new Map(reasons.flatMap(({ evidence }) => evidence.map((one) => [one.id, one] as const)));
    if (known.size === 0) return new Map();
    const rows: Pick<Evidence, 'id' | 'personId' | 'communityId' | 'writtenAt' | 'isAccepted' | 'votes'>[] = await this.dataSource.query(
      `SELECT document.id, document.author_id AS "personId", document.community_id AS "communityId", document.written_at AS "writtenAt",
         coalesce(answer.is_accepted, FALSE) AS "isAccepted", coalesce(answer.vote_count, 0) AS votes
       FROM search_document document LEFT JOIN comment answer ON answer.id = document.id
       WHERE document.id = ANY($2) AND document.author_id = $1 AND ${contentVisibleTo('document.community_id', '$1')}`,
      [viewer.personId, [...known.keys()]],
    );
    return new Map(rows.flatMap((row) => {
      const reason = known.get(row.id);
      return reason ? [[row.id, { ...row, kind: reason.kind, questionId: reason.questionId, relevance: 1, coverage: 1 }]] : [];
    }));
  }

  /** Beyond its time: whoever left, went away, or may not answer there any more cannot. */
  private canStillAnswer(request: string): string {
    return `(${request}.is_open AND EXISTS (SELECT 1 FROM person works WHERE works.id = ${request}.person_id AND works.deactivated_at IS NULL)
      AND NOT ${this.absences.isAway(`${request}.person_id`, `${request}.person_id`)} AND ${this.subjects.answerableBy(`'post'`, `${request}.question_id`, `${request}.person_id`)})`;
  }
}

// Reasons of an earlier release lack what they did not know of.
const openRequests = `SELECT request.id, request.question_id AS "questionId", request.offered_at AS "offeredAt", request.until_at AS "untilAt", '${JSON.stringify(noReasons)}'::jsonb || request.reasons AS reasons FROM expert_request request`;
