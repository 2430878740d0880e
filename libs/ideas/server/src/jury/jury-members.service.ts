import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, platformErrors, requiredText, Transactions, type Transaction } from '@parvis/platform/server';
import { IsNull } from 'typeorm';
import { CampaignLock, type HeldCampaign } from '../campaign/campaign-lock.ts';
import { CampaignRoleEntity } from '../campaign/campaign-role.entity.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { juryChanged } from '../ideas.events.ts';
import { phaseOf } from '../phase/campaign-stage.ts';
import { CampaignJuryEntity } from './campaign-jury.entity.ts';
import { JuryDrawEntity } from './jury-draw.entity.ts';
import { JuryMemberEntity, type Leaving } from './jury-member.entity.ts';
import { candidatesFor, inOrderOf, nextOf, take, type Seat } from './jury-seats.ts';
import { called, digestOf, listOf } from './lot.ts';

export interface DrawInput {
  campaignId: string;
  key: string;
  seats: number;
  perDepartment?: number | null;
  reason: string;
}

export const maxJurors = 100;
const maxReasonLength = 500;

/** Makes the jury of a campaign: names its members or has them drawn by lot, lets them go. Until its phase has closed: then the jury has judged. */
@Injectable()
export class JuryMembersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
  ) {}

  /**
   * Whether the jury is to judge without knowing who made the ideas, and how many of it read each idea at least (null: all); said while the campaign is prepared.
   * Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_FIXED, JURY_SEATS_INVALID (readers).
   */
  async arrange(viewer: Viewer, { campaignId, isBlind, readers }: { campaignId: string; isBlind: boolean; readers: number | null }): Promise<CampaignEntity> {
    if (readers !== null) requireNumber('readers', readers);
    return this.transactions.run(async (tx) => {
      const { campaign } = await this.lock.forCommand(tx, viewer, campaignId, 'prepare');
      if (campaign.publishedAt) throw ideasErrors.campaignFixed('isBlind');
      await tx.manager.upsert(CampaignJuryEntity, { campaignId: campaign.id, isBlind, readers }, ['campaignId']);
      return campaign;
    });
  }

  /** Calls colleagues to the jury; who serves already stays. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_NONE, JURY_OVER, JURY_TOO_LARGE, JUROR_INVALID. */
  async name(viewer: Viewer, { campaignId, personIds }: { campaignId: string; personIds: readonly string[] }): Promise<CampaignEntity> {
    const wanted = [...new Set(personIds.map((id) => checkedId('personIds', id)))];
    if (wanted.length > maxJurors) throw ideasErrors.juryTooLarge(maxJurors);
    return this.transactions.run(async (tx) => {
      const held = await this.holdJury(tx, viewer, campaignId);
      const { campaign, now } = held;
      const serving = await servingIn(tx, campaign.id);
      const fresh = wanted.filter((id) => !serving.has(id));
      await requireAble(tx, campaign, fresh);
      if (serving.size + fresh.length > maxJurors) throw ideasErrors.juryTooLarge(maxJurors);
      await take(tx, { campaignId: campaign.id, seats: fresh.map((personId) => ({ personId, drawId: null, place: null })), now });
      this.tell(tx, { campaign, byId: viewer.personId, calledIds: fresh, leftIds: [] });
      return campaign;
    });
  }

  /**
   * Draws members by lot among those whom the campaign is for (`candidatesFor`), at most `perDepartment` of one department. The server makes the seed once the campaign is locked; every draw stays listed. The
   * same key again returns what the first call did. Errors: as `name`, JURY_SEATS_INVALID with the field, JURY_NO_CANDIDATES, TEXT_REQUIRED (a second draw needs its reason), TEXT_TOO_LONG.
   */
  async draw(viewer: Viewer, input: DrawInput): Promise<CampaignEntity> {
    const { seats, perDepartment = null } = input;
    const key = checkedId('key', input.key);
    const reason = limited('reason', input.reason, maxReasonLength);
    requireNumber('seats', seats);
    if (perDepartment !== null) requireNumber('perDepartment', perDepartment);
    return this.transactions.run(async (tx) => {
      const held = await this.holdJury(tx, viewer, input.campaignId);
      const { campaign, now, stage } = held;
      const before = await tx.manager.find(JuryDrawEntity, { where: { campaignId: campaign.id }, select: { id: true, key: true } });
      if (before.some((draw) => draw.key === key)) return campaign;
      if (!campaign.publishedAt) throw ideasErrors.campaignNotNow('score', stage);
      if (before.length > 0 && !reason) throw platformErrors.textRequired('reason');
      if ((await servingIn(tx, campaign.id)).size + seats > maxJurors) throw ideasErrors.juryTooLarge(maxJurors);
      const stood = await candidatesFor(tx, campaign.id);
      if (stood.length === 0) throw ideasErrors.juryNoCandidates();
      const seed = randomBytes(16).toString('hex');
      const candidates = listOf(stood);
      const id = newId();
      const draw = { id, key, campaignId: campaign.id, byId: viewer.personId, seats, perDepartment, reason, seed, candidates, candidateCount: stood.length, digest: digestOf(candidates), createdAt: now };
      await tx.manager.insert(JuryDrawEntity, draw);
      const chosen = called(inOrderOf(stood, seed), { seats, perDepartment });
      await take(tx, { campaignId: campaign.id, seats: chosen.map(({ id: personId, place }) => ({ personId, drawId: id, place })), now });
      this.tell(tx, { campaign, byId: viewer.personId, calledIds: chosen.map((person) => person.id), leftIds: [] });
      return campaign;
    });
  }

  /** A juror gives their place back; what they gave so far does not count. Of a draw, the next takes it. Who has declined already has. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_OVER. */
  async decline(viewer: Viewer, campaignId: string): Promise<CampaignEntity> {
    return this.transactions.run(async (tx) => {
      const held = await this.lock.forCommand(tx, viewer, campaignId, 'decline', async ({ campaign, roles }) => !roles.includes('juror') && (await tx.manager.existsBy(JuryMemberEntity, { campaignId: campaign.id, personId: viewer.personId, leaving: 'declined' })));
      if (!held.roles.includes('juror')) return held.campaign;
      requireSitting(held);
      return this.let(tx, held, { byId: viewer.personId, personId: viewer.personId, leaving: 'declined', reason: '' });
    });
  }

  /** Takes a juror off the jury, for a reason that everybody reads; what they gave does not count. Of a draw, the next takes the place. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_OVER, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async dismiss(viewer: Viewer, { campaignId, personId, reason }: { campaignId: string; personId: string; reason: string }): Promise<CampaignEntity> {
    const why = requiredText('reason', reason, maxReasonLength);
    const juror = checkedId('personId', personId);
    return this.transactions.run(async (tx) => {
      const held = await this.holdJury(tx, viewer, campaignId);
      return this.let(tx, held, { byId: viewer.personId, personId: juror, leaving: 'dismissed', reason: why });
    });
  }

  /** Who does not serve any more has left already: the same again changes nothing. */
  private async let(tx: Transaction, { campaign, now }: HeldCampaign, { byId, personId, leaving, reason }: { byId: string; personId: string; leaving: Leaving; reason: string }): Promise<CampaignEntity> {
    const member = await tx.manager.findOneBy(JuryMemberEntity, { campaignId: campaign.id, personId, leftAt: IsNull() });
    if (!member) return campaign;
    await tx.manager.update(JuryMemberEntity, { id: member.id }, { leftAt: now, leaving, reason });
    await tx.manager.delete(CampaignRoleEntity, { campaignId: campaign.id, personId, role: 'juror' });
    const draw = member.drawId ? await tx.manager.findOneByOrFail(JuryDrawEntity, { id: member.drawId }) : null;
    const next: Seat | null = draw && (await nextOf(tx, draw));
    if (next) await take(tx, { campaignId: campaign.id, seats: [next], now });
    this.tell(tx, { campaign, byId, calledIds: next ? [next.personId] : [], leftIds: [personId] });
    return campaign;
  }

  /** Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, JURY_NONE, JURY_OVER. */
  private async holdJury(tx: Transaction, viewer: Viewer, campaignId: string): Promise<HeldCampaign> {
    const held = await this.lock.forCommand(tx, viewer, campaignId, 'appoint');
    requireSitting(held);
    return held;
  }

  private tell(tx: Transaction, { campaign, byId, calledIds, leftIds }: { campaign: CampaignEntity; byId: string; calledIds: string[]; leftIds: string[] }): void {
    if (calledIds.length + leftIds.length > 0) tx.emit(juryChanged({ campaignId: campaign.id, byId, calledIds, leftIds }));
  }
}

