import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadQuery } from '@parvis/conversations/server';
import { NotificationService } from '@parvis/notifications/server';
import { idFrom, Jobs, jobType, type Transaction } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { AmaSessionEntity } from './ama-session.entity.ts';
import { stateAt } from './ama-state.ts';

/** A session takes questions from now on. */
export const sessionOpens = jobType<{ sessionId: string }>('leadership.session-opens');
/** A session begins. */
export const sessionStarts = jobType<{ sessionId: string }>('leadership.session-starts');

/** Calls those who follow a session when it takes questions, and with them whoever asked or voted there when it begins. */
@Injectable()
export class SessionCalls implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.on(sessionOpens, ({ sessionId }) => this.callToAsk(sessionId));
    this.jobs.on(sessionStarts, ({ sessionId }) => this.callToListen(sessionId));
  }

  /** Plans the calls of a session anew; those whose time has passed are left out. */
  async plan(tx: Transaction, { id: sessionId, opensAt, startsAt, cancelledAt }: AmaSessionEntity): Promise<void> {
    for (const [job, at] of [[sessionOpens, opensAt], [sessionStarts, startsAt]] as const) {
      if (!cancelledAt && at > new Date()) await this.jobs.at(tx, job, { sessionId }, { at, key: sessionId });
      else await this.jobs.cancel(tx, job, sessionId);
    }
  }

  private async callToAsk(sessionId: string): Promise<void> {
    const session = await this.dataSource.manager.findOneBy(AmaSessionEntity, { id: sessionId });
    if (!session || stateAt(session, new Date()) !== 'collecting') return;
    await this.call(session, { kind: 'ama-opening', at: session.opensAt, recipientIds: await this.threads.followersOf({ type: 'ama-session', id: sessionId }) });
  }

  private async callToListen(sessionId: string): Promise<void> {
    const session = await this.dataSource.manager.findOneBy(AmaSessionEntity, { id: sessionId });
    if (!session || stateAt(session, new Date()) !== 'live') return;
    const following = await this.threads.followersOf({ type: 'ama-session', id: sessionId });
    await this.call(session, { kind: 'ama-start', at: session.startsAt, recipientIds: [...following, ...(await this.takingPartIn(sessionId))] });
  }

  /** The same call at the same hour reaches nobody twice, however often its job runs. */
  private call(session: AmaSessionEntity, { kind, at, recipientIds }: { kind: 'ama-opening' | 'ama-start'; at: Date; recipientIds: string[] }): Promise<void> {
    return this.notifications.notify({
      eventId: idFrom(`${kind}:${session.id}`, at),
      kind,
      subject: { type: 'ama-session', id: session.id },
      actorId: session.hostId,
      recipientIds,
    });
  }

  private async takingPartIn(sessionId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT asked.author_id AS id FROM ama_question asked WHERE asked.session_id = $1 AND asked.withdrawn_at IS NULL
       UNION SELECT vote.person_id FROM ama_vote vote JOIN ama_question asked ON asked.id = vote.question_id WHERE asked.session_id = $1 AND asked.withdrawn_at IS NULL`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }
}
