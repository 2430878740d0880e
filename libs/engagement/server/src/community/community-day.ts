/** What happened in communities on one day. Whoever did something is there by the number that stands for them, as long as events are kept. */
export interface CommunityDay {
  /** The communities in which something happened, by their numbers, in their order. */
  community: Int32Array;
  /** Posts, comments and answers. */
  said: Int32Array;
  /** Comments, answers and reactions to somebody else, within a department and across. */
  within: Int32Array;
  across: Int32Array;
  /** Where those who did something in the i-th community begin among `people`, and those whom others addressed there, each in the order of their numbers; the next community's begin where they end. */
  active: Int32Array;
  addressed: Int32Array;
  people: Int32Array;
}

/** What happened in one community on a day. */
export interface LivedCommunity {
  number: number;
  said: number;
  within: number;
  across: number;
  /** Numbers of people, in order. */
  active: readonly number[];
  addressed: readonly number[];
}

const columns = 6;

/** How many communities, then column by column what is told of them and how many people of each kind, then all people, community by community. `lived`: in the order of their numbers. */
export function encodeCommunities(lived: readonly LivedCommunity[]): Buffer {
  const people = lived.reduce((so, { active, addressed }) => so + active.length + addressed.length, 0);
  const numbers = new Int32Array(1 + lived.length * columns + people);
  numbers[0] = lived.length;
  let next = 1 + lived.length * columns;
  lived.forEach(({ number, said, within, across, active, addressed }, i) => {
    [number, said, within, across, active.length, addressed.length].forEach((value, column) => (numbers[1 + column * lived.length + i] = value));
    numbers.set(active, next);
    numbers.set(addressed, next + active.length);
    next += active.length + addressed.length;
  });
  return Buffer.from(numbers.buffer);
}

export function decodeCommunities(bytes: Buffer): CommunityDay {
  // A copy, since what the database driver hands over need not begin where numbers may.
  const numbers = new Int32Array(Uint8Array.from(bytes).buffer);
  const count = numbers[0] ?? 0;
  const column = (i: number): Int32Array => numbers.subarray(1 + i * count, 1 + (i + 1) * count);
  const people = numbers.subarray(1 + columns * count);
  const [active, addressed] = [new Int32Array(count + 1), new Int32Array(count)];
  for (let i = 0; i < count; i += 1) {
    addressed[i] = (active[i] as number) + (column(4)[i] as number);
    active[i + 1] = (addressed[i] as number) + (column(5)[i] as number);
  }
  return { community: column(0), said: column(1), within: column(2), across: column(3), active, addressed, people };
}

/** The same without people. */
export const withoutPeople = ({ community, said, within, across }: CommunityDay): LivedCommunity[] =>
  [...community].map((number, i) => ({ number, said: said[i] as number, within: within[i] as number, across: across[i] as number, active: [], addressed: [] }));
