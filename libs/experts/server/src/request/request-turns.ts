import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import { In } from 'typeorm';
import { requestOver } from '../experts.events.ts';
import { ExpertRequestEntity, noReasons } from './expert-request.entity.ts';
import { ExpertRoutingEntity } from './expert-routing.entity.ts';
import { RequestQuery, type RoutedQuestion } from './request.query.ts';
import { askAt, mostTurns } from './routing-state.ts';

/** Ends what has ended. Belongs to the transaction of who calls, and locks the question's routing. */
@Injectable()
export class RequestTurns {
  constructor(private readonly query: RequestQuery) {}

  /** Ends the open request if it holds no more, and says when to look again. Returns the question if somebody is to be asked now, else null. */
  async settle(tx: Transaction, questionId: string, now: Date): Promise<RoutedQuestion | null> {
    const routing = await tx.manager.findOne(ExpertRoutingEntity, { where: { questionId }, lock: { mode: 'pessimistic_write' } });
    if (!routing) return null;
    const question = routing.afterHours === 0 ? null : await this.query.waiting(tx, questionId);
    if (!question) {
      await this.end(tx, questionId);
      return this.lookAgain(tx, routing, null);
    }
    if (question.openUntil && question.openUntil > now) return this.lookAgain(tx, routing, question.openUntil);
    await this.end(tx, questionId);
    const first = askAt(question.createdAt, routing);
    if (first > now) return this.lookAgain(tx, routing, first);
    if (routing.restedAt === null && question.turns < mostTurns) return { ...question, firstOfferedAt: routing.firstOfferedAt };
    await tx.manager.update(ExpertRoutingEntity, questionId, { restedAt: routing.restedAt ?? now });
    return this.lookAgain(tx, routing, null);
  }

  /** Ends the open request about a question, if there is one. Why it was offered is forgotten. */
  async end(tx: Transaction, questionId: string): Promise<void> {
    const [rows]: [{ id: string }[], number] = await tx.manager.query(
      `UPDATE expert_request SET is_open = FALSE, reasons = $2 WHERE question_id = $1 AND is_open RETURNING id`,
      [questionId, JSON.stringify(noReasons)],
    );
    for (const { id } of rows) tx.emit(requestOver({ requestId: id }));
  }

  /** The asker chose anew, or for the first time. */
  async choose(tx: Transaction, routing: Pick<ExpertRoutingEntity, 'questionId' | 'afterHours' | 'nextAt'>): Promise<void> {
    // Whoever looked for somebody in vain may look once more.
    await tx.manager.query(
      `INSERT INTO expert_routing (question_id, after_hours, next_at) VALUES ($1, $2, $3)
       ON CONFLICT (question_id) DO UPDATE SET after_hours = $2, next_at = $3, rested_at = CASE WHEN expert_routing.first_offered_at IS NULL THEN NULL ELSE expert_routing.rested_at END`,
      [routing.questionId, routing.afterHours, routing.nextAt],
    );
  }

  /** The open request of that person, locked with its question's routing; null when there is none. */
  async lockOpen(tx: Transaction, personId: string, requestId: string): Promise<ExpertRequestEntity | null> {
    const request = await tx.manager.findOneBy(ExpertRequestEntity, { id: requestId, personId });
    if (!request) return null;
    await tx.manager.findOne(ExpertRoutingEntity, { where: { questionId: request.questionId }, lock: { mode: 'pessimistic_write' } });
    return tx.manager.findOneBy(ExpertRequestEntity, { id: requestId, isOpen: true });
  }

  /** Nothing is brought to that person by anybody else until this transaction ends. */
  async lockPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`experts.request ${personId}`]);
  }

  /** The questions that wait for that person, each locked with its routing; nothing comes to them until this transaction ends. */
  async lockAllOpen(tx: Transaction, personId: string): Promise<string[]> {
    await this.lockPerson(tx, personId);
    // Locked in one order, as two people may refuse at once; what ended while it was waited for is left out.
    const asked: { id: string }[] = await tx.manager.query(
      `SELECT routing.question_id AS id FROM expert_routing routing WHERE routing.question_id IN (SELECT question_id FROM expert_request WHERE person_id = $1 AND is_open) ORDER BY routing.question_id FOR UPDATE`,
      [personId],
    );
    const open = await tx.manager.find(ExpertRequestEntity, { where: { personId, isOpen: true, questionId: In(asked.map(({ id }) => id)) } });
    return open.map(({ questionId }) => questionId);
  }

  private async lookAgain(tx: Transaction, { questionId }: ExpertRoutingEntity, nextAt: Date | null): Promise<null> {
    await tx.manager.update(ExpertRoutingEntity, questionId, { nextAt });
    return null;
  }
}
