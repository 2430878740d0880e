import { richTextOf } from '@parvis/conversations/server';
import { dayMs, newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { CampaignAudienceEntity } from '../campaign/campaign-audience.entity.ts';
import { CampaignRoleEntity } from '../campaign/campaign-role.entity.ts';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignJuryEntity } from '../jury/campaign-jury.entity.ts';
import { JuryMemberEntity } from '../jury/jury-member.entity.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import type { CampaignStage } from '../phase/campaign-stage.ts';
import { phaseKinds, type PhaseKind } from '../phase/phases.ts';

type Somebody = { id: string };

const daysFromNow = (days: number): Date => new Date(Date.now() + days * dayMs);

/** Makes a campaign for a test: published, to the whole company, through every phase of ten days each, gathering ideas since yesterday, unless said otherwise. */
export class CampaignBuilder {
  private readonly campaign: CampaignEntity;
  private readonly roles: { personId: string; role: CampaignRoleEntity['role'] }[] = [];
  private readonly meant: { department: string | null; communityId: string | null }[] = [];
  private kinds: readonly PhaseKind[] = phaseKinds;
  private stage: CampaignStage = 'gather';
  private isBlind = false;
  private readers: number | null = null;

  constructor({ owner, sponsor }: { owner: Somebody; sponsor: Somebody }) {
    this.campaign = Object.assign(new CampaignEntity(), {
      id: newId(), key: newId(), createdById: owner.id, ownerId: owner.id, sponsorId: sponsor.id,
      question: 'How do we waste less?', context: richTextOf('Bins are full.'), contextText: 'Bins are full.', rules: 'One idea at a time.',
      criteria: [{ id: newId(), label: 'Effect', weight: 2 }, { id: newId(), label: 'Ease', weight: 1 }],
      resources: 'Two days a month.', budget: 50_000, hashtag: 'lesswaste', bannerPattern: 'waves', bannerTone: 'moss', isForEveryone: true, timeZone: 'Europe/Paris',
      commitment: 'The three best are carried out.', commitmentDueOn: dayOf(daysFromNow(90)), committedAt: new Date(), answersDueOn: dayOf(daysFromNow(80)),
      createdAt: new Date(), publishedAt: new Date(), closedAt: null, cancelledAt: null, cancellationReason: '',
    });
  }

  asking(question: string): this {
    this.campaign.question = question;
    return this;
  }

  /** Where it stands: its phases are put around the present. */
  at(stage: CampaignStage): this {
    this.stage = stage;
    return this;
  }

  through(...kinds: PhaseKind[]): this {
    this.kinds = kinds;
    return this;
  }

  for(...places: (string | Somebody)[]): this {
    this.campaign.isForEveryone = false;
    this.meant.push(...places.map((place) => (typeof place === 'string' ? { department: place, communityId: null } : { department: null, communityId: place.id })));
    return this;
  }

  moderatedBy(...people: Somebody[]): this {
    this.roles.push(...people.map(({ id }) => ({ personId: id, role: 'moderator' as const })));
    return this;
  }

  judgedBy(...people: Somebody[]): this {
    this.roles.push(...people.map(({ id }) => ({ personId: id, role: 'juror' as const })));
    return this;
  }

  /** Its jury is not to know who made the ideas. */
  blind(): this {
    this.isBlind = true;
    return this;
  }

  /** Each idea is for so many of its jury. */
  readBy(readers: number): this {
    this.readers = readers;
    return this;
  }

  /** Anything else of the row. */
  being(changes: Partial<CampaignEntity>): this {
    Object.assign(this.campaign, changes);
    return this;
  }

  async save(manager: EntityManager): Promise<CampaignEntity> {
    const { campaign } = this;
    if (this.stage === 'draft') campaign.publishedAt = null;
    if (this.stage === 'closed') campaign.closedAt = new Date();
    if (this.stage === 'cancelled') Object.assign(campaign, { cancelledAt: new Date(), cancellationReason: 'No more.' });
    await manager.save(campaign);
    const before = this.passed();
    await manager.insert(CampaignPhaseEntity, this.kinds.map((kind, i) => ({ campaignId: campaign.id, kind, opensAt: daysFromNow(10 * (i - before) - 1), closesAt: daysFromNow(10 * (i - before) + 9) })));
    await manager.insert(CampaignRoleEntity, this.roles.map((role) => ({ campaignId: campaign.id, ...role })));
    const jurors = this.roles.filter(({ role }) => role === 'juror');
    await manager.insert(JuryMemberEntity, jurors.map(({ personId }) => ({ id: newId(), campaignId: campaign.id, personId, drawId: null, place: null, calledAt: new Date(), leftAt: null, leaving: null, reason: '' })));
    if (this.isBlind || this.readers) await manager.insert(CampaignJuryEntity, { campaignId: campaign.id, isBlind: this.isBlind, readers: this.readers });
    await manager.insert(CampaignAudienceEntity, this.meant.map((one) => ({ id: newId(), campaignId: campaign.id, ...one })));
    return campaign;
  }

  /** How many phases lie behind, such that the stage is that asked for. */
  private passed(): number {
    const place = this.kinds.findIndex((kind) => kind === this.stage);
    if (place >= 0) return place;
    if (this.stage === 'announced') return -1;
    return this.stage === 'over' || this.stage === 'closed' ? this.kinds.length : 0;
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Puts a campaign so that it stands at another stage, as if time had passed. */
export async function moveTo(manager: EntityManager, campaign: { id: string }, stage: PhaseKind | 'over'): Promise<void> {
  await manager.query(
    `UPDATE campaign_phase SET opens_at = opens_at - moved.by, closes_at = closes_at - moved.by
     FROM (SELECT CASE WHEN $2 = 'over' THEN max(closes_at) ELSE max(opens_at) FILTER (WHERE kind = $2) END - now() + interval '1 minute' AS by FROM campaign_phase WHERE campaign_id = $1) AS moved
     WHERE campaign_id = $1`,
    [campaign.id, stage],
  );
}

export const aCampaign = (people: { owner: Somebody; sponsor: Somebody }): CampaignBuilder => new CampaignBuilder(people);
