import { dayMs, calendarDriftDays, workingDayBefore } from './calendar.ts';
import type { Community } from './communities.ts';
import type { CommunityStock } from './community-stock.ts';
import { departmentIndex, departmentKeys, departments } from './departments.ts';
import type { People } from './people.ts';
import { Stream, hashText, mix } from './prng.ts';
import type { MembershipRecord } from './records.ts';

const JOINS = hashText('joins');
const ANIMATES = hashText('animates');
const JOINED = hashText('joined');
const mostJoined = 12;
const totalWeight = departmentKeys.reduce((sum, key) => sum + departments[key].weight, 0);

/** The members of each community in one array, those who write most first; animators are kept apart and are members too. */
export interface Memberships {
  members: (community: number) => Uint32Array;
  animators: (community: number) => readonly number[];
  joinedDaysBefore: (person: number, community: number) => number;
}

const visibilityAppeal = { open: 1, closed: 0.5, secret: 0.25 } as const;

/** A closed circle of a small trade takes in most of that trade; one of a large trade only a few. */
function affinityOf({ departments: trades, visibility }: CommunityStock, department: number): number {
  if (trades.length === 0) return 1;
  if (!trades.includes(departmentKeys[department]!)) return visibility === 'open' ? 0.5 : 0.05;
  if (visibility === 'open') return 3;
  const share = trades.reduce((sum, trade) => sum + departments[trade].weight, 0) / totalWeight;
  return Math.min(40, 1.2 / share);
}

/** What draws the people of one department to each community, as a running total to draw from. */
function appealTotals(communities: readonly Community[], department: number): Float64Array {
  const totals = new Float64Array(communities.length);
  let total = 0;
  communities.forEach(({ stock, popularity }, index) => {
    total += popularity * affinityOf(stock, department) * visibilityAppeal[stock.visibility];
    totals[index] = total;
  });
  return totals;
}

