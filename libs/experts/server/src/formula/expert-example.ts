import { dayMs } from '@parvis/platform/server';
import type { ExpertWeights } from '../finding/expert-weights.ts';
import { aboutOf, decay, ranked, worth, type Evidence } from '../finding/ranking.ts';

/** A piece of the example's evidence, with what it adds. */
export interface ExampleEvidence {
  relevance: number;
  ageDays: number;
  isAccepted: boolean;
  votes: number;
  worth: number;
}

/** One of the two imagined people, with each number on the way to the score. */
export interface ExamplePerson {
  evidence: ExampleEvidence[];
  /** The ages of all that they wrote, the evidence included, in days. */
  ages: number[];
  /** What the evidence adds by its age. */
  about: number;
  activity: number;
  score: number;
}

type Imagined = Pick<ExamplePerson, 'ages'> & { evidence: Omit<ExampleEvidence, 'worth'>[] };

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);

/** Somebody who writes little, half of it about the question, and somebody who writes more, of other things. */
const imagined: Imagined[] = [
  {
    evidence: [
      { relevance: 1, ageDays: 10, isAccepted: true, votes: 3 },
      { relevance: 0.5, ageDays: 30, isAccepted: false, votes: 0 },
    ],
    ages: [5, 10, 30, 30],
  },
  { evidence: [{ relevance: 0.5, ageDays: 10, isAccepted: false, votes: 0 }], ages: [10, 10, 10, 10, 10, 10, 10, 10] },
];

/** The formula on two imagined people, by the very functions that rank: best first is not promised, it depends on the weights. */
export function exampleOf(weights: ExpertWeights): ExamplePerson[] {
  const known = imagined.map((one, person) => ({ evidence: one.evidence.map((piece, index) => asEvidence(piece, `${person}.${index}`, String(person))), skilled: [] }));
  const activity = imagined.map(({ ages }) => ages.reduce((sum, days) => sum + decay(daysAgo(days), now, weights), 0));
  const byPerson = <Value>(values: readonly Value[]): Map<string, Value> => new Map(values.map((value, person) => [String(person), value]));
  const scores = new Map(ranked(byPerson(known), byPerson(activity), now, weights).map(({ personId, score }) => [personId, score]));
  return imagined.map(({ evidence, ages }, person) => ({
    evidence: evidence.map((piece) => ({ ...piece, worth: worth(asEvidence(piece, '', ''), weights) })),
    ages,
    about: known[person] ? aboutOf(known[person], now, weights) : 0,
    activity: activity[person] ?? 0,
    score: scores.get(String(person)) ?? 0,
  }));
}

function asEvidence({ relevance, ageDays, isAccepted, votes }: Omit<ExampleEvidence, 'worth'>, id: string, personId: string): Evidence {
  return { id, kind: 'answer', personId, questionId: null, communityId: null, writtenAt: daysAgo(ageDays), relevance, coverage: 0, isAccepted, votes };
}
