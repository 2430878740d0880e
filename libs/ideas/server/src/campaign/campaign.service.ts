import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { communityReadableBy, communityVisibleTo } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { AnswerReminders } from '../answer/answer-reminders.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { campaignChanged, campaignSponsorNamed } from '../ideas.events.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { sameTimes, type Phase } from '../phase/phases.ts';
import { CampaignAudienceEntity } from './campaign-audience.entity.ts';
import { CampaignLock } from './campaign-lock.ts';
import { checkedPlan, type CampaignPlan, type CheckedPlan } from './campaign-plan.ts';
import { requireNoJuror } from './campaign-roles.service.ts';
import { CampaignEntity, type Criterion } from './campaign.entity.ts';

/** What those who take part rely on: it stays as it was published. */
const fixedWords = ['question', 'rules', 'criteria', 'timeZone'] as const;

/** Prepares campaigns, and changes what may be changed in those that are published. */
@Injectable()
export class CampaignService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
    private readonly reminders: AnswerReminders,
  ) {}

  /**
   * Anybody prepares a campaign, as its owner; it is published once an executive has committed to it. The same key again returns what the first call drafted.
   * Errors: those of `checkedPlan`, CAMPAIGN_SPONSOR_INVALID, CAMPAIGN_AUDIENCE_INVALID.
   */
  async draft(viewer: Viewer, input: CampaignPlan & { key: string }): Promise<CampaignEntity> {
    const key = checkedId('key', input.key);
    const plan = checkedPlan(input);
    return this.transactions.run(async (tx) => {
      await requirePeople(tx, viewer, plan);
      const id = newId();
      const written = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(CampaignEntity)
        .values({ ...plan.words, id, key, createdById: viewer.personId, ownerId: viewer.personId, sponsorId: plan.sponsorId, commitment: '', cancellationReason: '', createdAt: () => 'now()' })
        .orIgnore()
        .returning('id')
        .execute();
      const campaign = await tx.manager.findOneByOrFail(CampaignEntity, { createdById: viewer.personId, key });
      if ((written.raw as unknown[]).length === 0) return campaign;
      await this.replaceAudience(tx, id, plan);
      await this.replacePhases(tx, id, plan.phases);
      if (campaign.sponsorId) tx.emit(campaignSponsorNamed({ campaignId: id, byId: viewer.personId, sponsorId: campaign.sponsorId }));
      return campaign;
    });
  }

  /**
   * As it is to be from now on; what it says already changes nothing, from whatever version (a lost answer, sent again). Of a published one, context, resources, budget, hashtag, banner and the last day for answers (later only) may change. Another sponsor or another question: the sponsor signs anew.
   * Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW (cancelled or closed), CAMPAIGN_CHANGED with the newest version, CAMPAIGN_FIXED with the field, JUROR_INVALID (a sponsor who judges), and those of `draft`.
   */
  async change(viewer: Viewer, { id, version, ...input }: CampaignPlan & { id: string; version: number }): Promise<CampaignEntity> {
    const plan = checkedPlan(input);
    return this.transactions.run(async (tx) => {
      const { campaign, phases, now } = await this.lock.forCommand(tx, viewer, id, 'prepare');
      if (await isSaid(tx, viewer, { campaign, phases }, plan)) return campaign;
      if (campaign.version !== version) throw ideasErrors.campaignChanged(campaign.version);
      if (campaign.publishedAt) await this.requireUnchanged(tx, viewer, campaign, { plan, phases });
      else await requirePeople(tx, viewer, plan);
      const isNewSponsor = plan.sponsorId !== campaign.sponsorId;
      if (isNewSponsor && plan.sponsorId) await requireNoJuror(tx, campaign, { field: 'sponsorId', personIds: [plan.sponsorId] });
      const isNewPromise = isNewSponsor || plan.words.question !== campaign.question;
      const { isForEveryone } = campaign.publishedAt ? campaign : plan.words;
      Object.assign(campaign, plan.words, { isForEveryone, sponsorId: plan.sponsorId, version: version + 1 }, isNewPromise && { committedAt: null });
      if (isNewSponsor) Object.assign(campaign, { commitment: '', commitmentDueOn: null });
      await tx.manager.save(campaign);
      await this.reminders.plan(tx, campaign, now);
      if (!campaign.publishedAt) {
        await this.replaceAudience(tx, campaign.id, plan);
        await this.replacePhases(tx, campaign.id, plan.phases);
      }
      if (isNewSponsor && campaign.sponsorId) tx.emit(campaignSponsorNamed({ campaignId: campaign.id, byId: viewer.personId, sponsorId: campaign.sponsorId }));
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  private async requireUnchanged(tx: Transaction, viewer: Viewer, campaign: CampaignEntity, { plan, phases }: { plan: CheckedPlan; phases: readonly Phase[] }): Promise<void> {
    for (const field of fixedWords) {
      if (!isDeepStrictEqual(plan.words[field], campaign[field])) throw ideasErrors.campaignFixed(field);
    }
    if (plan.sponsorId !== campaign.sponsorId) throw ideasErrors.campaignFixed('sponsorId');
    if (!sameTimes(plan.phases, phases)) throw ideasErrors.campaignFixed('phases');
    if ((plan.words.answersDueOn ?? '') < (campaign.answersDueOn ?? '')) throw ideasErrors.campaignFixed('answersDueOn');
    if (!(await isMeantSo(tx, viewer, campaign, plan))) throw ideasErrors.campaignFixed('audience');
  }

  private async replaceAudience(tx: Transaction, campaignId: string, { departments, communityIds }: CheckedPlan): Promise<void> {
    await tx.manager.delete(CampaignAudienceEntity, { campaignId });
    await tx.manager.insert(CampaignAudienceEntity, [
      ...departments.map((department) => ({ id: newId(), campaignId, department, communityId: null })),
      ...communityIds.map((communityId) => ({ id: newId(), campaignId, department: null, communityId })),
    ]);
  }

  private async replacePhases(tx: Transaction, campaignId: string, phases: readonly Phase[]): Promise<void> {
    await tx.manager.delete(CampaignPhaseEntity, { campaignId });
    await tx.manager.insert(CampaignPhaseEntity, phases.map(({ kind, opensAt, closesAt }) => ({ campaignId, kind, opensAt, closesAt })));
  }
}

/** Whether it says just that already. Through JSON, as the database gives it back; a criterion that was added without an id is told by its words. */
async function isSaid(tx: Transaction, viewer: Viewer, { campaign, phases }: { campaign: CampaignEntity; phases: readonly Phase[] }, plan: CheckedPlan): Promise<boolean> {
  const { isForEveryone, criteria, ...words } = plan.words;
  const said = (Object.keys(words) as (keyof typeof words)[]).every((name) => isDeepStrictEqual(campaign[name], JSON.parse(JSON.stringify(words[name]))));
  if (!said || plan.sponsorId !== campaign.sponsorId || !sameTimes(plan.phases, phases)) return false;
  if (!isDeepStrictEqual(criteria.map(wordsOf), campaign.criteria.map(wordsOf))) return false;
  return (campaign.publishedAt !== null || isForEveryone === campaign.isForEveryone) && isMeantSo(tx, viewer, campaign, plan);
}

const wordsOf = ({ label, weight }: Criterion) => ({ label, weight });

/**
 * Whether it is for just those. Of secret communities that the owner of a published one does not know of (one who took the campaign over) nothing is shown to them, and nothing expected back; of a
 * draft they go.
 */
async function isMeantSo(tx: Transaction, viewer: Viewer, { id, publishedAt }: CampaignEntity, { departments, communityIds }: CheckedPlan): Promise<boolean> {
  const meant: { name: string }[] = await tx.manager.query(
    `SELECT coalesce(audience.department, audience.community_id::text) AS name FROM campaign_audience audience LEFT JOIN community place ON place.id = audience.community_id
     WHERE audience.campaign_id = $1 AND ($3 OR place.id IS NULL OR ${communityVisibleTo('place', '$2')})`,
    [id, viewer.personId, publishedAt === null],
  );
  return isDeepStrictEqual(meant.map(({ name }) => name).toSorted(), [...departments, ...communityIds].toSorted());
}

/** The sponsor is an executive who works here; departments have people, and the viewer may read the communities. Errors: CAMPAIGN_SPONSOR_INVALID, CAMPAIGN_AUDIENCE_INVALID. */
async function requirePeople(tx: Transaction, viewer: Viewer, { sponsorId, departments, communityIds }: CheckedPlan): Promise<void> {
  if (sponsorId) {
    const able: unknown[] = await tx.manager.query(`SELECT 1 FROM person WHERE id = $1 AND 'executive' = ANY (roles) AND deactivated_at IS NULL`, [sponsorId]);
    if (able.length === 0) throw ideasErrors.sponsorInvalid();
  }
  const [found]: { departments: number; communities: number }[] = await tx.manager.query(
    `SELECT (SELECT count(DISTINCT department)::int FROM person WHERE department = ANY($2) AND deactivated_at IS NULL) AS departments,
            (SELECT count(*)::int FROM community place WHERE place.id = ANY($3) AND place.archived_at IS NULL AND ${communityReadableBy('place', '$1')}) AS communities`,
    [viewer.personId, departments, communityIds],
  );
  if (found?.departments !== departments.length || found.communities !== communityIds.length) throw ideasErrors.audienceInvalid();
}
