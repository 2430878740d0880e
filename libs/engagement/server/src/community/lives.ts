import type { RolledDay } from '../day/rolled-days.ts';
import type { Period } from '../period/period.ts';
import type { CommunityDay } from './community-day.ts';
import { indexIn } from '../day/index-in.ts';
import type { Members } from './members.ts';
import type { DayOfJoining } from './newcomer-pools.ts';
import type { KnownCommunity } from './rolled-members.ts';

/** How a community lives in a period. */
export interface Life {
  /** Of the period on which the community was there, and those of them on which something was said. */
  days: number;
  daysWithWords: number;
  within: number;
  across: number;
  /** Enough of its members did something lately. */
  isAlive: boolean;
}

interface Asked {
  communities: readonly KnownCommunity[];
  /** Of the period and of the last `aliveDays`, in their order. */
  days: readonly RolledDay<CommunityDay>[];
  period: Pick<Period, 'first' | 'last'>;
  minGroup: number;
}

/** For a community to be alive: this part of its members did something in so many days. */
const alivePart = 0.05;
export const aliveDays = 30;

/** The lives of the communities that are there on the last day and have enough members then. */
export function livesOf({ communities, days, period: { first, last }, minGroup }: Asked): Life[] {
  const told = communities.flatMap((community) => {
    const { created, archived } = community;
    const members = created <= last && (archived ?? Infinity) > last ? membersOn(community.members, last) : 0;
    return members >= minGroup ? { community, members, days: last - Math.max(first, created) + 1 } : [];
  });
  // Days know communities by numbers; those that are not told of count in a column of their own, that nobody reads.
  const greatest = days.reduce((so, { held }) => Math.max(so, held.community.at(-1) ?? 0), 0);
  const toldAs = new Int32Array(greatest + 1).fill(told.length);
  for (const [at, { community }] of told.entries()) for (const number of community.numbers) if (number <= greatest) toldAs[number] = at;
  const counts = countsOf(days.filter(({ day }) => day >= first), toldAs, told.length);
  const active = activeOf(days.filter(({ day }) => day > last - aliveDays), toldAs, told, last);
  return told.map(({ members, days: there }, at) => ({
    days: there, daysWithWords: counts.daysWithWords[at] as number, within: counts.within[at] as number, across: counts.across[at] as number, isAlive: (active[at] as number) >= members * alivePart,
  }));
}

/** What happened in each of the communities that are told of, and in all others together. */
function countsOf(days: readonly RolledDay<CommunityDay>[], toldAs: Int32Array, others: number): Record<'daysWithWords' | 'within' | 'across', Int32Array> {
  const column = (): Int32Array => new Int32Array(others + 1);
  const [counts, lastWithWords] = [{ daysWithWords: column(), within: column(), across: column() }, column().fill(-0x80000000)];
  for (const { day, held: { community, said, within, across } } of days) {
    for (let i = 0; i < community.length; i += 1) {
      const at = toldAs[community[i] as number] as number;
      counts.within[at] = (counts.within[at] as number) + (within[i] as number);
      counts.across[at] = (counts.across[at] as number) + (across[i] as number);
      // The same day may tell of it again, under the number of a community that was merged into it.
      if ((said[i] as number) === 0 || lastWithWords[at] === day) continue;
      lastWithWords[at] = day;
      counts.daysWithWords[at] = (counts.daysWithWords[at] as number) + 1;
    }
  }
  return counts;
}

/** How many members of each did something. */
function activeOf(days: readonly RolledDay<CommunityDay>[], toldAs: Int32Array, told: readonly { community: KnownCommunity }[], last: number): Int32Array {
  const [active, isActive] = [new Int32Array(told.length), told.map(({ community }) => new Uint8Array(community.members.who.length))];
  for (const { held: { community, active: starts, addressed: ends, people } } of days) {
    for (let i = 0; i < community.length; i += 1) {
      const number = toldAs[community[i] as number] as number;
      if (number === told.length) continue;
      const { who, joined } = (told[number] as { community: KnownCommunity }).community.members;
      const those = isActive[number] as Uint8Array;
      for (let next = starts[i] as number, at = 0; next < (ends[i] as number); next += 1) {
        at = indexIn(who, people[next] as number, at);
        if (who[at] !== people[next] || those[at] || (joined[at] as number) > last) continue;
        those[at] = 1;
        active[number] = (active[number] as number) + 1;
      }
    }
  }
  return active;
}

function membersOn({ joined, left }: Members, day: number): number {
  let members = 0;
  for (let i = 0; i < joined.length; i += 1) if ((joined[i] as number) <= day && (left[i] as number) > day) members += 1;
  return members;
}

/** Who joined some community from one day to another, both included, by day. `welcomes`: on how many days others addressed each member, in the order of members. */
export function joiningsOf(communities: readonly KnownCommunity[], welcomes: ReadonlyMap<Members, Uint8Array>, { first, last }: Pick<Period, 'first' | 'last'>, minGroup: number): DayOfJoining[] {
  const length = last - first + 1;
  const [newcomers, welcomed] = [new Int32Array(length), new Int32Array(length)];
  const people = Array.from({ length }, () => new Set<number>());
  for (const { members } of communities) {
    const { who, joined, isMember } = members;
    const on = welcomes.get(members) as Uint8Array;
    for (let i = 0; i < who.length; i += 1) {
      const at = (joined[i] as number) - first;
      if (!isMember[i] || at < 0 || at >= length) continue;
      newcomers[at] = (newcomers[at] as number) + 1;
      if (on[i]) welcomed[at] = (welcomed[at] as number) + 1;
      // One person may join several communities on a day.
      const those = people[at] as Set<number>;
      if (those.size < minGroup) those.add(who[i] as number);
    }
  }
  return people.flatMap((those, at) => (those.size > 0 ? { day: first + at, newcomers: newcomers[at] as number, welcomed: welcomed[at] as number, people: those } : []));
}
