import { createHmac } from 'node:crypto';
import { Stream } from '../organisation/index.ts';
import type { TableCopier } from './copy-in.ts';

/** An idea that is voted on. */
export interface Voted {
  id: string;
  at: Date;
  authorId: string;
  department: string;
  cost: number;
}

export const ballotColumns: Record<string, string> = {
  idea_support: 'idea_id, person_id, created_at',
  ballot: 'id, campaign_id, kind, is_secret, hides_results, max_supports, points, max_points, sealed_at',
  ballot_envelope: 'ballot_id, department, amount',
  ballot_key: 'ballot_id, key',
  ballot_voter: 'ballot_id, person_id, voted_on',
  ballot_vote: 'ballot_id, voter, idea_id, person_id, mark',
  ballot_pair: 'ballot_id, voter, first_id, second_id, person_id, preferred',
};

const kinds = ['support', 'stars', 'grades', 'budget', 'pairs', 'points'] as const;
type Kind = (typeof kinds)[number];

/** Secret are those that the demo company has secret too; of these, the names of voters are made with a key. */
const secret: readonly Kind[] = ['stars', 'grades', 'points'];
/** At most so many vote; in a smaller company each gives more. */
const mostVoters = 20_000;
const maxPoints = 5;
/** Benches vote too: nobody comes to the end of what they may give. */
const spare = { points: 1_000, amount: 500_000 };

/** Writes the ballots of a campaign, one of each kind, with so many votes each. */
export class BallotRows {
  private readonly copier: TableCopier;
  private readonly parts: { idFrom(source: string, at: Date): string };
  private readonly campaignId: string;
  private readonly now: Date;
  private readonly isOver: boolean;

  constructor(copier: TableCopier, parts: { idFrom(source: string, at: Date): string }, { campaignId, now, isOver }: { campaignId: string; now: Date; isOver: boolean }) {
    this.copier = copier;
    this.parts = parts;
    this.campaignId = campaignId;
    this.now = now;
    this.isOver = isOver;
  }

  /** Answers how many support each idea. Nobody votes for their own. */
  async write(people: readonly { id: string }[], ideas: readonly Voted[], votes: number): Promise<number[]> {
    const voters = people.slice(0, mostVoters).map(({ id }) => id);
    const each = Math.ceil(votes / voters.length);
    const supports = ideas.map(() => 0);
    for (const [place, kind] of kinds.entries()) {
      const ballotId = this.parts.idFrom(`ballot:${this.campaignId}:${kind}`, this.now);
      const key = secret.includes(kind) ? Buffer.from(createHmac('sha256', 'bench').update(ballotId).digest()) : null;
      await this.ballot(ballotId, kind, { key, each });
      for (const [i, personId] of voters.entries()) {
        const draws = new Stream(29, place, i);
        const chosen = [...drawn(draws, ideas.length, each)].filter((one) => ideas[one]?.authorId !== personId);
        if (kind === 'support') {
          for (const one of chosen) supports[one] = (supports[one] ?? 0) + 1;
          for (const one of chosen) await this.copier.add('idea_support', [ideas[one]?.id ?? '', personId, this.now]);
        } else {
          await this.paper(ballotId, kind, { personId, key, draws, chosen: chosen.map((one) => ideas[one] as Voted) });
        }
      }
    }
    return supports;
  }

  private async ballot(id: string, kind: Kind, { key, each }: { key: Buffer | null; each: number }): Promise<void> {
    const points = kind === 'points' ? [maxPoints * each + spare.points, maxPoints] : [null, null];
    await this.copier.add('ballot', [id, this.campaignId, kind, key !== null, false, kind === 'support' ? 2 * each : null, ...points, this.isOver ? this.now : null]);
    if (kind === 'budget') await this.copier.add('ballot_envelope', [id, '', 1_000 * each + spare.amount]);
    if (key && !this.isOver) await this.copier.add('ballot_key', [id, hex(key)]);
  }

  private async paper(ballotId: string, kind: Kind, { personId, key, draws, chosen }: { personId: string; key: Buffer | null; draws: Stream; chosen: readonly Voted[] }): Promise<void> {
    const voter = hex(key ? createHmac('sha256', key).update(personId).digest() : Buffer.from(personId.replaceAll('-', ''), 'hex'));
    const named = key ? null : personId;
    await this.copier.add('ballot_voter', [ballotId, personId, this.now.toISOString().slice(0, 10)]);
    for (const [i, { id }] of chosen.entries()) {
      const other = chosen[(i + 1) % chosen.length]?.id ?? id;
      if (kind !== 'pairs') await this.copier.add('ballot_vote', [ballotId, voter, id, named, markOf(kind, draws)]);
      else if (chosen.length > 2) await this.copier.add('ballot_pair', [ballotId, voter, id < other ? id : other, id < other ? other : id, named, draws.weighted([1, 6, 3])]);
    }
  }
}

const markOf = (kind: Kind, draws: Stream): number => (kind === 'stars' ? 1 + draws.below(5) : kind === 'grades' ? draws.below(6) : kind === 'points' ? 1 + draws.below(maxPoints) : 1);

/** Some ideas are liked more than others. */
function drawn(draws: Stream, count: number, each: number): Set<number> {
  const places = new Set<number>();
  while (places.size < Math.min(each, count / 2)) places.add(Math.floor(count * draws.unit() ** 2));
  return places;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
