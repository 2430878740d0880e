/** How often an idea was preferred to another. */
export interface Preference {
  winner: string;
  loser: string;
  count: number;
}

export interface Strength {
  id: string;
  /** Of all ideas together 1; an idea of twice the strength is preferred two times in three. */
  share: number;
  wins: number;
  comparisons: number;
}

/** Each idea is taken to have been preferred so often to one of middling strength, and the other way round: whoever has won all comparisons, or was seen in few, is not thought infinitely strong. */
const assumed = 0.5;
const precision = 1e-13;
const mostRounds = 10_000;

/** Whom each idea met: those of idea `i` stand from `from[i]` to before `from[i + 1]`, with how often it was preferred to them and how often the other way round. */
interface Meetings {
  from: Int32Array;
  other: Int32Array;
  won: Float64Array;
  lost: Float64Array;
}

/**
 * The strength of ideas that were compared in pairs (Bradley & Terry 1952), best first; of the same strength the older first (ids are in the order of time). Found by
 * the iteration of Newman (“Efficient Computation of Rankings from Pairwise Comparisons”, JMLR 24, 2023), which is there far sooner than Zermelo’s. The order in which
 * preferences come makes no difference.
 */
export function strengths(ids: readonly string[], preferences: readonly Preference[]): Strength[] {
  const known = ids.toSorted();
  const meetings = meetingsOf(new Map(known.map((id, i) => [id, i])), preferences);
  const share = settled(meetings);
  return known
    .map((id, i) => {
      const [begin, end] = [meetings.from[i], meetings.from[i + 1]];
      const wins = sum(meetings.won.subarray(begin, end));
      return { id, share: share[i] ?? 0, wins, comparisons: wins + sum(meetings.lost.subarray(begin, end)) };
    })
    .toSorted((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1));
}

/** Whole numbers are added exactly; sums of fractions depend on the order, so those whom an idea met have one. */
function meetingsOf(place: ReadonlyMap<string, number>, preferences: readonly Preference[]): Meetings {
  const size = place.size;
  const wonBy = new Map<number, number>();
  for (const { winner, loser, count } of preferences) {
    const [first, second] = [place.get(winner), place.get(loser)];
    if (first === undefined || second === undefined || first === second) continue;
    const [there, back] = [first * size + second, second * size + first];
    wonBy.set(there, (wonBy.get(there) ?? 0) + count);
    if (!wonBy.has(back)) wonBy.set(back, 0);
  }
  const met = Float64Array.from(wonBy.keys()).sort();
  const meetings: Meetings = { from: new Int32Array(size + 1), other: new Int32Array(met.length), won: new Float64Array(met.length), lost: new Float64Array(met.length) };
  for (const [k, key] of met.entries()) {
    const [own, other] = [Math.floor(key / size), key % size];
    meetings.from[own + 1] = k + 1;
    meetings.other[k] = other;
    meetings.won[k] = wonBy.get(key) ?? 0;
    meetings.lost[k] = wonBy.get(other * size + own) ?? 0;
  }
  for (let i = 1; i <= size; i += 1) meetings.from[i] = Math.max(meetings.from[i] ?? 0, meetings.from[i - 1] ?? 0);
  return meetings;
}

/** One idea after the other, until nothing changes any more; strengths are around 1, which is the middling one. With thousands of ideas this is where the time goes: nothing is made in it. */
function settled({ from, other, won, lost }: Meetings): Float64Array {
  const strength = new Float64Array(from.length - 1).fill(1);
  for (let round = 0, change = Infinity; round < mostRounds && change > precision; round += 1) {
    change = 0;
    for (let i = 0; i < strength.length; i += 1) {
      const own = strength[i] as number;
      let gained = assumed / (own + 1);
      let given = gained;
      for (let k = from[i] as number; k < (from[i + 1] as number); k += 1) {
        const theirs = strength[other[k] as number] as number;
        const both = 1 / (own + theirs);
        gained += (won[k] as number) * theirs * both;
        given += (lost[k] as number) * both;
      }
      const now = gained / given;
      change = Math.max(change, Math.abs(now - own) / now);
      strength[i] = now;
    }
  }
  const total = sum(strength);
  return strength.map((own) => own / total);
}

const sum = (numbers: Float64Array): number => numbers.reduce((all, one) => all + one, 0);
