import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { checkedId, hourMs, Jobs, newId, platformErrors, requiredText, Transactions, type Transaction } from '@parvis/platform/server';
import { In } from 'typeorm';
import { communityErrors } from '../communities.errors.ts';
import { breakGlassAsked, breakGlassOpened } from '../communities.events.ts';
import { communityReadableBy } from '../community/community.access.ts';
import { breakGlassTimeUp } from './break-glass-clock.ts';
import { BreakGlassEntity } from './break-glass.entity.ts';
import { isGuardian, lapsesAfterHours, longestHours, longestReason, shortestReason, stateOf } from './break-glass.policy.ts';
import { closeAccess, inPieces, recordBreakGlass } from './close-access.ts';

export interface BreakGlassRequest {
  communityId: string;
  reason: string;
  hours: number;
}

/** IT asks, somebody else decides, either of them ends it. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly transactions: Transactions,
    private readonly administration: Administration,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Errors: FORBIDDEN (IT only), CONFIRMATION_NEEDED, ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, BREAK_GLASS_REASON_SHORT, BREAK_GLASS_HOURS, COMMUNITY_NOT_FOUND,
   * BREAK_GLASS_NEEDLESS, BREAK_GLASS_REPEATED.
   */
  async ask(viewer: Viewer, input: BreakGlassRequest): Promise<BreakGlassEntity> {
    this.administration.require(viewer);
    const communityId = checkedId('communityId', input.communityId);
    const reason = requiredText('reason', input.reason, longestReason);
    if ([...reason.replace(/\s+/g, ' ')].length < shortestReason) throw communityErrors.breakGlassReasonShort(shortestReason);
    const { hours } = input;
    if (!Number.isInteger(hours) || hours < 1 || hours > longestHours) throw communityErrors.breakGlassHours(longestHours);
    return this.transactions.run(async (tx) => {
      await this.requireNeed(tx, viewer, communityId);
      const now = Date.now();
      const access = tx.manager.create(BreakGlassEntity, {
        id: newId(), communityId, state: 'asked', askedById: viewer.personId, reason, hours, askedAt: new Date(now), lapsesAt: new Date(now + lapsesAfterHours * hourMs),
        decidedById: null, decidedAt: null, endsAt: null, endedById: null, readingCount: 0, firstReadAt: null, lastReadAt: null,
      });
      await tx.manager.insert(BreakGlassEntity, access);
      await this.jobs.at(tx, breakGlassTimeUp, { accessId: access.id }, { at: access.lapsesAt, key: access.id });
      recordBreakGlass(tx, 'asked', access, viewer.personId, { hours, reason: inPieces(reason) });
      tx.emit(breakGlassAsked({ accessId: access.id, communityId, personId: viewer.personId }));
      return access;
    });
  }

  /** Errors: FORBIDDEN (the works council and auditors who are not of IT), CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND, BREAK_GLASS_OWN, BREAK_GLASS_DECIDED. */
  async decide(viewer: Viewer, id: string, isApproved: boolean): Promise<BreakGlassEntity> {
    if (!isGuardian(viewer)) throw platformErrors.forbidden();
    this.administration.requireConfirmation(viewer);
    return this.transactions.run(async (tx) => {
      const access = await locked(tx, id);
      if (!access) throw communityErrors.breakGlassNotFound();
      if (access.askedById === viewer.personId) throw communityErrors.breakGlassOwn();
      if (stateOf(access) !== 'asked' || access.askedById === null) throw communityErrors.breakGlassDecided();
      Object.assign(access, { decidedById: viewer.personId, decidedAt: new Date() });
      if (!isApproved) {
        await closeAccess(tx, access, { as: 'refused', byId: viewer.personId });
        return access;
      }
      const endsAt = new Date(Date.now() + access.hours * hourMs);
      await tx.manager.save(Object.assign(access, { state: 'approved', endsAt }));
      await this.jobs.at(tx, breakGlassTimeUp, { accessId: access.id }, { at: endsAt, key: access.id });
      recordBreakGlass(tx, 'approved', access, viewer.personId, { askedBy: access.askedById, until: endsAt.toISOString() });
      tx.emit(breakGlassOpened({ accessId: access.id, communityId: access.communityId }));
      return access;
    });
  }

  /**
   * At once: whoever asked takes back what waits or ends what is open, those who may decide end what is open. What is over stays as it is.
   * Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, BREAK_GLASS_NOT_FOUND.
   */
  async end(viewer: Viewer, id: string): Promise<BreakGlassEntity> {
    const decides = isGuardian(viewer);
    if (!decides && !this.administration.isFor(viewer)) throw platformErrors.forbidden();
    this.administration.requireConfirmation(viewer);
    return this.transactions.run(async (tx) => {
      const access = await locked(tx, id);
      const isOwn = access?.askedById === viewer.personId;
      if (!access || !(isOwn || decides)) throw communityErrors.breakGlassNotFound();
      const state = stateOf(access);
      if (state === 'approved') await closeAccess(tx, access, { as: 'ended', byId: viewer.personId });
      if (state === 'asked' && isOwn) await closeAccess(tx, access, { as: 'withdrawn', byId: viewer.personId });
      return access;
    });
  }

  /** The community is locked: the same person asking twice at once takes turns. */
  private async requireNeed(tx: Transaction, viewer: Viewer, communityId: string): Promise<void> {
    const [community]: { isReadable: boolean }[] = await tx.manager.query(
      `SELECT ${communityReadableBy('community', '$2')} AS "isReadable" FROM community WHERE community.id = $1 FOR UPDATE OF community`,
      [communityId, viewer.personId],
    );
    if (!community) throw communityErrors.notFound();
    if (community.isReadable) throw communityErrors.breakGlassNeedless();
    const before = await tx.manager.findBy(BreakGlassEntity, { communityId, askedById: viewer.personId, state: In(['asked', 'approved']) });
    if (before.some((access) => ['asked', 'approved'].includes(stateOf(access)))) throw communityErrors.breakGlassRepeated();
  }
}

const locked = (tx: Transaction, id: string): Promise<BreakGlassEntity | null> =>
  tx.manager.findOne(BreakGlassEntity, { where: { id: checkedId('id', id) }, lock: { mode: 'pessimistic_write' } });
