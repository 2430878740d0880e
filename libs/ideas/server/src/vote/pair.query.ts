import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import type { BallotEntity } from './ballot.entity.ts';
import { BallotQuery } from './ballot.query.ts';
import { nextPair, type Shown } from './next-pair.ts';

/** In a campaign with more ideas than that, each voter is shown pairs among so many, drawn for them. */
const mostShown = 200;

/** Which ideas a voter compares. */
@Injectable()
export class PairQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ballots: BallotQuery,
  ) {}

  /** The two ideas to compare next, never one's own; null: the viewer has compared them all, or the ballot is of another kind. */
  async next(viewer: Viewer, ballot: BallotEntity): Promise<[string, string] | null> {
    if (ballot.kind !== 'pairs') return null;
    const [ideas, compared] = await Promise.all([this.shown(viewer, ballot), this.compared(viewer, ballot)]);
    return nextPair(ideas, compared);
  }

  /** What the viewer has compared already. */
  async compared(viewer: Viewer, ballot: BallotEntity): Promise<[string, string][]> {
    const voter = (await this.ballots.voters(viewer, [ballot])).get(ballot.id);
    if (!voter || ballot.kind !== 'pairs') return [];
    const rows: { firstId: string; secondId: string }[] = await this.dataSource.query(`SELECT first_id AS "firstId", second_id AS "secondId" FROM ballot_pair WHERE ballot_id = $1 AND voter = $2`, [ballot.id, voter]);
    return rows.map(({ firstId, secondId }) => [firstId, secondId]);
  }

  private shown(viewer: Viewer, { id, campaignId }: BallotEntity): Promise<Shown[]> {
    return this.dataSource.query(
      `SELECT drawn.id, ((SELECT count(*) FROM ballot_pair met WHERE met.first_id = drawn.id AND met.ballot_id = $1) + (SELECT count(*) FROM ballot_pair met WHERE met.second_id = drawn.id AND met.ballot_id = $1))::int AS times
       FROM (SELECT idea.id FROM idea WHERE idea.campaign_id = $2 AND idea.state = 'submitted'
               AND NOT EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = idea.id AND made.person_id = $3 AND made.standing = 'author')
             ORDER BY md5(idea.id::text || $3::text) LIMIT $4) AS drawn
       ORDER BY md5(drawn.id::text || $3::text)`,
      [id, campaignId, viewer.personId, mostShown],
    );
  }
}
