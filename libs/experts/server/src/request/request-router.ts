import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commentAccepted, commentAdded, commentDeleted, type SubjectRef } from '@parvis/conversations/server';
import { postDeleted } from '@parvis/feed/server';
import type { Role, Viewer } from '@parvis/identity/server';
import { EventHandlers, Jobs, jobType, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { expertAsked, routingChanged } from '../experts.events.ts';
import { ExpertFinder, type ExpertProposal } from '../finding/expert-finder.ts';
import { CandidateQuery, type Next } from './candidate.query.ts';
import { ExpertRequestEntity, type RequestReasons } from './expert-request.entity.ts';
import { ExpertRoutingEntity } from './expert-routing.entity.ts';
import { RequestQuery, type RoutedQuestion } from './request.query.ts';

import { RequestTurns } from './request-turns.ts';

/** A question may need to go to the next who seems to know. */
export const routeQuestion = jobType<{ questionId: string }>('experts.route-question');
/** Finds the questions whose time has come. */
export const findDueQuestions = jobType('experts.find-due-questions');

/** So many who seem to know are looked at: most of them can be asked. */
const mostLookedAt = 30;

/** Brings questions that nobody answers to those who seem to know: one after the other, three at most. */
@Injectable()
export class RequestRouter implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly events: EventHandlers,
    private readonly finder: ExpertFinder,
    private readonly query: RequestQuery,
    private readonly candidates: CandidateQuery,
    private readonly turns: RequestTurns,
  ) {}

  onModuleInit(): void {
    this.jobs.every(findDueQuestions, '* * * * *', () => this.planDue());
    this.jobs.on(routeQuestion, ({ questionId }) => this.route(questionId));
    const talked = ({ subject }: { subject: SubjectRef }) => (subject.type === 'post' ? this.route(subject.id) : undefined);
    this.events.on(commentAdded, talked);
    this.events.on(commentAccepted, talked);
    this.events.on(commentDeleted, async ({ subject }) => {
      if (subject.type === 'post') await this.resume(subject.id);
    });
    this.events.on(postDeleted, ({ postId }) => this.route(postId));
  }

  /** Does what there is to do now: ends a turn that has gone by, asks the next. Nothing when nothing is due; any number of processes may call it at once. */
  async route(questionId: string): Promise<void> {
    const now = new Date();
    const question = await this.transactions.run((tx) => this.turns.settle(tx, questionId, now));
    if (!question) return;
    const proposals = await this.finder.find(viewerOf(question), { text: question.text.slice(0, 10_000), tags: question.tags, first: mostLookedAt, asOf: null });
    await this.transactions.run((tx) => this.offer(tx, question, proposals, now));
  }

  /** A job for each question that is due, and for each whose request does not hold any more: somebody left, went away, or lost sight of it. */
  private async planDue(): Promise<void> {
    const due = await this.query.due();
    await this.transactions.run(async (tx) => {
      for (const questionId of due) await this.jobs.at(tx, routeQuestion, { questionId }, { key: questionId });
    });
  }

  /** The only answer was taken back: it waits again. */
  private async resume(questionId: string): Promise<void> {
    const [, woken]: [unknown, number] = await this.transactions.run((tx) =>
      tx.manager.query(`UPDATE expert_routing SET next_at = now() WHERE question_id = $1 AND next_at IS NULL AND rested_at IS NULL AND after_hours > 0`, [questionId]),
    );
    if (woken > 0) await this.route(questionId);
  }

  private async offer(tx: Transaction, question: RoutedQuestion, proposals: readonly ExpertProposal[], now: Date): Promise<void> {
    // What another process has done in the meantime holds.
    const still = await this.turns.settle(tx, question.id, now);
    if (!still) return;
    const eligible = await this.candidates.eligible(tx, question.id, proposals.map(({ personId }) => personId));
    const next = await this.candidates.next(tx, eligible, now);
    if (!next) await tx.manager.update(ExpertRoutingEntity, question.id, { nextAt: null, restedAt: now });
    else if (next.at > now) await tx.manager.update(ExpertRoutingEntity, question.id, { nextAt: next.at });
    else if (!(await this.isFree(tx, question, next))) await tx.manager.update(ExpertRoutingEntity, question.id, { nextAt: now });
    else await this.ask(tx, still, next, proposals, now);
  }

  /** Two questions that choose one person at the same moment take turns, so that nobody gets more than their number. */
  private async isFree(tx: Transaction, question: RoutedQuestion, { personId }: Next): Promise<boolean> {
    await this.turns.lockPerson(tx, personId);
    return (await this.candidates.eligible(tx, question.id, [personId])).length > 0;
  }

  private async ask(tx: Transaction, question: RoutedQuestion, { personId, untilAt }: Next, proposals: readonly ExpertProposal[], now: Date): Promise<void> {
    const requestId = newId();
    const reasons = reasonsOf(proposals.find((proposal) => proposal.personId === personId));
    await tx.manager.insert(ExpertRequestEntity, { id: requestId, questionId: question.id, personId, turn: question.turns + 1, reasons, offeredAt: now, untilAt, isOpen: true });
    await tx.manager.update(ExpertRoutingEntity, question.id, { nextAt: untilAt, firstOfferedAt: question.firstOfferedAt ?? now });
    tx.emit(expertAsked({ requestId, questionId: question.id, askerId: question.askerId, personId }));
    // Only the first: the others follow a refusal, or a turn that has gone by.
    if (question.firstOfferedAt === null) tx.emit(routingChanged({ questionId: question.id }));
  }
}

/** Evidence counts through the asker's eyes. */
const viewerOf = ({ askerId, askerRoles }: { askerId: string; askerRoles: readonly Role[] }): Viewer => ({ personId: askerId, sessionId: askerId, roles: askerRoles });

function reasonsOf(proposal: ExpertProposal | undefined): RequestReasons {
  const evidence = proposal?.evidence.map(({ id, kind, targetId }) => ({ id, kind, questionId: kind === 'answer' ? targetId : null })) ?? [];
  return { evidence, skilled: proposal?.skilled ?? [], askMeAbout: proposal?.askMeAbout ?? [] };
}

