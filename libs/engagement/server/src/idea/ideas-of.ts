import type { Group } from '../engagement/group.ts';
import { quantile } from '../question/answers.ts';
import type { SubmittedIdeas } from './ideas.ts';

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

/** `departments`: those of which authors are told one by one, and their people. */
export function ideasOf({ ideas, authors }: SubmittedIdeas, group: Pick<Group, 'ofPeriod' | 'holds'>, departments: readonly Omit<IdeaDepartment, 'authors'>[] | null): Ideas {
  const those = ideas.filter(group.holds);
  const count = (is: 'isAnswered' | 'isSelected' | 'isDelivered' | 'isMeasured'): number => those.filter((idea) => idea[is]).length;
  const authorsOf = Map.groupBy(authors, ({ department }) => department);
  return {
    submitted: those.length,
    answered: count('isAnswered'),
    selected: count('isSelected'),
    delivered: count('isDelivered'),
    measured: count('isMeasured'),
    median: quantile(Int32Array.from(those.flatMap(({ minutes }) => minutes ?? [])).sort(), 0.5),
    authors: authors.filter(group.holds).length,
    eligible: group.ofPeriod,
    departments: departments?.map((one) => ({ ...one, authors: authorsOf.get(one.department)?.length ?? 0 })) ?? null,
  };
}
