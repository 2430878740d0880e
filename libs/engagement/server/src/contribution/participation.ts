import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import type { ContributionDay } from './contribution-day.ts';
import { giniOf, partOfTop } from './inequality.ts';

/** Who writes, and how evenly. */
export interface Participation {
  contributors: number;
  /** Posts, comments, ideas and versions of pages. */
  written: number;
  /** Those who wrote in at least half of the weeks; null: fewer than four weeks, or events that are gone. */
  regular: number | null;
  /** The part of all that was written that comes from the one and the ten in a hundred eligible people who wrote most; null: they would be too few, or events that are gone. */
  topHundredth: number | null;
  topTenth: number | null;
  /** Of what eligible people wrote, those who wrote nothing included. */
  gini: number | null;
}

const [daysOfWeek, fewestWeeks] = [7, 4];

export function participationOf(days: readonly RolledDay<ContributionDay>[], group: Group, minGroup: number): Participation {
  const { places, period } = group;
  let [contributors, written] = [0, 0];
  for (const { day, held } of days) {
    for (let i = 0; i < held.place.length; i += 1) {
      if (!places[held.place[i] as number]) continue;
      if ((held.gap[i] as number) > day - period.first) contributors += 1;
      written += held.written[i] as number;
    }
  }
  if (days.some(({ isClosed }) => isClosed)) return { contributors, written, regular: null, topHundredth: null, topTenth: null, gini: null };
  const people = perPerson(days, group);
  const amounts = people.filter(({ isOfGroup }) => isOfGroup).map(({ amount }) => amount);
  const weeks = weeksOf(group);
  const top = (part: number): number | null => {
    const number = Math.floor(group.ofPeriod * part);
    return number < minGroup ? null : partOfTop(amounts, number);
  };
  return {
    contributors,
    written,
    regular: weeks < fewestWeeks ? null : people.filter((one) => one.isOfGroup && one.weeks * 2 >= weeks).length,
    topHundredth: top(0.01),
    topTenth: top(0.1),
    gini: giniOf(amounts, Math.max(group.ofPeriod, amounts.length)),
  };
}

interface PersonOfPeriod {
  /** Where they stood when they first wrote belongs to the group. */
  isOfGroup: boolean;
  amount: number;
  weeks: number;
}

const weeksOf = ({ period: { first, last } }: Group): number => Math.floor((last - first + 1) / daysOfWeek);

/** What everybody wrote who wrote, without their names. */
function perPerson(days: readonly RolledDay<ContributionDay>[], group: Group): PersonOfPeriod[] {
  const greatest = days.reduce((so, { held }) => held.who.reduce((most, who) => Math.max(most, who), so), -1);
  const [unknown, ofGroup, ofOthers] = [0, 1, 2];
  const [belongs, amount, weeks, lastWeek] = [new Uint8Array(greatest + 1), new Int32Array(greatest + 1), new Uint8Array(greatest + 1), new Int16Array(greatest + 1).fill(-1)];
  const lastOfAll = Math.max(weeksOf(group) - 1, 0);
  for (const { day, held } of days) {
    // The days left over belong to the last whole week.
    const week = Math.min(Math.floor((day - group.period.first) / daysOfWeek), lastOfAll);
    for (let i = 0; i < held.who.length; i += 1) {
      const who = held.who[i] as number;
      if (belongs[who] === unknown) belongs[who] = group.places[held.place[i] as number] ? ofGroup : ofOthers;
      amount[who] = (amount[who] as number) + (held.written[i] as number);
      if (lastWeek[who] !== week) weeks[who] = (weeks[who] as number) + 1;
      lastWeek[who] = week;
    }
  }
  const people: PersonOfPeriod[] = [];
  belongs.forEach((whose, who) => {
    if (whose !== unknown) people.push({ isOfGroup: whose === ofGroup, amount: amount[who] as number, weeks: weeks[who] as number });
  });
  return people;
}
