import { randomBytes } from 'node:crypto';
import { newId } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { BallotEnvelopeEntity } from '../vote/ballot-envelope.entity.ts';
import { BallotKeyEntity } from '../vote/ballot-key.entity.ts';
import { BallotEntity, type BallotKind } from '../vote/ballot.entity.ts';

/** Makes a ballot for a test: open, its results told as it goes, unless said otherwise. */
export class BallotBuilder {
  private readonly ballot: BallotEntity;
  private readonly envelopes: { department: string; amount: number }[] = [];

  constructor(campaign: { id: string }, kind: BallotKind) {
    const points = kind === 'points' ? { points: 10, maxPoints: 4 } : { points: null, maxPoints: null };
    this.ballot = Object.assign(new BallotEntity(), { id: newId(), campaignId: campaign.id, kind, isSecret: false, hidesResults: false, maxSupports: null, ...points, sealedAt: null });
    if (kind === 'budget') this.envelopes.push({ department: '', amount: 10_000 });
  }

  secret(): this {
    this.ballot.isSecret = true;
    return this;
  }

  hidden(): this {
    this.ballot.hidesResults = true;
    return this;
  }

  atMost(maxSupports: number): this {
    this.ballot.maxSupports = maxSupports;
    return this;
  }

  /** So much for the ideas of each department. */
  paying(amounts: Record<string, number>): this {
    this.envelopes.splice(0, this.envelopes.length, ...Object.entries(amounts).map(([department, amount]) => ({ department, amount })));
    return this;
  }

  async save(manager: EntityManager): Promise<BallotEntity> {
    await manager.insert(BallotEntity, this.ballot);
    await manager.insert(BallotEnvelopeEntity, this.envelopes.map((envelope) => ({ ballotId: this.ballot.id, ...envelope })));
    if (this.ballot.isSecret) await manager.insert(BallotKeyEntity, { ballotId: this.ballot.id, key: randomBytes(32) });
    return this.ballot;
  }
}

export const aBallot = (campaign: { id: string }, kind: BallotKind): BallotBuilder => new BallotBuilder(campaign, kind);
