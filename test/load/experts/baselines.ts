import type { ExpertQuery, NetworkDocument } from './network.ts';

/** Ranks people for a query, best first. */
export type Ranker = (query: ExpertQuery, asOf: Date | null) => string[];

const k1 = 1.2;
const b = 0.75;
const titleWeight = 2;
const tagWeight = 2;

/** Plain words: letters and digits, lower-cased, without accents. */
const wordsOf = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

type Bag = Map<string, number>;

function add(bag: Bag, words: readonly string[], weight: number): void {
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + weight);
}

function bagOf({ title, body, tags }: NetworkDocument): Bag {
  const bag: Bag = new Map();
  add(bag, wordsOf(title), titleWeight);
  add(bag, wordsOf(tags.join(' ')), tagWeight);
  add(bag, wordsOf(body), 1);
  return bag;
}

/** BM25 (Robertson and Walker 1994; k1 = 1.2, b = 0.75) over bags of weighted words. */
class Index {
  private readonly postings = new Map<string, { at: number; frequency: number }[]>();
  private readonly lengths: number[];
  private readonly meanLength: number;

  constructor(bags: readonly Bag[]) {
    this.lengths = bags.map((bag) => [...bag.values()].reduce((sum, weight) => sum + weight, 0));
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(bags.length, 1);
    for (const [at, bag] of bags.entries()) {
      for (const [word, frequency] of bag) {
        const list = this.postings.get(word) ?? [];
        this.postings.set(word, list);
        list.push({ at, frequency });
      }
    }
  }

  /** By the number of the bag, those with a word in common. */
  scores(words: ReadonlySet<string>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const word of words) {
      const list = this.postings.get(word) ?? [];
      const idf = Math.log(1 + (this.lengths.length - list.length + 0.5) / (list.length + 0.5));
      for (const { at, frequency } of list) {
        const length = (this.lengths[at] ?? 0) / this.meanLength;
        scores.set(at, (scores.get(at) ?? 0) + (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * length)));
      }
    }
    return scores;
  }
}

const best = (scores: ReadonlyMap<string, number>): string[] => [...scores].sort(([one, a], [other, z]) => z - a || (one < other ? -1 : 1)).map(([person]) => person);
const wordsOfQuery = ({ text, tags }: ExpertQuery): Set<string> => new Set(wordsOf(`${text} ${tags.join(' ')}`));
const wrote = (document: NetworkDocument, asOf: Date | null): Set<string> => new Set(document.people.filter(({ at }) => !asOf || at < asOf).map(({ person }) => person));

/** The sum of a person's matching documents: the questions that they answered, and what they posted. */
export function documentModel(documents: readonly NetworkDocument[]): Ranker {
  const index = new Index(documents.map(bagOf));
  return (query, asOf) => {
    const sums = new Map<string, number>();
    for (const [at, score] of index.scores(wordsOfQuery(query))) {
      for (const person of wrote(documents[at] as NetworkDocument, asOf)) sums.set(person, (sums.get(person) ?? 0) + score);
    }
    return best(sums);
  };
}

/** All that a person answered and posted as one document. */
export function candidateModel(documents: readonly NetworkDocument[]): Ranker {
  const build = (asOf: Date | null) => {
    const bags = new Map<string, Bag>();
    for (const document of documents) {
      const words = bagOf(document);
      for (const person of wrote(document, asOf)) {
        const bag = bags.get(person) ?? new Map<string, number>();
        bags.set(person, bag);
        for (const [word, weight] of words) bag.set(word, (bag.get(word) ?? 0) + weight);
      }
    }
    return { people: [...bags.keys()], index: new Index([...bags.values()]) };
  };
  const whole = build(null);
  return (query, asOf) => {
    const { people, index } = asOf ? build(asOf) : whole;
    return best(new Map([...index.scores(wordsOfQuery(query))].map(([at, score]) => [people[at] as string, score])));
  };
}

/** Who answered and posted most, whatever is asked. */
export function popularity(documents: readonly NetworkDocument[]): Ranker {
  return (_query, asOf) => {
    const counts = new Map<string, number>();
    for (const document of documents) for (const person of wrote(document, asOf)) counts.set(person, (counts.get(person) ?? 0) + 1);
    return best(counts);
  };
}