function indexIn(totals: Float64Array, share: number): number {
  const target = share * (totals.at(-1) ?? 0);
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (totals[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Could this person have joined, long enough after being hired and after the community was made? */
const canJoin = (people: People, person: number, community: Community): boolean =>
  Math.min(people.hiredDaysBefore[person]!, community.createdDaysBefore) > calendarDriftDays
  && people.face(person)?.role !== 'newcomer';

function communitiesJoined(people: People, communities: readonly Community[], totals: Float64Array, person: number): Set<number> {
  const draws = new Stream(people.seed, JOINS, person);
  const joined = new Set<number>();
  const role = people.face(person)?.role;
  const wish = role && role !== 'works-council' ? 6 : Math.floor(mostJoined * draws.unit() ** 1.7);
  for (let tries = 0; joined.size < wish && tries < 4 * mostJoined; tries += 1) {
    const index = indexIn(totals, draws.unit());
    const community = communities[index]!;
    const isFarAway = community.site >= 0 && community.site !== people.site[person] && draws.chance(0.9);
    const understands = community.stock.language === 'both' || people.writes(person, community.stock.language) || draws.chance(0.15);
    if (!isFarAway && understands && canJoin(people, person, community)) joined.add(index);
  }
  return joined;
}

/** One to three people of the trade who were there when the community was made; the first two are in charge of the animator's own. */
function animatorsOf(people: People, community: Community, index: number, known: number): number[] {
  const draws = new Stream(people.seed, ANIMATES, index);
  const animators: number[] = index < 2 ? [known] : [];
  const wanted = 1 + draws.below(3);
  const { departments: trades, language } = community.stock;
  for (let tries = 0; animators.length < wanted && tries < 400; tries += 1) {
    const pool = trades.length > 0 ? people.byActivityIn[departmentIndex(draws.pick(trades))]! : people.byActivity;
    const person = pool[Math.floor(pool.length * draws.unit() ** 1.5)]!;
    const wasThere = people.hiredDaysBefore[person]! > community.createdDaysBefore + 7;
    const understands = language === 'both' || people.writes(person, language);
    if (wasThere && understands && !animators.includes(person)) animators.push(person);
  }
  // The founder of last resort: whoever has been there longest.
  if (animators.length === 0) animators.push(people.hiredDaysBefore.indexOf(people.hiredDaysBefore.reduce((most, days) => Math.max(most, days))));
  return animators;
}

/** One row of places per person: 100,000 people take 2.4 MB. */
function joinTable(people: People, communities: readonly Community[]): { joined: Uint16Array; counts: Uint8Array } {
  const joined = new Uint16Array(people.count * mostJoined);
  const counts = new Uint8Array(people.count);
  const totals = departmentKeys.map((_, department) => appealTotals(communities, department));
  for (let person = 0; communities.length > 0 && person < people.count; person += 1) {
    for (const index of communitiesJoined(people, communities, totals[people.hierarchy.department[person]!]!, person)) {
      joined[person * mostJoined + counts[person]!] = index;
      counts[person]! += 1;
    }
  }
  return { joined, counts };
}

function joinersByCommunity(people: People, communities: readonly Community[]): Uint32Array[] {
  const { joined, counts } = joinTable(people, communities);
  const placesOf = (person: number) => joined.subarray(person * mostJoined, person * mostJoined + counts[person]!);
  const sizes = new Uint32Array(communities.length);
  for (let person = 0; person < people.count; person += 1) for (const community of placesOf(person)) sizes[community]! += 1;
  const lists = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (const person of people.byActivity) {
    for (const community of placesOf(person)) {
      lists[community]![sizes[community]!] = person;
      sizes[community]! += 1;
    }
  }
  return lists;
}

export function membershipsOf(people: People, communities: readonly Community[]): Memberships {
  const known = people.byActivity.find((person) => people.face(person)?.role === 'animator')!;
  const animators = communities.map((community, index) => animatorsOf(people, community, index, known));
  const lists = joinersByCommunity(people, communities).map((joiners, index) => {
    const missing = animators[index]!.filter((animator) => !joiners.includes(animator));
    return missing.length > 0 ? Uint32Array.from([...missing, ...joiners]) : joiners;
  });
  const joinedDaysBefore = (person: number, community: number): number => {
    const { createdDaysBefore } = communities[community]!;
    if (animators[community]!.includes(person)) return createdDaysBefore;
    const longest = Math.min(people.hiredDaysBefore[person]!, createdDaysBefore) - 4;
    const share = mix(mix(people.seed, JOINED), mix(person, community)) / 4294967296;
    return Math.floor(longest * (0.4 + 0.6 * share));
  };
  return { members: (community) => lists[community]!, animators: (community) => animators[community]!, joinedDaysBefore };
}

/** Ten in the morning in Paris or eleven, whichever the season. */
export const nineUtcMs = (9 / 24) * dayMs;

export const communityCreatedAt = (community: Community, endMs: number): number => workingDayBefore(endMs, community.createdDaysBefore) + nineUtcMs;

/** When somebody who is a member joined. */
export function joinedAt(memberships: Memberships, endMs: number, { person, community }: { person: number; community: number }): number {
  const minutes = memberships.animators(community).includes(person) ? 5 : 30 + (mix(person, community) % 400);
  return workingDayBefore(endMs, memberships.joinedDaysBefore(person, community)) + nineUtcMs + minutes * 60_000;
}

export function* membershipRecords(world: { people: People; communities: readonly Community[]; memberships: Memberships; endMs: number }): Generator<MembershipRecord> {
  const { people, communities, memberships, endMs } = world;
  for (const [index, community] of communities.entries()) {
    for (const person of memberships.members(index)) {
      yield {
        type: 'membership',
        community: community.id,
        person: people.identifiers[person]!,
        role: memberships.animators(index).includes(person) ? 'animator' : 'member',
        joinedAt: new Date(joinedAt(memberships, endMs, { person, community: index })).toISOString(),
      };
    }
  }
}
