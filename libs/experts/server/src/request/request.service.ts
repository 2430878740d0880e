import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AskingExperts, PostQuery, type AskExpertsAfter, type ExpertAsker, type PostEntity } from '@parvis/feed/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Jobs, Transactions, type Transaction } from '@parvis/platform/server';
import { expertsErrors } from '../experts.errors.ts';
import { routingChanged } from '../experts.events.ts';
import { ExpertRoutingEntity } from './expert-routing.entity.ts';
import { routeQuestion } from './request-router.ts';
import { EXPERT_REQUESTS, type RequestSettings } from './request-settings.ts';
import { RequestTurns } from './request-turns.ts';
import { RequestQuery } from './request.query.ts';
import { askAt, routingState } from './routing-state.ts';

/** What askers choose, and what those who are asked decline. */
@Injectable()
export class RequestService implements ExpertAsker, OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly asking: AskingExperts,
    private readonly posts: PostQuery,
    private readonly query: RequestQuery,
    private readonly turns: RequestTurns,
    @Inject(EXPERT_REQUESTS) private readonly settings: RequestSettings,
  ) {}

  onModuleInit(): void {
    this.asking.register(this);
  }

  get usual(): AskExpertsAfter {
    return this.settings.after;
  }

  async begin(tx: Transaction, question: PostEntity, after: AskExpertsAfter | null): Promise<void> {
    await this.choose(tx, question, after ?? this.settings.after);
  }

  /**
   * The asker decides after how long without an answer those who seem to know are asked, or that nobody is (any more). What has been asked stays asked: three people in all.
   * Errors: ID_INVALID, EXPERT_QUESTION_NOT_FOUND, EXPERT_QUESTION_NOT_YOURS, EXPERT_ASKING_OVER (answered, closed, or three people were asked).
   */
  async setAfter(viewer: Viewer, questionId: string, after: AskExpertsAfter): Promise<PostEntity> {
    const question = await this.posts.byId(viewer, checkedId('questionId', questionId));
    if (question?.kind !== 'question') throw expertsErrors.questionNotFound();
    if (question.authorId !== viewer.personId) throw expertsErrors.questionNotYours();
    await this.transactions.run(async (tx) => {
      const routing = await tx.manager.findOne(ExpertRoutingEntity, { where: { questionId: question.id }, lock: { mode: 'pessimistic_write' } });
      const isOver = !(await this.query.waiting(tx, question.id)) || (routing && routingState({ ...routing, createdAt: question.createdAt }, new Date(), this.settings.turn) === 'resting');
      if (isOver) throw expertsErrors.askingOver();
      await this.choose(tx, question, after);
      tx.emit(routingChanged({ questionId: question.id }));
      if (after === 0) await this.turns.end(tx, question.id);
      // The time may have come already: nobody waits for the next minute.
      else await this.jobs.at(tx, routeQuestion, { questionId: question.id }, { key: question.id });
    });
    return question;
  }

  /**
   * « Not this time »: the viewer is asked no more, and the next one may be. Neither who nor why is kept. Returns the request’s UUID. What has ended already is no error: nothing is left to decline.
   * Errors: ID_INVALID.
   */
  async decline(viewer: Viewer, requestId: string): Promise<string> {
    const id = checkedId('id', requestId);
    await this.transactions.run(async (tx) => {
      const request = await this.turns.lockOpen(tx, viewer.personId, id);
      if (!request) return;
      await this.turns.end(tx, request.questionId);
      await this.jobs.at(tx, routeQuestion, { questionId: request.questionId }, { key: request.questionId });
    });
    return id;
  }

  /** Whoever is not to be proposed any more is asked nothing any more: the next ones may be. Belongs to the transaction in which they say so. */
  async endOf(tx: Transaction, personId: string): Promise<void> {
    for (const questionId of await this.turns.lockAllOpen(tx, personId)) {
      await this.turns.end(tx, questionId);
      await this.jobs.at(tx, routeQuestion, { questionId }, { key: questionId });
    }
  }

  private async choose(tx: Transaction, question: PostEntity, afterHours: AskExpertsAfter): Promise<void> {
    const nextAt = afterHours === 0 ? null : askAt(question.createdAt, { afterHours });
    await this.turns.choose(tx, { questionId: question.id, afterHours, nextAt });
  }
}
