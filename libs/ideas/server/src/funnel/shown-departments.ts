/** How many of a department a campaign is for, and how many of them took part. Null: people without a department. */
export interface DepartmentCount {
  department: string | null;
  headcount: number;
  tookPart: number;
}

/** What may be shown of whom took part. */
export interface ShownParticipation {
  /** Of everybody; null: too few, or nearly all. */
  tookPart: number | null;
  headcount: number;
  /** By how many took part, the most first. */
  departments: { department: string; headcount: number; tookPart: number }[];
  /** All other departments together; null: there are none, or nothing may be told of them. */
  others: { headcount: number; tookPart: number } | null;
}

/** No figure is about fewer people than this. */
export const smallestGroup = 8;

/** Whether `some` of `all` may be told: neither those who did, nor those who did not, are few. */
export const isTellable = (some: number, all: number): boolean => some >= smallestGroup && all - some >= smallestGroup;

const sum = (counts: readonly DepartmentCount[]) => ({ headcount: total(counts, 'headcount'), tookPart: total(counts, 'tookPart') });
const total = (counts: readonly DepartmentCount[], of: 'headcount' | 'tookPart'): number => counts.reduce((so, count) => so + count[of], 0);

/**
 * The figures that tell nothing of fewer than eight people of a department, nor let it be computed: what is left when those shown are taken from the whole
 * is of two departments at least and may itself be told, or the smallest that would be shown is hidden with it.
 */
export function shownParticipation(counts: readonly DepartmentCount[]): ShownParticipation {
  const whole = sum(counts);
  const isShown = ({ department, headcount, tookPart }: DepartmentCount): boolean => department !== null && isTellable(tookPart, headcount);
  const shown = counts.filter(isShown).toSorted((first, second) => second.tookPart - first.tookPart || (first.department ?? '').localeCompare(second.department ?? ''));
  const hidden = counts.filter((count) => !isShown(count));
  const mayStay = (): boolean => hidden.length === 0 || (hidden.length > 1 && isTellable(sum(hidden).tookPart, sum(hidden).headcount));
  while (!mayStay() && shown.length > 0) hidden.push(...shown.splice(-1));
  return {
    tookPart: isTellable(whole.tookPart, whole.headcount) ? whole.tookPart : null,
    headcount: whole.headcount,
    departments: shown.map(({ department, headcount, tookPart }) => ({ department: department ?? '', headcount, tookPart })),
    others: hidden.length > 0 && shown.length > 0 ? sum(hidden) : null,
  };
}
