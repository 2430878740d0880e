import type { BallotKind } from './ballot.entity.ts';

/** A ballot as it lies in the database: what one voter gave one idea, or (in pairs) which of two they prefer. */
export type RawVote = { voter: string; ideaId: string; mark: number } | { voter: string; winnerId: string; loserId: string };

export interface RawIdea {
  id: string;
  cost: number | null;
  department: string;
}

/** What a recount finds of an idea: the figure that decides, and how many said so. */
export interface Recounted {
  ideaId: string;
  rank: number;
  votes: number;
  /** Stars: the mean. Grades: the median, 0 the best. Budget: 1 when it is paid. Points: how many. Pairs: its share of the strength. Support: how many. */
  figure: number | null;
}

interface Counted extends Omit<Recounted, 'rank'> {
  marks: number[];
}

/**
 * Counts ballots one by one, in other ways than the pages: it shares nothing with `ranking.ts` and `counting/`. `envelopes` by department; the empty name is that of everybody.
 */
export function recounted(kind: BallotKind, { votes, ideas, envelopes }: { votes: Iterable<RawVote>; ideas: readonly RawIdea[]; envelopes: ReadonlyMap<string, number> }): Recounted[] {
  if (kind === 'pairs') return placed(comparedOnes(votes, ideas), (one, other) => (Math.abs((one.figure ?? 0) - (other.figure ?? 0)) <= 1e-9 * Math.max(one.figure ?? 0, other.figure ?? 0) ? 0 : (other.figure ?? 0) - (one.figure ?? 0)));
  const counted = new Map<string, Counted>(ideas.map(({ id }) => [id, { ideaId: id, votes: 0, figure: null, marks: [] }]));
  for (const vote of votes) if ('mark' in vote) counted.get(vote.ideaId)?.marks.push(vote.mark);
  const rows = [...counted.values()];
  for (const row of rows) row.votes = row.marks.length;
  if (kind === 'budget') return basketed(rows, ideas, envelopes);
  for (const row of rows) row.figure = figureOf(kind, row);
  const byVotes = (one: Counted, other: Counted): number => other.votes - one.votes;
  const byFigure = (one: Counted, other: Counted): number => (other.figure ?? -1) - (one.figure ?? -1);
  if (kind === 'grades') return placed(rows, byRemoval);
  return placed(rows, kind === 'support' ? byVotes : (one, other) => byFigure(one, other) || byVotes(one, other));
}

function figureOf(kind: BallotKind, { marks }: Counted): number | null {
  const sum = marks.reduce((total, mark) => total + mark, 0);
  if (kind === 'points') return sum;
  if (kind === 'support') return marks.length;
  if (marks.length === 0) return null;
  return kind === 'stars' ? sum / marks.length : (marks.toSorted((one, other) => one - other)[Math.floor(marks.length / 2)] ?? null);
}

/** Majority judgment as it is told: the middle ballot of each is read and laid aside, until they differ; with different numbers of ballots, each of one counts as often as the other has. */
function byRemoval(one: Counted, other: Counted): number {
  const [first, second] = [one.marks.toSorted((a, b) => a - b), other.marks.toSorted((a, b) => a - b)];
  if (first.length === 0 || second.length === 0) return Number(first.length === 0) - Number(second.length === 0);
  const total = first.length * second.length;
  for (let [low, high] = [0, total]; low < high; ) {
    // What is laid aside is always the middle one of those between low and high: see `aside`.
    const place = aside(total, total - (high - low));
    const difference = (first[Math.floor(place / second.length)] ?? 0) - (second[Math.floor(place / first.length)] ?? 0);
    if (difference !== 0) return difference;
    low += 1;
  }
  return 0;
}

/** Which of `total` ballots in a row is the middle one once `gone` were laid aside: first the middle one (the lower of two), then by turns the next on either side. */
function aside(total: number, gone: number): number {
  const middle = Math.floor(total / 2);
  const step = Math.ceil(gone / 2);
  const isWorseSide = total % 2 === 0 ? gone % 2 === 0 : gone % 2 === 1;
  return isWorseSide ? middle + step : middle - step;
}

function basketed(rows: Counted[], ideas: readonly RawIdea[], envelopes: ReadonlyMap<string, number>): Recounted[] {
  const of = new Map(ideas.map((idea) => [idea.id, { cost: idea.cost ?? 0, envelope: envelopes.has('') ? '' : idea.department }]));
  const costOf = (row: Counted): number => of.get(row.ideaId)?.cost ?? 0;
  const compare = (one: Counted, other: Counted): number => other.votes - one.votes || costOf(one) - costOf(other);
  const voted = rows.filter((row) => costOf(row) > 0 && costOf(row) <= (envelopes.get(of.get(row.ideaId)?.envelope ?? '') ?? 0));
  const spent = new Map<string, number>();
  return placed(voted, compare).map((row) => {
    const { cost = 0, envelope = '' } = of.get(row.ideaId) ?? {};
    const sum = (spent.get(envelope) ?? 0) + cost;
    const isPaid = row.votes > 0 && sum <= (envelopes.get(envelope) ?? 0);
    if (isPaid) spent.set(envelope, sum);
    return { ...row, figure: isPaid ? 1 : 0 };
  });
}

/** Bradley & Terry by Zermelo's iteration (1929), slower than the one of the pages and with the same end. */
function comparedOnes(votes: Iterable<RawVote>, ideas: readonly RawIdea[]): Counted[] {
  const place = new Map(ideas.map(({ id }, i) => [id, i]));
  const met = ideas.map(() => new Map<number, number>());
  const wins = ideas.map(() => 0);
  const seen = ideas.map(() => 0);
  for (const vote of votes) {
    if (!('winnerId' in vote)) continue;
    const [winner, loser] = [place.get(vote.winnerId), place.get(vote.loserId)];
    if (winner === undefined || loser === undefined) continue;
    wins[winner] = (wins[winner] ?? 0) + 1;
    for (const [one, other] of [[winner, loser], [loser, winner]] as const) {
      met[one]?.set(other, (met[one].get(other) ?? 0) + 1);
      seen[one] = (seen[one] ?? 0) + 1;
    }
  }
  let strength = ideas.map(() => 1);
  for (let round = 0, change = 1; round < 200_000 && change > 1e-12; round += 1) {
    const next = strength.map((own, i) => {
      // Half a time preferred to an idea of strength 1, and half a time not.
      let sum = 1 / (own + 1);
      for (const [other, times] of met[i] ?? []) sum += times / (own + (strength[other] ?? 1));
      return ((wins[i] ?? 0) + 0.5) / sum;
    });
    change = Math.max(0, ...next.map((now, i) => Math.abs(now - (strength[i] ?? 1)) / now));
    strength = next;
  }
  const total = strength.reduce((sum, own) => sum + own, 0);
  return ideas.map(({ id }, i) => ({ ideaId: id, votes: seen[i] ?? 0, figure: (strength[i] ?? 1) / total, marks: [] }));
}

function placed(rows: readonly Counted[], compare: (one: Counted, other: Counted) => number): Recounted[] {
  const ordered = rows.toSorted((one, other) => compare(one, other) || (one.ideaId < other.ideaId ? -1 : 1));
  const places: Recounted[] = [];
  for (const [i, { ideaId, votes, figure }] of ordered.entries()) {
    const before = ordered[i - 1];
    const isSame = before !== undefined && compare(before, ordered[i] as Counted) === 0;
    places.push({ ideaId, votes, figure, rank: isSame ? (places[i - 1]?.rank ?? 1) : i + 1 });
  }
  return places;
}
