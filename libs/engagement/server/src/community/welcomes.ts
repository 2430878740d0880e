import type { RolledDay } from '../day/rolled-days.ts';
import type { CommunityDay } from './community-day.ts';
import { indexIn } from '../day/index-in.ts';
import type { Members } from './members.ts';
import { byNumber, type KnownCommunity } from './rolled-members.ts';

/** Somebody is welcomed within so many days, the one on which they joined included. */
export const welcomeDays = 14;

/** On how many days of their first fourteen others addressed each member of each community: kept, and counted again of those days and communities alone that have changed. */
export class Welcomes {
  private counted = new Map<Members, Uint8Array>();
  private readonly days = new Map<number, CommunityDay>();

  /** By community, in the order of its members; `days`: all that matter to whoever is asked about. */
  of(communities: readonly KnownCommunity[], days: readonly RolledDay<CommunityDay>[]): ReadonlyMap<Members, Uint8Array> {
    const fresh = communities.filter(({ members }) => !this.counted.has(members));
    this.counted = new Map(communities.map(({ members }) => [members, this.counted.get(members) ?? new Uint8Array(members.who.length)]));
    if (fresh.length > 0) for (const [day, held] of this.days) this.count(day, held, byNumber(fresh, numbersOf), 1);
    const all = byNumber(communities, numbersOf);
    for (const { day, held } of days) {
      const former = this.days.get(day);
      if (former === held) continue;
      if (former) this.count(day, former, all, -1);
      this.count(day, held, all, 1);
      this.days.set(day, held);
    }
    return this.counted;
  }

  private count(day: number, { community, active, addressed, people }: CommunityDay, those: readonly (KnownCommunity | undefined)[], by: 1 | -1): void {
    for (let i = 0; i < community.length; i += 1) {
      const members = those[community[i] as number]?.members;
      if (!members) continue;
      const on = this.counted.get(members) as Uint8Array;
      for (let next = addressed[i] as number, at = 0; next < (active[i + 1] as number); next += 1) {
        at = indexIn(members.who, people[next] as number, at);
        if (members.who[at] !== people[next]) continue;
        const joined = members.joined[at] as number;
        if (joined <= day && day < joined + welcomeDays) on[at] = (on[at] as number) + by;
      }
    }
  }
}

const numbersOf = ({ numbers }: KnownCommunity): readonly number[] => numbers;
