import type { ExpertWeights } from './expert-weights.ts';

export type EvidenceKind = 'answer' | 'post' | 'page';

/** Something that somebody wrote about what is asked. */
export interface Evidence {
  /** Of the thing itself: a comment for an answer. */
  id: string;
  kind: EvidenceKind;
  personId: string;
  /** The question that it answers; null for what is no answer. */
  questionId: string | null;
  communityId: string | null;
  writtenAt: Date;
  /** How much it is about what is asked: 0 to 1 for its words or those of its question, as much again for hashtags. */
  relevance: number;
  isAccepted: boolean;
  votes: number;
}

/** What somebody wrote lately where the viewer may read, whatever it is about. */
export interface Activity {
  count: number;
  /** The sum of `recency` over all of it. */
  recent: number;
}

export interface Ranked {
  personId: string;
  score: number;
  /** The most telling first. */
  evidence: Evidence[];
}

const dayMs = 86_400_000;
/** What somebody is given whose contributions hold nothing about it: keeps newcomers with one good answer from standing above everybody. */
export const smoothing = 0.05;
/** Less than this is chance: a frequent word in a long text. */
const leastRelevance = 0.01;

/** What something written counts by its age: 1 today, a half after `recency` days, a quarter after three times as many; never nothing. */
export const decay = (writtenAt: Date, asOf: Date, { recency }: Pick<ExpertWeights, 'recency'>): number =>
  1 / (1 + Math.max(asOf.getTime() - writtenAt.getTime(), 0) / dayMs / recency);

/** What a piece of evidence adds to what somebody wrote about it. */
export const worth = ({ relevance, isAccepted, votes }: Evidence, weights: ExpertWeights): number =>
  relevance * (1 + (isAccepted ? weights.accepted : 0) + weights.votes * Math.log1p(votes));

/** Evidence by person, the most telling person first, by what they have lately written about it: who is looked at more closely. */
export function likely(evidence: readonly Evidence[], asOf: Date, weights: ExpertWeights): Map<string, Evidence[]> {
  const byPerson = Map.groupBy(evidence, ({ personId }) => personId);
  const sum = (of: readonly Evidence[]): number => of.reduce((all, one) => all + worth(one, weights) * decay(one.writtenAt, asOf, weights), 0);
  const ordered = [...byPerson].map(([personId, of]) => ({ personId, of, sum: sum(of) })).sort((one, other) => other.sum - one.sum);
  return new Map(ordered.map(({ personId, of }) => [personId, of]));
}

/**
 * People, best first. Score = (share of what one writes that is about it)^topicality × (how much one writes lately): the candidate model of Balog, Azzopardi and
 * de Rijke (2006, 2009), p(q|person) × p(person), where p(q|person) is gathered from documents as in their second model and the votes of Macdonald and Ounis
 * (2006), and the prior falls with age as memory does (a power, not an exponential).
 */
export function ranked(evidence: ReadonlyMap<string, readonly Evidence[]>, activity: ReadonlyMap<string, Activity>, asOf: Date, weights: ExpertWeights): Ranked[] {
  const found: Ranked[] = [];
  for (const [personId, of] of evidence) {
    const about = of.reduce((sum, one) => sum + worth(one, weights), 0);
    const { count, recent } = activity.get(personId) ?? { count: 0, recent: 0 };
    if (about < leastRelevance || count === 0) continue;
    const share = about / Math.max(count, of.length);
    const telling = (one: Evidence): number => worth(one, weights) * Math.sqrt(decay(one.writtenAt, asOf, weights));
    found.push({ personId, score: (share + smoothing) ** weights.topicality * recent, evidence: of.toSorted((one, other) => telling(other) - telling(one)) });
  }
  return found.sort((one, other) => other.score - one.score || (one.personId < other.personId ? -1 : 1));
}
