import type { BallotKind } from '@parvis/platform/web';

import type { StandingFragment } from './Results.generated.ts';

interface Words {
  t: (key: string, words?: Record<string, unknown>) => string;
  number: (value: number) => string;
  decimal: (value: number, digits: number) => string;
}

/** The figure that decides, as people read it. */
export function figureOf(kind: BallotKind, row: StandingFragment, { t, number, decimal }: Words): string {
  const figures: Record<BallotKind, () => string> = {
    SUPPORT: () => number(row.votes),
    STARS: () => (row.mean === null ? '–' : decimal(row.mean, 2)),
    GRADES: () => (row.median === null ? '–' : t(`ideas.vote.grade.${row.median}`)),
    BUDGET: () => t(row.isFunded ? 'ideas.vote.funded' : 'ideas.vote.notFunded', { cost: number(row.cost ?? 0) }),
    PAIRS: () => t('ideas.vote.percent', { share: decimal(100 * (row.share ?? 0), 1) }),
    POINTS: () => number(row.points ?? 0),
  };
  return figures[kind]();
}

/** What the bar of an idea is as long as, beside those of others. */
export function lengthOf(kind: BallotKind, row: StandingFragment): number {
  const lengths: Record<BallotKind, number> = { SUPPORT: row.votes, STARS: row.mean ?? 0, GRADES: row.votes > 0 ? 1 : 0, BUDGET: row.votes, PAIRS: row.share ?? 0, POINTS: row.points ?? 0 };
  return lengths[kind];
}