/** Errors: JURY_NONE, JURY_OVER. */
function requireSitting(held: HeldCampaign): void {
  const phase = phaseOf(held, 'jury');
  if (!phase) throw ideasErrors.juryNone();
  if (held.campaign.publishedAt && phase.closesAt <= held.now) throw ideasErrors.juryOver();
}

async function servingIn(tx: Transaction, campaignId: string): Promise<Set<string>> {
  const roles = await tx.manager.findBy(CampaignRoleEntity, { campaignId, role: 'juror' });
  return new Set(roles.map(({ personId }) => personId));
}

/** They work here, and neither run the campaign, nor help to, nor decide about its ideas. Errors: JUROR_INVALID. */
async function requireAble(tx: Transaction, { id, ownerId, sponsorId }: CampaignEntity, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const rows: unknown[] = await tx.manager.query(
    `SELECT 1 FROM person WHERE id = ANY($1) AND deactivated_at IS NULL AND NOT EXISTS (SELECT 1 FROM campaign_role held WHERE held.campaign_id = $2 AND held.person_id = person.id AND held.role = 'moderator')`,
    [personIds, id],
  );
  if (rows.length < personIds.length || personIds.includes(ownerId) || (sponsorId && personIds.includes(sponsorId))) throw ideasErrors.jurorInvalid();
}

/** Errors: JURY_SEATS_INVALID. */
function requireNumber(field: 'seats' | 'perDepartment' | 'readers', value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > maxJurors) throw ideasErrors.jurySeatsInvalid(field);
}
