import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { CampaignLock } from '../campaign/campaign-lock.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import { BallotKeyEntity } from './ballot-key.entity.ts';
import { BallotEntity } from './ballot.entity.ts';
import type { Candidate, Envelopes } from './vote-paper.ts';
import { voterOf } from './voter.ts';

/** The voting paper of the viewer, which nobody else changes until the transaction ends. */
export interface HeldPaper {
  ballot: BallotEntity;
  envelopes: Envelopes;
  voter: Buffer;
  /** Null in a secret ballot. */
  personId: string | null;
}

/** The only way to a voting paper. */
@Injectable()
export class BallotLock {
  constructor(private readonly campaigns: CampaignLock) {}

  /** Many vote at a time, each on one paper at a time; whoever waited until the close is too late. Errors: ID_INVALID, BALLOT_NOT_FOUND, CAMPAIGN_NOT_NOW. */
  async forVoter(tx: Transaction, viewer: Viewer, id: string): Promise<HeldPaper> {
    const seen = await tx.manager
      .createQueryBuilder(BallotEntity, 'ballot')
      .where('ballot.id = :id', { id: checkedId('ballotId', id) })
      .andWhere(`EXISTS (SELECT 1 FROM campaign asked WHERE asked.id = ballot.campaign_id AND ${campaignVisibleTo('asked', ':viewerId')})`, { viewerId: viewer.personId })
      .getOne();
    if (!seen) throw ideasErrors.ballotNotFound();
    const { stage } = await this.campaigns.forTakingPart(tx, viewer, { field: 'ballotId', id: seen.campaignId, action: 'vote' });
    // Again, now that it stays: a draft’s may have been replaced, and one that is sealed has no key.
    const ballot = await tx.manager.findOneBy(BallotEntity, { id: seen.id });
    if (!ballot) throw ideasErrors.ballotNotFound();
    const held = ballot.isSecret ? await tx.manager.findOneBy(BallotKeyEntity, { ballotId: ballot.id }) : null;
    if (ballot.sealedAt || (ballot.isSecret && !held)) throw ideasErrors.campaignNotNow('vote', stage);
    const voter = voterOf(viewer.personId, held?.key ?? null);
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ideas.paper ${ballot.id} ${voter.toString('hex')}`]);
    const envelopes = ballot.kind === 'budget' ? await tx.manager.findBy(BallotEnvelopeEntity, { ballotId: ballot.id }) : [];
    return { ballot, envelopes: new Map(envelopes.map(({ department, amount }) => [department, amount])), voter, personId: ballot.isSecret ? null : viewer.personId };
  }

  /** Those among the ideas that stand in the campaign, with whether the viewer makes them. */
  async candidates(tx: Transaction, viewer: Viewer, { campaignId, ids }: { campaignId: string; ids: readonly string[] }): Promise<(Candidate & { isOwn: boolean })[]> {
    return tx.manager.query(
      `SELECT idea.id, idea.cost, coalesce(idea.department, '') AS department,
              EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = idea.id AND made.person_id = $1 AND made.standing = 'author') AS "isOwn"
       FROM idea WHERE idea.id = ANY($3) AND idea.campaign_id = $2 AND idea.state = 'submitted'`,
      [viewer.personId, campaignId, ids],
    );
  }
}
