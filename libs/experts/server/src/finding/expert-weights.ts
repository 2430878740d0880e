/** What the formula of expert finding weighs (see the domain's README). */
export interface ExpertWeights {
  /** Days after which something written counts half as much as today; after three times as long a quarter: 1 / (1 + age / recency). */
  recency: number;
  /** How much what one has written about the question counts, against how much one writes lately: 0 not at all, 0.5 as much, 1 alone. */
  topicality: number;
  /** What is added to `topicality` when a text holds all the words of the question that tell; by the sixth power of the part that it holds. */
  coverage: number;
  /** What a shared hashtag adds to the words; 0: nothing. */
  tags: number;
  /** What the words of an answer itself count, when those of the question that it answers count 1. */
  answerText: number;
  /** What an accepted answer counts more than another: 0.2 is a fifth. */
  accepted: number;
  /** What a vote adds to an answer, by the logarithm of their number. */
  votes: number;
  /** What a declared skill counts, when a text that is wholly about the question counts 1; « I help others with it » more than « I am learning it ». */
  skills: number;
  /** What a colleague's endorsement of it adds, by the logarithm of their number. */
  endorsements: number;
}

/** Chosen by cross-validation on questions of a public network, and checked on others of other fields: see infra/decisions/0008. */
export const defaultWeights: ExpertWeights = { recency: 10, topicality: 0.4, coverage: 0.5, tags: 1, answerText: 0.5, accepted: 0.2, votes: 0.1, skills: 1, endorsements: 0.3 };

const most: ExpertWeights = { recency: 3_650, topicality: 1, coverage: 1, tags: 10, answerText: 10, accepted: 10, votes: 10, skills: 10, endorsements: 10 };

/** Reads `EXPERT_WEIGHTS`, such as « recency=30 topicality=1 »; what is left out keeps its default. Every fault is one sentence. */
export function parseWeights(text: string | undefined): { weights: ExpertWeights } | { faults: string[] } {
  const weights = { ...defaultWeights };
  const faults: string[] = [];
  for (const part of (text ?? '').split(/\s+/).filter(Boolean)) {
    const [name = '', given = ''] = part.split('=');
    const value = given === '' ? Number.NaN : Number(given);
    if (!isWeight(name)) faults.push(`EXPERT_WEIGHTS knows no "${name}": use ${Object.keys(defaultWeights).join(', ')}, for example EXPERT_WEIGHTS="recency=30 tags=2".`);
    else if (!(value >= 0 && value <= most[name]) || (name === 'recency' && value === 0)) faults.push(`EXPERT_WEIGHTS ("${part}") is not valid: ${name} goes from 0 to ${most[name]}.`);
    else weights[name] = value;
  }
  return faults.length > 0 ? { faults } : { weights };
}

const isWeight = (name: string): name is keyof ExpertWeights => Object.hasOwn(defaultWeights, name);

export const EXPERT_WEIGHTS = Symbol('EXPERT_WEIGHTS');

export const expertWeightsProvider = {
  provide: EXPERT_WEIGHTS,
  useFactory: (): ExpertWeights => {
    const read = parseWeights(process.env['EXPERT_WEIGHTS']);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.weights;
  },
};
