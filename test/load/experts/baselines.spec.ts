import { describe, expect, it } from '@jest/globals';
import { candidateModel, documentModel, popularity } from './baselines.ts';
import type { ExpertQuery, NetworkDocument } from './network.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const document = (title: string, people: [string, number][], change: Partial<NetworkDocument> = {}): NetworkDocument => ({
  title, body: '', tags: [], people: people.map(([person, at]) => ({ person, at: day(at) })), ...change,
});
const asking = (text: string, tags: string[] = []): ExpertQuery => ({ id: '1', text, tags, relevant: new Map(), askedBy: null, createdAt: null });

const documents = [
  document('How to calibrate a pump', [['ada', 1], ['bob', 2]]),
  document('Pump leaks', [['ada', 3]], { body: 'The seal of the pump is gone.' }),
  document('Canteen hours', [['cyd', 4], ['cyd', 5]], { tags: ['lunch'] }),
  document('Où ranger les vélos', [['dan', 6]]),
];

describe.each([
  ['the document model', documentModel],
  ['the candidate model', candidateModel],
])('%s', (_name, model) => {
  const rank = model(documents);

  it.each([
    ['who wrote about it more', asking('pump'), ['ada', 'bob']],
    ['by hashtags', asking('when?', ['lunch']), ['cyd']],
    ['without accents and capitals', asking('VELOS'), ['dan']],
    ['nobody for words that nobody wrote', asking('submarine'), []],
  ])('finds %s', (_what, query, people) => {
    expect(new Set(rank(query, null))).toEqual(new Set(people));
  });

  it('knows only what was written before', () => {
    expect(rank(asking('pump'), day(2))).toEqual(['ada']);
    expect(rank(asking('pump'), day(1))).toEqual([]);
  });
});

describe('the document model', () => {
  it('sums over documents', () => {
    expect(documentModel(documents)(asking('pump'), null)).toEqual(['ada', 'bob']);
  });
});

describe('popularity', () => {
  it('counts documents, whatever is asked', () => {
    expect(popularity(documents)(asking('submarine'), null)[0]).toBe('ada');
    expect(popularity(documents)(asking('submarine'), day(1))).toEqual([]);
  });
});
