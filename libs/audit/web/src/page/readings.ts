import { type Question, toldBy } from './questions.ts';
import type { ReadingLineFragment } from './ReadingLine.generated.ts';

/** What somebody read at once: one entry of the log, or several when parts of the page asked by themselves. */
export interface Reading {
  id: string;
  at: string;
  isRefused: boolean;
  actor: ReadingLineFragment['actor'];
  actorId: string | null;
  questions: Question[];
  /** Of the entries, the oldest first. */
  numbers: number[];
}

/** A page asks its parts within this time. */
const atOnceMs = 60_000;

/** Entries, the newest first, as they are shown: one that asks nothing that the one beside it has not asked too is shown with it. */
export function readingsOf(entries: readonly ReadingLineFragment[]): Reading[] {
  const readings: Reading[] = [];
  for (const reading of entries.map(readingOf)) {
    const later = readings.at(-1);
    if (later && isSame(later, reading)) readings[readings.length - 1] = together(later, reading);
    else readings.push(reading);
  }
  return readings;
}

function readingOf({ id, at, action, actor, line, number }: ReadingLineFragment): Reading {
  const { actor: actorId, questions } = toldBy(line);
  return { id, at, isRefused: action === 'engagement.refused', actor: actor ?? null, actorId, questions, numbers: [number] };
}

function isSame(later: Reading, earlier: Reading): boolean {
  const isNear = Date.parse(later.at) - Date.parse(earlier.at) <= atOnceMs;
  return isNear && later.actorId === earlier.actorId && later.isRefused === earlier.isRefused && (holds(earlier, later) || holds(later, earlier));
}

const holds = (all: Reading, some: Reading): boolean => {
  const asked = new Set(all.questions.map((question) => JSON.stringify(question)));
  return some.questions.every((question) => asked.has(JSON.stringify(question)));
};

const together = (later: Reading, earlier: Reading): Reading => ({
  ...earlier,
  questions: earlier.questions.length >= later.questions.length ? earlier.questions : later.questions,
  numbers: [...earlier.numbers, ...later.numbers],
});
