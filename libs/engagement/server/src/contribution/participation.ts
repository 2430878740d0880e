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
/** A week that is none. */
const never = -1;

export function participationOf(days: readonly RolledDay<ContributionDay>[], group: Group, minGroup: number): Participation {
  if (days.some(({ isClosed }) => isClosed)) return { ...inAll(days, group), regular: null, topHundredth: null, topTenth: null, gini: null };
  const { amounts, weeks, ...all } = perPerson(days, group);
  const whole = weeksOf(group);
  const top = (part: number): number | null => {
    const number = Math.floor(group.ofPeriod * part);
    return number < minGroup ? null : partOfTop(amounts, number);
  };
  return {
    ...all,
    regular: whole < fewestWeeks ? null : weeks.reduce((so, number) => so + Number(number * 2 >= whole), 0),
    topHundredth: top(0.01),
    topTenth: top(0.1),
    gini: giniOf(amounts, Math.max(group.ofPeriod, amounts.length)),
  };
}

/** Where nobody knows any more who wrote what. */
function inAll(days: readonly RolledDay<ContributionDay>[], { places, period }: Group): Pick<Participation, 'contributors' | 'written'> {
  let [contributors, written] = [0, 0];
  for (const { day, held } of days) {
    for (let i = 0; i < held.place.length; i += 1) {
      if (!places[held.place[i] as number]) continue;
      if ((held.gap[i] as number) > day - period.first) contributors += 1;
      written += held.written[i] as number;
    }
  }
  return { contributors, written };
}

const weeksOf = ({ period: { first, last } }: Pick<Group, 'period'>): number => Math.floor((last - first + 1) / daysOfWeek);

interface PerPerson extends Pick<Participation, 'contributors' | 'written'> {
  /** How much those wrote who wrote in the group, in order. */
  amounts: Int32Array;
  /** In how many weeks each of them wrote there, in another order. */
  weeks: Uint8Array;
}

/**
 * All in one walk: a year of a large company is millions of lines. What people of the group wrote when they stood elsewhere is left out: of a group that one person
 * leaves, a figure that went on with them would tell what that person did.
 */
function perPerson(days: readonly RolledDay<ContributionDay>[], { places, ...group }: Group): PerPerson {
  const { first } = group.period;
  // The numbers of a day are in order.
  const greatest = days.reduce((so, { held }) => Math.max(so, held.who.at(-1) ?? -1), -1);
  const [amount, weeks, lastWeek] = [new Int32Array(greatest + 1), new Uint8Array(greatest + 1), new Int16Array(greatest + 1).fill(never)];
  const lastOfAll = Math.max(weeksOf(group) - 1, 0);
  let [people, contributors, written] = [0, 0, 0];
  for (const { day, held: { who: numbers, place, gap, written: texts } } of days) {
    // The days left over belong to the last whole week.
    const week = Math.min(Math.floor((day - first) / daysOfWeek), lastOfAll);
    for (let i = 0; i < numbers.length; i += 1) {
      if (places[place[i] as number] !== 1) continue;
      const who = numbers[i] as number;
      const number = texts[i] as number;
      written += number;
      // As 0 or 1: what cannot be foreseen line by line is slow to branch on.
      contributors += (day - first - (gap[i] as number)) >>> 31;
      amount[who] = (amount[who] as number) + number;
      people += Number(lastWeek[who] === never);
      weeks[who] = (weeks[who] as number) + Number(lastWeek[who] !== week);
      lastWeek[who] = week;
    }
  }
  const those = { contributors, written, amounts: new Int32Array(people), weeks: new Uint8Array(people) };
  for (let who = 0, i = 0; i < people; who += 1) {
    if (lastWeek[who] === never) continue;
    those.amounts[i] = amount[who] as number;
    those.weeks[i] = weeks[who] as number;
    i += 1;
  }
  those.amounts.sort();
  return those;
}
