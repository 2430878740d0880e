import type { Span } from './cohorts.ts';

/** People who arrived on one day, counted from 1970, and who are alike in the rest. */
export interface ArrivedTogether {
  day: number;
  /** The last day on which they are in the company and in their first year. */
  until: number;
  /** The HR file says when they were hired: figures by seniority know them. */
  isHired: boolean;
  /** They were on a long leave at some time: figures by seniority may know nothing of them. */
  wasAway: boolean;
  people: number;
}

/**
 * Whether a figure of a cohort could be compared with one of the bracket of the first year to learn of few. Of those of a cohort who arrived on one day, the span is a
 * period, for which one may ask the bracket: the difference is of the others of the cohort, whose span is another one, and of those who were in the bracket besides. These
 * must be nobody or at least the minimum. It depends on who was there alone, never on what they did.
 */
export function tellsFewApart(cohort: readonly ArrivedTogether[], span: Span, everybody: readonly ArrivedTogether[], minGroup: number): boolean {
  const ofCohort = new Set(cohort);
  const besides = everybody.filter((one) => one.isHired && !ofCohort.has(one));
  const all = peopleOf(cohort);
  return [...Map.groupBy(cohort, ({ day }) => day)].some(([day, together]) => {
    const inBracket = together.filter(({ isHired }) => isHired);
    if (inBracket.length === 0) return false;
    const there = besides.filter((one) => one.day <= day + span.to && one.until >= day + span.from);
    const [fewest, most] = [peopleOf(there.filter(({ wasAway }) => !wasAway)), peopleOf(there)];
    // With those whom figures by seniority do not know, and without.
    return [inBracket, together].some((those) => {
      const rest = all - peopleOf(those);
      return rest + most > 0 && rest + fewest < minGroup;
    });
  });
}

const peopleOf = (those: readonly ArrivedTogether[]): number => those.reduce((so, { people }) => so + people, 0);
