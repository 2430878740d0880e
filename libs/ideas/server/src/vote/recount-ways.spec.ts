import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballotKinds, type BallotKind } from './ballot.entity.ts';
import { ranked, type MarkCount } from './ranking.ts';
import { recounted, type RawVote } from './recount-ways.ts';
import { differencesOf } from './recount.ts';

const ideas = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, cost: [4_000, 4_000, 9_000, null, 2_500][i] ?? null, department: ['Forge', 'Kitchen', 'Forge', 'Forge', 'Kitchen'][i] ?? '' }));
const names = ideas.map(({ id }) => id);
const someEnvelopes = fc.constantFrom(new Map([['', 10_000]]), new Map([['Forge', 9_000], ['Kitchen', 6_000]]), new Map([['Forge', 5_000]]));
const ranges: Record<BallotKind, [number, number]> = { support: [1, 1], stars: [1, 5], grades: [0, 5], budget: [1, 1], points: [1, 9], pairs: [0, 0] };

/** Each voter once per idea, or once per pair, in any order. */
const someVotes = (kind: BallotKind): fc.Arbitrary<RawVote[]> =>
  kind === 'pairs'
    ? fc.uniqueArray(fc.tuple(fc.nat(15), fc.constantFrom(...names), fc.constantFrom(...names)).filter(([, winner, loser]) => winner !== loser), { selector: ([voter, winner, loser]) => `${voter} ${[winner, loser].toSorted()}`, maxLength: 80 })
        .map((rows) => rows.map(([voter, winnerId, loserId]) => ({ voter: String(voter), winnerId, loserId })))
    : fc.uniqueArray(fc.tuple(fc.nat(25), fc.constantFrom(...names, 'gone'), fc.integer({ min: ranges[kind][0], max: ranges[kind][1] })), { selector: ([voter, idea]) => `${voter} ${idea}`, maxLength: 80 })
        .map((rows) => rows.map(([voter, ideaId, mark]) => ({ voter: String(voter), ideaId, mark })));

const kindWithVotes = fc.constantFrom(...ballotKinds).chain((kind) => fc.tuple(fc.constant(kind), someVotes(kind), someEnvelopes));

function pages(kind: BallotKind, votes: readonly RawVote[], envelopes: ReadonlyMap<string, number>) {
  const marks = votes.flatMap((vote): MarkCount[] => ('mark' in vote ? [{ ideaId: vote.ideaId, mark: vote.mark, count: 1 }] : []));
  const summed = [...Map.groupBy(marks, ({ ideaId, mark }) => `${ideaId} ${mark}`).values()].map((same) => ({ ...(same[0] as MarkCount), count: same.length }));
  const pairs = votes.flatMap((vote) => ('winnerId' in vote ? [{ winner: vote.winnerId, loser: vote.loserId, count: 1 }] : []));
  return ranked({ kind, candidates: ideas, envelopes, marks: summed, pairs });
}

describe('a recount', () => {
  it('comes to what the pages say, by another way, whatever the ballots', () => {
    fc.assert(
      fc.property(kindWithVotes, ([kind, votes, envelopes]) => {
        expect(differencesOf(kind, recounted(kind, { votes, ideas, envelopes }), pages(kind, votes, envelopes))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the ballots, nor do the pages', () => {
    fc.assert(
      fc.property(kindWithVotes, ([kind, votes, envelopes]) => {
        expect(pages(kind, votes.toReversed(), envelopes)).toEqual(pages(kind, votes, envelopes));
        expect(differencesOf(kind, recounted(kind, { votes: votes.toReversed(), ideas: ideas.toReversed(), envelopes }), pages(kind, votes, envelopes))).toEqual([]);
      }),
    );
  });

  it('pays no more than each envelope holds', () => {
    fc.assert(
      fc.property(someVotes('budget'), someEnvelopes, (votes, envelopes) => {
        for (const [department, amount] of envelopes) {
          const paid = pages('budget', votes, envelopes).filter(({ isFunded, envelope }) => isFunded && envelope === department);
          expect(paid.reduce((sum, { cost }) => sum + (cost ?? 0), 0)).toBeLessThanOrEqual(amount);
        }
      }),
    );
  });

  it('tells what the pages have wrong', () => {
    const votes = [{ voter: '1', ideaId: 'a', mark: 5 }];
    const wrong = pages('stars', [{ voter: '1', ideaId: 'a', mark: 4 }], new Map());
    expect(differencesOf('stars', recounted('stars', { votes, ideas, envelopes: new Map() }), wrong)).toEqual(['stars a: counted rank 1, votes 1, figure 5; the pages say 1, 1, 4']);
    expect(differencesOf('stars', recounted('stars', { votes, ideas, envelopes: new Map() }), wrong.slice(1))).toHaveLength(2);
  });
});
