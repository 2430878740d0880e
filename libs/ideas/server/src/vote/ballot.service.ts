import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { newId, Transactions, type Transaction } from '@parvis/platform/server';
import { CampaignLock, type HeldCampaign } from '../campaign/campaign-lock.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { campaignChanged } from '../ideas.events.ts';
import { phaseOf } from '../phase/campaign-stage.ts';
import { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import { BallotKeyEntity } from './ballot-key.entity.ts';
import { checkedBallots, type BallotPlan, type CheckedBallot } from './ballot-plan.ts';
import { BallotEntity } from './ballot.entity.ts';

/** Chooses how a campaign decides, while it is prepared. */
@Injectable()
export class BallotService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
  ) {}

  /** The ways of deciding from now on, all of them. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_FIXED (published), BALLOT_TWICE, BALLOT_LIMIT_INVALID, BALLOT_ENVELOPES_INVALID. */
  async choose(viewer: Viewer, campaignId: string, plans: readonly BallotPlan[]): Promise<CampaignEntity> {
    const ballots = checkedBallots(plans);
    return this.transactions.run(async (tx) => {
      const { campaign } = await this.lock.forCommand(tx, viewer, campaignId, 'prepare');
      if (campaign.publishedAt) throw ideasErrors.campaignFixed('ballots');
      await requireDepartments(tx, ballots);
      await replaceBallots(tx, campaign.id, ballots);
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }
}

/** As a campaign is published for which no way of deciding was chosen: a time to vote needs one, which is support. */
export async function withBallots(tx: Transaction, { campaign, phases }: Pick<HeldCampaign, 'campaign' | 'phases'>): Promise<void> {
  if (phaseOf({ phases }, 'vote')) await replaceBallots(tx, campaign.id, [{ kind: 'support', isSecret: false, hidesResults: false, maxSupports: null, points: null, maxPoints: null, envelopes: [] }]);
}

async function requireDepartments(tx: Transaction, ballots: readonly CheckedBallot[]): Promise<void> {
  const names = ballots.flatMap(({ envelopes }) => envelopes.map(({ department }) => department)).filter(Boolean);
  const [found]: { count: number }[] = await tx.manager.query(`SELECT count(DISTINCT department)::int AS count FROM person WHERE department = ANY($1) AND deactivated_at IS NULL`, [names]);
  if (found?.count !== names.length) throw ideasErrors.envelopesInvalid();
}

async function replaceBallots(tx: Transaction, campaignId: string, ballots: readonly CheckedBallot[]): Promise<void> {
  await tx.manager.delete(BallotEntity, { campaignId });
  for (const { envelopes, ...ballot } of ballots) {
    const id = newId();
    await tx.manager.insert(BallotEntity, { ...ballot, id, campaignId, sealedAt: null });
    await tx.manager.insert(BallotEnvelopeEntity, envelopes.map((envelope) => ({ ballotId: id, ...envelope })));
    if (ballot.isSecret) await tx.manager.insert(BallotKeyEntity, { ballotId: id, key: randomBytes(32) });
  }
}
