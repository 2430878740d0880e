import { dayMs } from '@parvis/platform/server';
import type { ExpertWeights } from './expert-weights.ts';
import type { Skilled } from './skilled.query.ts';

export type EvidenceKind = 'answer' | 'post' | 'page' | 'idea';

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
  /** How much of the question it answers, or its question does: 1 when all words that tell stand there. */
  coverage: number;
  isAccepted: boolean;
  votes: number;
}

/** What speaks for somebody. */
export interface Known {
  evidence: readonly Evidence[];
  skilled: readonly Skilled[];
}

export interface Ranked {
  personId: string;
  score: number;
  /** The most telling first. */
  evidence: Evidence[];
  skilled: Skilled[];
}

/** Less than this is chance: a frequent word in a long text. */
const leastRelevance = 0.02;
/** What somebody says of themselves has no date: it counts like something written `recency` ago. */
const undated = 1 / 2;
const levels = 4;
const levelNotSaid = 2;

/** What something written counts by its age: 1 today, a half after `recency` days, a quarter after three times as many; never nothing. */
export const decay = (writtenAt: Date, asOf: Date, { recency }: Pick<ExpertWeights, 'recency'>): number =>
  1 / (1 + Math.max(asOf.getTime() - writtenAt.getTime(), 0) / dayMs / recency);

/** What a piece of evidence adds to what somebody wrote about it. */
export const worth = ({ relevance, isAccepted, votes }: Evidence, weights: ExpertWeights): number =>
  relevance * (1 + (isAccepted ? weights.accepted : 0) + weights.votes * Math.log1p(votes));

/** Half for « I am learning it », all for « I help others with it ». */
const claimed = ({ isDeclared, level, endorsements }: Skilled, weights: ExpertWeights): number =>
  (isDeclared ? weights.skills : 0) * (0.5 + (0.5 * ((level ?? levelNotSaid) - 1)) / (levels - 1)) + weights.endorsements * Math.log1p(endorsements);

/** What somebody has lately written about it and says they can do of it, added up. */
export const aboutOf = ({ evidence, skilled }: Known, asOf: Date, weights: ExpertWeights): number =>
  evidence.reduce((sum, one) => sum + worth(one, weights) * decay(one.writtenAt, asOf, weights), 0) + skilled.reduce((sum, one) => sum + claimed(one, weights) * undated, 0);

/** What speaks for whom, whoever has most of it first, and of those with as much, in the order given: who is looked at more closely. */
export function likely(evidence: readonly Evidence[], skilled: readonly Skilled[], asOf: Date, weights: ExpertWeights): Map<string, Known> {
  const written = Map.groupBy(evidence, ({ personId }) => personId);
  const said = Map.groupBy(skilled, ({ personId }) => personId);
  const people = [...new Set([...written.keys(), ...said.keys()])].map((personId) => {
    const known = { evidence: written.get(personId) ?? [], skilled: said.get(personId) ?? [] };
    return { personId, known, about: aboutOf(known, asOf, weights) };
  });
  return new Map(people.sort((one, other) => other.about - one.about).map(({ personId, known }) => [personId, known]));
}

/** How much the subject counts against activity: the more, the better one text of somebody answers the question. `coverage`: 0 to 1. */
export const topicalityAt = (coverage: number, weights: Pick<ExpertWeights, 'topicality' | 'coverage'>): number => Math.min(weights.topicality + weights.coverage * coverage ** 6, 1);

/**
 * People, best first. Score = about^topicality × activity^(1 − topicality): the candidate model of Balog, Azzopardi and de Rijke (2006, 2009), p(q|person) × p(person),
 * where p(q|person) is gathered from documents as in their second model and the votes of Macdonald and Ounis (2006), and both fall with age as memory
 * does (a power, not an exponential). `activity`: the sum of `decay` over all that somebody wrote, whatever it is about, ideas apart, which count as far as they are evidence; whoever has none there may not be proposed.
 * `named`: how much of the question is the name of a skill.
 */
export function ranked(people: ReadonlyMap<string, Known>, activity: ReadonlyMap<string, number>, asOf: Date, weights: ExpertWeights, named = 0): Ranked[] {
  const found: Ranked[] = [];
  const compared = [...people].filter(([personId]) => activity.has(personId)).map(([, known]) => known);
  const coverage = Math.max(...compared.flatMap(({ evidence }) => evidence.map((one) => one.coverage)), compared.some(({ skilled }) => skilled.length > 0) ? named : 0, 0);
  const topicality = topicalityAt(coverage, weights);
  for (const [personId, known] of people) {
    const { evidence, skilled } = known;
    const active = activity.get(personId);
    const most = Math.max(...evidence.map((one) => worth(one, weights)), ...skilled.map((one) => claimed(one, weights)), 0);
    if (active === undefined || most < leastRelevance) continue;
    const ideas = evidence.filter(({ kind }) => kind === 'idea').reduce((sum, { writtenAt }) => sum + decay(writtenAt, asOf, weights), 0);
    const telling = (one: Evidence): number => worth(one, weights) * Math.sqrt(decay(one.writtenAt, asOf, weights));
    found.push({
      personId,
      score: aboutOf(known, asOf, weights) ** topicality * (active + ideas + undated * skilled.length) ** (1 - topicality),
      evidence: evidence.toSorted((one, other) => telling(other) - telling(one)),
      skilled: skilled.toSorted((one, other) => claimed(other, weights) - claimed(one, weights)),
    });
  }
  return found.sort((one, other) => other.score - one.score || (one.personId < other.personId ? -1 : 1));
}
