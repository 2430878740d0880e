import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Preference } from '../counting/bradley-terry.ts';
import { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { ranked, type MarkCount, type Standing } from './ranking.ts';
import type { Candidate } from './vote-paper.ts';

/** Counts ballots in the database. Whether the viewer is told is for the caller to know. */
@Injectable()
export class TallyQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The ideas that stand in the campaign, best first. */
  async standings(ballot: BallotEntity): Promise<Standing[]> {
    const [candidates, envelopes, marks, pairs] = await Promise.all([this.candidates(ballot.campaignId), this.envelopes(ballot), this.marks(ballot), this.pairs(ballot)]);
    return ranked({ kind: ballot.kind, candidates, envelopes, marks, pairs });
  }

  /** What was taken back or put away is not among them; its votes stay where they are. */
  candidates(campaignId: string): Promise<Candidate[]> {
    return this.dataSource.query(`SELECT id, cost, coalesce(department, '') AS department FROM idea WHERE campaign_id = $1 AND state = 'submitted'`, [campaignId]);
  }

  async envelopes({ id, kind }: BallotEntity): Promise<Map<string, number>> {
    const envelopes = kind === 'budget' ? await this.dataSource.manager.findBy(BallotEnvelopeEntity, { ballotId: id }) : [];
    return new Map(envelopes.map(({ department, amount }) => [department, amount]));
  }

  private async marks({ id, kind, campaignId }: BallotEntity): Promise<MarkCount[]> {
    if (kind === 'pairs') return [];
    if (kind === 'support') {
      return this.dataSource.query(
        `SELECT given.idea_id AS "ideaId", 1 AS mark, count(*)::int AS count FROM idea JOIN idea_support given ON given.idea_id = idea.id WHERE idea.campaign_id = $1 AND idea.state = 'submitted' GROUP BY given.idea_id`,
        [campaignId],
      );
    }
    return this.dataSource.query(`SELECT idea_id AS "ideaId", mark, count(*)::int AS count FROM ballot_vote WHERE ballot_id = $1 GROUP BY idea_id, mark`, [id]);
  }

  private async pairs({ id, kind }: BallotEntity): Promise<Preference[]> {
    if (kind !== 'pairs') return [];
    return this.dataSource.query(
      `SELECT CASE preferred WHEN 1 THEN first_id ELSE second_id END AS winner, CASE preferred WHEN 1 THEN second_id ELSE first_id END AS loser, count(*)::int AS count
       FROM ballot_pair WHERE ballot_id = $1 AND preferred <> 0 GROUP BY first_id, second_id, preferred`,
      [id],
    );
  }
}
