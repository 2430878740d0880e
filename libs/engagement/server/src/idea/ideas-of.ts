import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import { quantile } from '../question/answers.ts';
import type { NumberedPlace } from '../standing/places.ts';
import { type IdeaDay, steps } from './idea-day.ts';

/** What became of the ideas of a period, until today; each step counts among those of the step before it. */
export interface Ideas {
  submitted: number;
  answered: number;
  selected: number;
  delivered: number;
  measured: number;
  /** Minutes until the reasoned answer, half came sooner; null: no idea has one. */
  median: number | null;
  /** People who made one. */
  authors: number;
  /** Eligible on some day of the period. */
  eligible: number;
  /** The largest departments, each without those below it; null: not of the whole company. */
  departments: readonly IdeaDepartment[] | null;
}

export interface IdeaDepartment {
  department: string;
  /** Eligible on some day of the period, where they first were. */
  people: number;
  authors: number;
}

/** `places`: all that days name; `departments`: those of which authors are told one by one, and their people. */
export function ideasOf(days: readonly RolledDay<IdeaDay>[], group: Pick<Group, 'ofPeriod' | 'places'>, places: readonly NumberedPlace[], departments: readonly Omit<IdeaDepartment, 'authors'>[] | null): Ideas {
  const counts = { submitted: 0, answered: 0, selected: 0, delivered: 0, measured: 0 };
  const waited: number[] = [];
  const authors = new Map<number, number>();
  for (const { held: { place, minutes, became, author, authorPlace } } of days) {
    for (let i = 0; i < place.length; i += 1) {
      if (!group.places[place[i] as number]) continue;
      counts.submitted += 1;
      for (const [step, bit] of allSteps) if ((became[i] as number) & bit) counts[step] += 1;
      if ((minutes[i] as number) >= 0) waited.push(minutes[i] as number);
    }
    // Where they stood on the day of the first of the period.
    for (let i = 0; i < author.length; i += 1) if (!authors.has(author[i] as number)) authors.set(author[i] as number, authorPlace[i] as number);
  }
  const departmentOf = new Map(places.map(({ id, department }) => [id, department]));
  const authorsOf = Map.groupBy(authors.values(), (place) => departmentOf.get(place) ?? null);
  return {
    ...counts,
    median: quantile(Int32Array.from(waited).sort(), 0.5),
    authors: [...authors.values()].filter((place) => group.places[place]).length,
    eligible: group.ofPeriod,
    departments: departments?.map((one) => ({ ...one, authors: authorsOf.get(one.department)?.length ?? 0 })) ?? null,
  };
}

const allSteps = Object.entries(steps) as [keyof typeof steps, number][];
