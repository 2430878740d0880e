import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Preference } from '../counting/bradley-terry.ts';
import { BallotEnvelopeEntity } from './ballot-envelope.entity.ts';
import type { BallotEntity } from './ballot.entity.ts';
import { ranked, type MarkCount, type Standing } from './ranking.ts';
import type { Candidate } from './vote-paper.ts';

/** What so many sealed ballots come to is kept so long, for as long as the same ideas stand: no vote is added to them any more, and everybody looks at once. */
const mostKept = 20;
const keptMs = 300_000;

interface Kept {
  of: string;
  until: number;
  standings: Promise<Standing[]>;
}

/** Counts ballots in the database. Whether the viewer is told is for the caller to know. */
@Injectable()
export class TallyQuery {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly dataSource: DataSource) {}

  /** The ideas that stand in the campaign, best first. */
  async standings(ballot: BallotEntity): Promise<Standing[]> {
    const candidates = await this.candidates(ballot.campaignId);
    // Support stays with the ideas, and moves when two of them become one.
    if (ballot.sealedAt === null || ballot.kind === 'support') return this.counted(ballot, candidates);
    const of = createHash('sha256').update(JSON.stringify(candidates)).digest('base64');
    const known = this.kept.get(ballot.id);
    if (known && known.of === of && known.until > Date.now()) return known.standings;
    const standings = this.counted(ballot, candidates);
    this.keep(ballot.id, { of, until: Date.now() + keptMs, standings });
    return standings;
  }

  private keep(id: string, counted: Kept): void {
    this.kept.delete(id);
    this.kept.set(id, counted);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest) this.kept.delete(oldest);
    // What failed is tried again.
    counted.standings.catch(() => this.kept.delete(id));
  }

  private async counted(ballot: BallotEntity, candidates: readonly Candidate[]): Promise<Standing[]> {
    const [envelopes, marks, pairs] = await Promise.all([this.envelopes(ballot), this.marks(ballot), this.pairs(ballot)]);
    return ranked({ kind: ballot.kind, candidates, envelopes, marks, pairs });
  }

  /** What was taken back or put away is not among them; its votes stay where they are. */
  candidates(campaignId: string): Promise<Candidate[]> {
    return this.dataSource.query(`SELECT id, cost, coalesce(department, '') AS department FROM idea WHERE campaign_id = $1 AND state = 'submitted' ORDER BY id`, [campaignId]);
  }

  async envelopes({ id, kind }: BallotEntity): Promise<Map<string, number>> {
    const envelopes = kind === 'budget' ? await this.dataSource.manager.findBy(BallotEnvelopeEntity, { ballotId: id }) : [];
    return new Map(envelopes.map(({ department, amount }) => [department, amount]));
  }

  private async marks({ id, kind, campaignId }: BallotEntity): Promise<MarkCount[]> {
    if (kind === 'pairs') return [];
    if (kind === 'support') {
      // Kept with the idea, counted anew whenever somebody supports it; a recount goes by the rows.
      return this.dataSource.query(`SELECT id AS "ideaId", 1 AS mark, support_count AS count FROM idea WHERE campaign_id = $1 AND state = 'submitted' AND support_count > 0`, [campaignId]);
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
