import type { ExpertWeights } from '../finding/expert-weights.ts';
import { decay, ranked, smoothing, worth, type Evidence } from '../finding/ranking.ts';

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
  share: number;
  activity: number;
  score: number;
}

type Imagined = Pick<ExamplePerson, 'ages'> & { evidence: Omit<ExampleEvidence, 'worth'>[] };

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

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
  const evidence = new Map(imagined.map((one, person) => [String(person), { evidence: one.evidence.map((piece, index) => asEvidence(piece, `${person}.${index}`, String(person))), skilled: [] }]));
  const recent = imagined.map(({ ages }) => ages.reduce((sum, days) => sum + decay(daysAgo(days), now, weights), 0));
  const activity = new Map(imagined.map(({ ages }, person) => [String(person), { count: ages.length, recent: recent[person] ?? 0 }]));
  const scores = new Map(ranked(evidence, activity, now, weights).map(({ personId, score }) => [personId, score]));
  return imagined.map(({ evidence: pieces, ages }, person) => {
    const shown = pieces.map((piece) => ({ ...piece, worth: worth(asEvidence(piece, '', ''), weights) }));
    const about = shown.reduce((sum, piece) => sum + piece.worth, 0);
    return { evidence: shown, ages, share: about / ages.length, activity: recent[person] ?? 0, score: scores.get(String(person)) ?? 0 };
  });
}

/** What is added to every share. */
export const shareFloor = smoothing;

function asEvidence({ relevance, ageDays, isAccepted, votes }: Omit<ExampleEvidence, 'worth'>, id: string, personId: string): Evidence {
  return { id, kind: 'answer', personId, questionId: null, communityId: null, writtenAt: daysAgo(ageDays), relevance, isAccepted, votes };
}
