import type { RolledDay } from '../day/rolled-days.ts';
import type { Period } from '../period/period.ts';
import type { CommunityDay } from './community-day.ts';
import { indexIn } from './index-in.ts';
import type { Members } from './members.ts';
import type { DayOfJoining } from './newcomer-pools.ts';
import { byNumber, type KnownCommunity } from './rolled-members.ts';

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
    return members >= minGroup ? new Tally(community, members, last - Math.max(first, created) + 1) : [];
  });
  const tallies = byNumber(told, ({ community }) => community.numbers);
  for (const { day, held } of days) {
    for (let i = 0; i < held.community.length; i += 1) {
      const tally = tallies[held.community[i] as number];
      if (day >= first) tally?.addWords(day, held, i);
      if (day > last - aliveDays) tally?.addPeople(last, held, i);
    }
  }
  return told.map((tally) => tally.life());
}

/** Counts what happened in one community. */
class Tally {
  private readonly counts = { daysWithWords: 0, within: 0, across: 0 };
  private lastWithWords = -Infinity;
  private readonly isActive: Uint8Array;
  private active = 0;

  constructor(
    readonly community: KnownCommunity,
    private readonly members: number,
    private readonly days: number,
  ) {
    this.isActive = new Uint8Array(community.members.who.length);
  }

  addWords(day: number, { said, within, across }: CommunityDay, i: number): void {
    // The same day may tell of it again, under the number of a community that was merged into it.
    if ((said[i] as number) > 0 && this.lastWithWords !== day) {
      this.lastWithWords = day;
      this.counts.daysWithWords += 1;
    }
    this.counts.within += within[i] as number;
    this.counts.across += across[i] as number;
  }

  addPeople(last: number, { active, addressed, people }: CommunityDay, i: number): void {
    const { who, joined } = this.community.members;
    for (let next = active[i] as number, at = 0; next < (addressed[i] as number); next += 1) {
      at = indexIn(who, people[next] as number, at);
      if (who[at] !== people[next] || this.isActive[at] || (joined[at] as number) > last) continue;
      this.isActive[at] = 1;
      this.active += 1;
    }
  }

  life(): Life {
    return { ...this.counts, days: this.days, isAlive: this.active >= this.members * alivePart };
  }
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
