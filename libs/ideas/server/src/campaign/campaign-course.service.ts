import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { newId, requiredText, Transactions } from '@parvis/platform/server';
import { AnswerReminders } from '../answer/answer-reminders.ts';
import { waitsForAnswer } from '../answer/outcome.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { campaignCancelled, campaignClosed, campaignCommitted, campaignPublished, phaseExtended } from '../ideas.events.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { CampaignTurns } from '../phase/campaign-turns.ts';
import { PhaseExtensionEntity } from '../phase/phase-extension.entity.ts';
import { instantOf } from '../phase/phase-time.ts';
import { extended, type PhaseKind } from '../phase/phases.ts';
import { BallotEntity } from '../vote/ballot.entity.ts';
import { withBallots } from '../vote/ballot.service.ts';
import { CampaignLock, type HeldCampaign } from './campaign-lock.ts';
import { checkedDay, endOfDay } from './campaign-plan.ts';
import { lacksOf } from './campaign-readiness.ts';
import type { CampaignEntity } from './campaign.entity.ts';

const maxCommitmentLength = 2_000;
const maxReasonLength = 500;

/** What people decide about the course of a campaign: all else is for the clock. */
@Injectable()
export class CampaignCourseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
    private readonly turns: CampaignTurns,
    private readonly reminders: AnswerReminders,
  ) {}

  /** The sponsor signs what will happen with the result, and by which day; signed just so already, nothing changes. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_PUBLISHED, CAMPAIGN_NOT_NOW, TEXT_REQUIRED, TEXT_TOO_LONG, CAMPAIGN_DAY_INVALID, CAMPAIGN_DAY_PAST. */
  async commit(viewer: Viewer, { id, commitment, dueOn }: { id: string; commitment: string; dueOn: string }): Promise<CampaignEntity> {
    const words = requiredText('commitment', commitment, maxCommitmentLength);
    const day = checkedDay('dueOn', dueOn);
    return this.transactions.run(async (tx) => {
      const isSigned = ({ campaign: { sponsorId, committedAt, commitment: signed, commitmentDueOn } }: HeldCampaign): boolean =>
        sponsorId === viewer.personId && committedAt !== null && signed === words && commitmentDueOn === day;
      const held = await this.lock.forCommand(tx, viewer, id, 'commit', isSigned);
      const { campaign, now } = held;
      if (isSigned(held)) return campaign;
      if (campaign.publishedAt) throw ideasErrors.alreadyPublished();
      if (endOfDay(day, campaign.timeZone) <= now) throw ideasErrors.dayPast('dueOn');
      Object.assign(campaign, { commitment: words, commitmentDueOn: day, committedAt: now });
      await tx.manager.save(campaign);
      tx.emit(campaignCommitted({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  /**
   * From now on those whom it is for see it. It needs a sponsor who has committed, phases that are still to come, and the last day for answers, not before the first phase has closed.
   * Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_NOT_READY with what it lacks.
   */
  async publish(viewer: Viewer, id: string): Promise<CampaignEntity> {
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forCommand(tx, viewer, id, 'publish');
      const { campaign, phases, now } = held;
      if (campaign.publishedAt) return campaign;
      const ballots = await tx.manager.findBy(BallotEntity, { campaignId: campaign.id });
      const [lack] = lacksOf(campaign, { phases, ballots, now });
      if (lack) throw ideasErrors.notReady(lack);
      if (ballots.length === 0) await withBallots(tx, held);
      Object.assign(campaign, { publishedAt: now });
      await tx.manager.save(campaign);
      await this.turns.plan(tx, held);
      await this.reminders.plan(tx, campaign, now);
      tx.emit(campaignPublished({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  /**
   * A phase closes later than it was to; those after it are put off as far as they must be. `closes`: a local time of the campaign’s zone.
   * Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, PHASE_NOT_FOUND, PHASE_OVER, PHASE_NOT_LATER, PHASE_TIME_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG.
   */
  async extend(viewer: Viewer, { id, kind, closes, reason }: { id: string; kind: PhaseKind; closes: string; reason: string }): Promise<CampaignEntity> {
    const why = requiredText('reason', reason, maxReasonLength);
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forCommand(tx, viewer, id, 'extend');
      const { campaign, phases, now } = held;
      const phase = phases.find((one) => one.kind === kind);
      if (!phase) throw ideasErrors.phaseNotFound();
      if (phase.closesAt <= now) throw ideasErrors.phaseOver();
      const closesAt = instantOf('closes', closes, campaign.timeZone);
      if (closesAt <= phase.closesAt) throw ideasErrors.phaseNotLater();
      await tx.manager.insert(PhaseExtensionEntity, { id: newId(), campaignId: campaign.id, kind, closedAt: phase.closesAt, closesAt, reason: why, byId: viewer.personId, createdAt: now });
      const later = extended(phases, kind, closesAt);
      for (const { kind: moved, opensAt, closesAt: end } of later) await tx.manager.update(CampaignPhaseEntity, { campaignId: campaign.id, kind: moved }, { opensAt, closesAt: end });
      await tx.manager.save(Object.assign(campaign, { version: campaign.version + 1 }));
      await this.turns.plan(tx, { ...held, phases: later });
      tx.emit(phaseExtended({ campaignId: campaign.id, byId: viewer.personId, kind }));
      return campaign;
    });
  }

  /**
   * Ends it when its phases are over and every idea has its answer. Those that were withdrawn or put away owe none; those that were merged have theirs by it.
   * Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_UNANSWERED with how many.
   */
  async close(viewer: Viewer, id: string): Promise<CampaignEntity> {
    return this.transactions.run(async (tx) => {
      const isClosed = ({ campaign }: HeldCampaign): boolean => campaign.closedAt !== null;
      const held = await this.lock.forCommand(tx, viewer, id, 'close', isClosed);
      if (isClosed(held)) return held.campaign;
      const [{ count }]: [{ count: number }] = await tx.manager.query(`SELECT count(*)::int AS count FROM idea WHERE campaign_id = $1 AND ${waitsForAnswer('idea')}`, [held.campaign.id]);
      if (count > 0) throw ideasErrors.unanswered(count);
      Object.assign(held.campaign, { closedAt: held.now });
      await tx.manager.save(held.campaign);
      await this.turns.plan(tx, held);
      await this.reminders.plan(tx, held.campaign, held.now);
      tx.emit(campaignClosed({ campaignId: held.campaign.id, byId: viewer.personId }));
      return held.campaign;
    });
  }

  /** Ends it for good, with a reason that everybody reads; what was written stays. Once it is called off, neither does anything change. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async cancel(viewer: Viewer, { id, reason }: { id: string; reason: string }): Promise<CampaignEntity> {
    const why = requiredText('reason', reason, maxReasonLength);
    return this.transactions.run(async (tx) => {
      const isCancelled = ({ campaign }: HeldCampaign): boolean => campaign.cancelledAt !== null;
      const held = await this.lock.forCommand(tx, viewer, id, 'cancel', isCancelled);
      if (isCancelled(held)) return held.campaign;
      Object.assign(held.campaign, { cancelledAt: held.now, cancellationReason: why });
      await tx.manager.save(held.campaign);
      await this.turns.plan(tx, held);
      await this.reminders.plan(tx, held.campaign, held.now);
      tx.emit(campaignCancelled({ campaignId: held.campaign.id, byId: viewer.personId }));
      return held.campaign;
    });
  }
}
