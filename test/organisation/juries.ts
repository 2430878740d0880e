import type { ToldJury } from './campaign-stock.ts';
import type { Stream } from './prng.ts';

/** The jury of a campaign: some named (by their identifiers), some to be drawn by lot. Jurors count from 0, those named first. */
export interface JuryRecord {
  isBlind: boolean;
  named: string[];
  seats: number;
  perDepartment: number;
  calledAt: string;
  sheets: SheetRecord[];
}

/** What a juror makes of an idea: a score from 0 to 10 by each criterion. With the words of a conflict, nothing. */
export interface SheetRecord {
  juror: number;
  idea: string;
  scores: number[];
  comment: string;
  isSubmitted: boolean;
  conflict: string | null;
  at: string;
}

interface JudgedIdeas {
  draws: Stream;
  criteria: number;
  /** From 0 to 1: how much they please. */
  ideas: readonly { id: string; appeal: number }[];
  calledAt: string;
  /** When sheets were submitted: between the two. */
  fromMs: number;
  toMs: number;
}

/** Jurors are not as severe as each other, nor of the same mind. */
export function juryOf(told: ToldJury, { draws, criteria, ideas, calledAt, fromMs, toMs }: JudgedIdeas): JuryRecord {
  const { isBlind, named, seats, perDepartment } = told;
  const said = new Map(Object.entries(told.comments).map(([idea, words]) => [Number(idea), [...words]]));
  const instant = (): string => new Date(fromMs + draws.unit() * (toMs - fromMs)).toISOString();
  const sheets = told.judged.flatMap((judged, juror) => {
    const severity = 2.5 * (draws.unit() - 0.5);
    const conflicts = told.conflicts.filter((one) => one.juror === juror);
    const open = ideas.flatMap((idea, place) => (conflicts.some((one) => one.idea === place) ? [] : [{ ...idea, place }]));
    const scored = open.slice(0, judged).map(({ id, appeal, place }) => ({
      juror, idea: id, isSubmitted: true, conflict: null, at: instant(), comment: said.get(place)?.shift() ?? '',
      scores: Array.from({ length: criteria }, () => Math.min(Math.max(Math.round(3 + 5 * appeal + severity + 3 * (draws.unit() - 0.5)), 0), 10)),
    }));
    const declared = conflicts.flatMap(({ idea, words }) => (ideas[idea] ? [{ juror, idea: ideas[idea].id, isSubmitted: false, conflict: words, at: instant(), comment: '', scores: [] }] : []));
    return [...scored, ...declared];
  });
  return { isBlind, named, seats, perDepartment, calledAt, sheets };
}
