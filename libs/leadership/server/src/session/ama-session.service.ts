import { Injectable } from '@nestjs/common';
import { MembershipQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, requiredLine, Transactions, type Transaction } from '@parvis/platform/server';
import { leadershipErrors } from '../leadership.errors.ts';
import { sessionCancelled, sessionChanged, sessionPlanned } from '../leadership.events.ts';
import { AmaCohostEntity } from './ama-cohost.entity.ts';
import { AmaSessionEntity } from './ama-session.entity.ts';
import { sessionVisibleTo } from './ama-session.access.ts';
import { canStillChange, stateAt } from './ama-state.ts';
import { SessionCalls } from './session-calls.ts';

export interface AmaPlan {
  title: string;
  description: string;
  opensAt: Date;
  startsAt: Date;
  endsAt: Date;
  cohostIds: string[];
}

export interface NewAmaSession extends AmaPlan {
  key: string;
  communityId?: string | null;
}

const maxTitleLength = 150;
const maxDescriptionLength = 2_000;
const maxCohosts = 5;

/** Plans, changes and calls off sessions. */
@Injectable()
export class AmaSessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: MembershipQuery,
    private readonly calls: SessionCalls,
  ) {}

  /**
   * An executive opens a session to the whole company or to a community of theirs. The same key again returns the session that the first call
   * planned. Errors: AMA_ONLY_EXECUTIVES, AMA_TIMES_INVALID, AMA_COHOST_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.
   */
  async plan(viewer: Viewer, input: NewAmaSession): Promise<AmaSessionEntity> {
    if (!viewer.roles.includes('executive')) throw leadershipErrors.onlyExecutives();
    const key = checkedId('key', input.key);
    const communityId = input.communityId ? checkedId('communityId', input.communityId) : null;
    const { cohostIds, ...plan } = checkedPlan(input);
    return this.transactions.run(async (tx) => {
      const earlier = await tx.manager.findOneBy(AmaSessionEntity, { plannedById: viewer.personId, key });
      if (earlier) return earlier;
      requireTimes(plan);
      if (communityId) await this.memberships.requireMember(tx, viewer, communityId);
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO ama_session (id, host_id, planned_by_id, community_id, key, title, description, opens_at, starts_at, ends_at, created_at)
         VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, now()) ON CONFLICT (planned_by_id, key) DO NOTHING RETURNING id`,
        [newId(), viewer.personId, communityId, key, plan.title, plan.description, plan.opensAt, plan.startsAt, plan.endsAt],
      );
      const session = await tx.manager.findOneByOrFail(AmaSessionEntity, { plannedById: viewer.personId, key });
      if (inserted.length === 0) return session;
      await this.replaceCohosts(tx, session, cohostIds);
      await this.calls.plan(tx, session);
      tx.emit(sessionPlanned({ sessionId: session.id, hostId: session.hostId, communityId }));
      return session;
    });
  }

  /** Changes what is not over. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_HOST, AMA_SESSION_CLOSED, AMA_TIMES_INVALID, AMA_COHOST_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async change(viewer: Viewer, id: string, change: AmaPlan): Promise<AmaSessionEntity> {
    const { cohostIds, ...plan } = checkedPlan(change);
    return this.transactions.run(async (tx) => {
      const session = await this.lockForHost(tx, viewer, id);
      requireTimes(plan);
      const isMoved = session.startsAt.getTime() !== plan.startsAt.getTime() || session.endsAt.getTime() !== plan.endsAt.getTime();
      Object.assign(session, plan, isMoved && { sequence: session.sequence + 1 });
      await tx.manager.save(session);
      await this.replaceCohosts(tx, session, cohostIds);
      await this.calls.plan(tx, session);
      tx.emit(sessionChanged({ sessionId: session.id, hostId: session.hostId }));
      return session;
    });
  }

  /** Calls a session off; what was asked stays to be read. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_HOST, AMA_SESSION_CLOSED. */
  async cancel(viewer: Viewer, id: string): Promise<AmaSessionEntity> {
    return this.transactions.run(async (tx) => {
      const session = await this.lockForHost(tx, viewer, id);
      Object.assign(session, { cancelledAt: new Date(), sequence: session.sequence + 1 });
      await tx.manager.save(session);
      await this.calls.plan(tx, session);
      tx.emit(sessionCancelled({ sessionId: session.id, hostId: session.hostId }));
      return session;
    });
  }

  private async lockForHost(tx: Transaction, viewer: Viewer, id: string): Promise<AmaSessionEntity> {
    const session = await tx.manager
      .createQueryBuilder(AmaSessionEntity, 'session')
      .where('session.id = :id', { id: checkedId('id', id) })
      .andWhere(sessionVisibleTo('session', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!session) throw leadershipErrors.sessionNotFound();
    if (session.hostId !== viewer.personId) throw leadershipErrors.notHost();
    if (!canStillChange(stateAt(session, new Date()))) throw leadershipErrors.sessionClosed();
    return session;
  }

  /** Co-hosts are executives who work here and may read where the session is held. */
  private async replaceCohosts(tx: Transaction, session: AmaSessionEntity, cohostIds: readonly string[]): Promise<void> {
    const others = cohostIds.filter((personId) => personId !== session.hostId);
    const able: { id: string }[] = await tx.manager.query(
      `SELECT person.id FROM person JOIN ama_session session ON session.id = $2
       WHERE person.id = ANY($1) AND 'executive' = ANY (person.roles) AND person.deactivated_at IS NULL AND ${sessionVisibleTo('session', 'person.id')}`,
      [others, session.id],
    );
    if (able.length < others.length) throw leadershipErrors.cohostInvalid();
    await tx.manager.delete(AmaCohostEntity, { sessionId: session.id });
    await tx.manager.insert(AmaCohostEntity, others.map((personId) => ({ sessionId: session.id, personId })));
  }
}

function checkedPlan({ title, description, opensAt, startsAt, endsAt, cohostIds }: AmaPlan): AmaPlan {
  const distinct = [...new Set(cohostIds.map((id) => checkedId('cohostIds', id)))];
  if (distinct.length > maxCohosts) throw leadershipErrors.cohostInvalid();
  return {
    title: requiredLine('title', title, maxTitleLength),
    description: limited('description', description, maxDescriptionLength),
    opensAt,
    startsAt,
    endsAt,
    cohostIds: distinct,
  };
}

function requireTimes({ opensAt, startsAt, endsAt }: Pick<AmaPlan, 'opensAt' | 'startsAt' | 'endsAt'>): void {
  if (opensAt > startsAt) throw leadershipErrors.timesInvalid('opensAt');
  if (endsAt <= startsAt || endsAt <= new Date()) throw leadershipErrors.timesInvalid('endsAt');
}
