import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, IsNull } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { clockOf } from '../campaign/campaign-lock.ts';
import { campaignCancelled, campaignTurned } from '../ideas.events.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { inOrder } from '../phase/phases.ts';
import { ballotState } from './ballot-course.ts';
import { BallotKeyEntity } from './ballot-key.entity.ts';
import { BallotEntity } from './ballot.entity.ts';
import { voterOf } from './voter.ts';

/**
 * Seals ballots whose votes are all in: as their phase closes, and before anybody is told a result. Waits for those who were voting, takes out what authors gave
 * ideas that became theirs meanwhile, writes the rows of a secret ballot anew in an order that tells nothing, and destroys its key.
 */
@Injectable()
export class BallotSealing implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.events.on(campaignTurned, ({ campaignId }) => this.seal(campaignId));
    this.events.on(campaignCancelled, ({ campaignId }) => this.seal(campaignId));
  }

  /** Nothing happens to those that are sealed or still open. */
  async seal(campaignId: string): Promise<void> {
    if (!(await this.dataSource.manager.existsBy(BallotEntity, { campaignId, sealedAt: IsNull() }))) return;
    await this.transactions.run(async (tx) => {
      const campaign = await tx.manager.createQueryBuilder(CampaignEntity, 'campaign').where('campaign.id = :campaignId', { campaignId }).setLock('for_no_key_update').getOne();
      if (!campaign) return;
      const phases = inOrder(await tx.manager.findBy(CampaignPhaseEntity, { campaignId }));
      const now = await clockOf(tx);
      for (const ballot of await tx.manager.findBy(BallotEntity, { campaignId, sealedAt: IsNull() })) {
        const state = ballotState({ ...campaign, phases }, ballot.kind, now);
        if (state === 'over' || state === 'void') await close(tx, ballot, now);
      }
    });
  }
}

async function close(tx: Transaction, ballot: BallotEntity, now: Date): Promise<void> {
  const held = await tx.manager.findOneBy(BallotKeyEntity, { ballotId: ballot.id });
  if (!ballot.isSecret || held) await takeOutOwn(tx, ballot, held?.key ?? null);
  if (ballot.isSecret) {
    await inNoOrder(tx, { table: 'ballot_vote', order: 'voter, idea_id', ballot });
    await inNoOrder(tx, { table: 'ballot_pair', order: 'voter, first_id, second_id', ballot });
    await inNoOrder(tx, { table: 'ballot_voter', order: 'person_id', ballot });
    await tx.manager.delete(BallotKeyEntity, { ballotId: ballot.id });
  }
  await tx.manager.update(BallotEntity, ballot.id, { sealedAt: now });
}

/** Nobody judges their own idea, not even one that they joined after they had voted. */
async function takeOutOwn(tx: Transaction, ballot: BallotEntity, key: Buffer | null): Promise<void> {
  const made: { ideaId: string; personId: string }[] = await tx.manager.query(
    `SELECT made.idea_id AS "ideaId", made.person_id AS "personId" FROM idea_author made JOIN idea ON idea.id = made.idea_id WHERE idea.campaign_id = $1 AND made.standing = 'author'`,
    [ballot.campaignId],
  );
  const own = [ballot.id, made.map(({ ideaId }) => ideaId), made.map(({ personId }) => voterOf(personId, key))];
  await tx.manager.query(`DELETE FROM ballot_vote given USING unnest($2::uuid[], $3::bytea[]) AS own (idea_id, voter) WHERE given.ballot_id = $1 AND given.idea_id = own.idea_id AND given.voter = own.voter`, own);
  await tx.manager.query(
    `DELETE FROM ballot_pair given USING unnest($2::uuid[], $3::bytea[]) AS own (idea_id, voter) WHERE given.ballot_id = $1 AND own.idea_id IN (given.first_id, given.second_id) AND given.voter = own.voter`,
    own,
  );
  await tx.manager.query(
    `DELETE FROM ballot_voter took USING unnest($2::uuid[], $3::bytea[]) AS own (person_id, voter) WHERE took.ballot_id = $1 AND took.person_id = own.person_id
       AND NOT EXISTS (SELECT 1 FROM ballot_vote given WHERE given.ballot_id = $1 AND given.voter = own.voter) AND NOT EXISTS (SELECT 1 FROM ballot_pair given WHERE given.ballot_id = $1 AND given.voter = own.voter)`,
    [ballot.id, made.map(({ personId }) => personId), own[2]],
  );
  if (ballot.kind === 'support') await takeBackOwnSupport(tx, ballot.campaignId);
}

async function takeBackOwnSupport(tx: Transaction, campaignId: string): Promise<void> {
  await tx.manager.query(
    `WITH own AS (DELETE FROM idea_support given USING idea_author made, idea
       WHERE idea.campaign_id = $1 AND given.idea_id = idea.id AND made.idea_id = idea.id AND made.person_id = given.person_id AND made.standing = 'author' RETURNING given.idea_id)
     UPDATE idea SET support_count = support_count - gone.count FROM (SELECT idea_id, count(*)::int AS count FROM own GROUP BY idea_id) AS gone WHERE idea.id = gone.idea_id`,
    [campaignId],
  );
}

/** Rows lie in the order in which they were written, each with the number of its transaction: votes beside voters. Written anew together, in the order of what they hold, they no longer tell. */
async function inNoOrder(tx: Transaction, { table, order, ballot }: { table: string; order: string; ballot: BallotEntity }): Promise<void> {
  await tx.manager.query(`CREATE TEMP TABLE sealed ON COMMIT DROP AS SELECT * FROM ${table} WHERE ballot_id = '${ballot.id}'`);
  await tx.manager.query(`DELETE FROM ${table} WHERE ballot_id = $1`, [ballot.id]);
  await tx.manager.query(`INSERT INTO ${table} SELECT * FROM sealed ORDER BY ${order}`);
  await tx.manager.query(`DROP TABLE sealed`);
}
