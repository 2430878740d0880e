import { calendarDriftDays, periodOf } from './calendar.ts';
import type { Period } from './calendar.ts';
import { communitiesOf } from './communities.ts';
import type { Community } from './communities.ts';
import { membershipsOf } from './memberships.ts';
import type { Memberships } from './memberships.ts';
import { peopleOf } from './people.ts';
import type { People } from './people.ts';
import { checkPlan } from './plan.ts';
import type { OrganisationPlan } from './records.ts';

/** Everything that stays in memory while the content streams: people, communities and who belongs where. */
export interface World {
  seed: number;
  people: People;
  communities: readonly Community[];
  memberships: Memberships;
  period: Period;
}

export function worldOf(plan: OrganisationPlan): World {
  checkPlan(plan);
  const people = peopleOf(plan);
  const communities = communitiesOf(plan);
  return { seed: plan.seed, people, communities, memberships: membershipsOf(people, communities), period: periodOf(plan) };
}

/** The audience of a post to the whole company. */
export const wholeCompany = -1;

/** Weekends move a first day by two days at most; the calendar moves posts by more. */
const marginDays = calendarDriftDays + 3;

export const wasHired = (world: World, person: number, daysBefore: number): boolean =>
  world.people.hiredDaysBefore[person]! >= daysBefore + marginDays;

export const hadJoined = (world: World, person: number, community: number, daysBefore: number): boolean =>
  community === wholeCompany || world.memberships.joinedDaysBefore(person, community) >= daysBefore + marginDays;

export const existed = (world: World, community: number, daysBefore: number): boolean =>
  community === wholeCompany || world.communities[community]!.createdDaysBefore >= daysBefore + marginDays;
