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

/** What an idea met: another one, how often it was preferred to it and how often the other way round. */
interface Meeting {
  other: number;
  won: number;
  lost: number;
}

/**
 * The strength of ideas that were compared in pairs (Bradley & Terry 1952), best first; of the same strength the older first (ids are in the order of time). Found by
 * the iteration of Newman (“Efficient Computation of Rankings from Pairwise Comparisons”, JMLR 24, 2023), which is there far sooner than Zermelo’s. The order in which
 * preferences come makes no difference.
 */
export function strengths(ids: readonly string[], preferences: readonly Preference[]): Strength[] {
  const known = ids.toSorted();
  const place = new Map(known.map((id, i) => [id, i]));
  const met = known.map(() => new Map<number, Meeting>());
  const meeting = (one: number, other: number): Meeting => {
    const seen = met[one]?.get(other) ?? { other, won: 0, lost: 0 };
    met[one]?.set(other, seen);
    return seen;
  };
  for (const { winner, loser, count } of preferences) {
    const [first, second] = [place.get(winner), place.get(loser)];
    if (first === undefined || second === undefined || first === second) continue;
    meeting(first, second).won += count;
    meeting(second, first).lost += count;
  }
  // Whole numbers are added exactly; sums of fractions depend on the order, so those whom an idea met have one.
  const meetings = met.map((of) => [...of.values()].toSorted((one, other) => one.other - other.other));
  const share = settled(meetings);
  return known
    .map((id, i) => {
      const own = meetings[i] ?? [];
      const wins = own.reduce((sum, { won }) => sum + won, 0);
      return { id, share: share[i] ?? 0, wins, comparisons: own.reduce((sum, { lost }) => sum + lost, wins) };
    })
    .toSorted((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1));
}

/** One idea after the other, until nothing changes any more; strengths are around 1, which is the middling one. */
function settled(meetings: readonly (readonly Meeting[])[]): number[] {
  const strength = meetings.map(() => 1);
  for (let round = 0, change = Infinity; round < mostRounds && change > precision; round += 1) {
    change = 0;
    for (const [i, of] of meetings.entries()) {
      const own = strength[i] ?? 1;
      let [gained, given] = [assumed / (own + 1), assumed / (own + 1)];
      for (const { other, won, lost } of of) {
        const theirs = strength[other] ?? 1;
        gained += (won * theirs) / (own + theirs);
        given += lost / (own + theirs);
      }
      const now = gained / given;
      change = Math.max(change, Math.abs(now - own) / now);
      strength[i] = now;
    }
  }
  const total = strength.reduce((sum, own) => sum + own, 0);
  return strength.map((own) => own / total);
}
