import { describe, expect, it } from '@jest/globals';
import { defaultWeights } from './expert-weights.ts';
import { decay, likely, ranked, type Evidence } from './ranking.ts';
import type { Skilled } from './skilled.query.ts';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
let count = 0;
const evidence = (personId: string, change: Partial<Evidence> = {}): Evidence => {
  count += 1;
  return { id: `evidence-${count}`, kind: 'answer', personId, questionId: null, communityId: null, writtenAt: daysAgo(1), relevance: 0.5, coverage: 0, isAccepted: false, votes: 0, ...change };
};
const able = (personId: string, change: Partial<Skilled> = {}): Skilled => ({ personId, skillId: null, words: 'welding', isDeclared: true, level: null, endorsements: 0, isAskMeAbout: false, ...change });
const order = (of: readonly Evidence[], activity: Record<string, number>, skilled: readonly Skilled[] = [], weights = defaultWeights) =>
  ranked(likely(of, skilled, now, weights), new Map(Object.entries(activity)), now, weights).map(({ personId }) => personId);
const same = 3;

describe('who stands first', () => {
  it.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    ['who wrote more about it', { relevance: 0.9 }, { relevance: 0.3 }],
    ['whose answer was accepted', { isAccepted: true }, {}],
    ['whose answer others found useful', { votes: 5 }, { votes: 0 }],
  ])('%s', (_what, first, second) => {
    expect(order([evidence('b', second), evidence('a', first)], { a: same, b: same })).toEqual(['a', 'b']);
    expect(order([evidence('a', second), evidence('b', first)], { a: same, b: same })).toEqual(['b', 'a']);
  });

  it('who has lately written, of two who know as much', () => {
    expect(order([evidence('a'), evidence('b')], { a: 0.2, b: 4 })).toEqual(['b', 'a']);
  });

  it('who has answered it, before whoever writes much and had a word in common by chance', () => {
    expect(order([evidence('busy', { relevance: 0.03 }), evidence('knows', { relevance: 1, writtenAt: daysAgo(40) })], { busy: 1.5, knows: 0.5 })).toEqual(['knows', 'busy']);
  });

  it('who has answered just that, before whoever is much more active, only when a text holds the whole question', () => {
    const of = (coverage: number) => [evidence('busy', { relevance: 0.3 }), evidence('knows', { relevance: 1, coverage, writtenAt: daysAgo(10) })];
    expect(order(of(0.5), { busy: 4, knows: 0.6 })).toEqual(['busy', 'knows']);
    expect(order(of(1), { busy: 4, knows: 0.6 })).toEqual(['knows', 'busy']);
    // What somebody wrote who may not be proposed says nothing of the others.
    expect(order([...of(0.5), evidence('gone', { coverage: 1 })], { busy: 4, knows: 0.6 })).toEqual(['busy', 'knows']);
  });

  it('who has written about it more often', () => {
    expect(order([evidence('a'), evidence('b'), evidence('b'), evidence('b')], { a: same, b: same })).toEqual(['b', 'a']);
  });

  it('who has lately written about it, of two who did', () => {
    expect(order([evidence('a', { writtenAt: daysAgo(300) }), evidence('b')], { a: same, b: same })).toEqual(['b', 'a']);
  });

  it('leaves out who has only chance words, and who may not be proposed', () => {
    expect(order([evidence('a', { relevance: 0.001 }), evidence('b'), evidence('c')], { a: same, c: same })).toEqual(['c']);
  });

  it.each<[string, Partial<Skilled>, Partial<Skilled>]>([
    ['whom others come to, before who is learning it', { level: 4 }, { level: 1 }],
    ['who says so, before whom only a colleague names', { endorsements: 1 }, { isDeclared: false, endorsements: 1 }],
    ['whom colleagues endorse', { endorsements: 2 }, { endorsements: 0 }],
  ])('%s', (_what, first, second) => {
    expect(order([], { a: same, b: same }, [able('b', second), able('a', first)])).toEqual(['a', 'b']);
    expect(order([], { a: same, b: same }, [able('a', second), able('b', first)])).toEqual(['b', 'a']);
  });

  it('who says that they can do it and has written nothing, after who has answered lately', () => {
    expect(order([evidence('b')], { a: 0, b: 1.5 }, [able('a', { level: 4 })])).toEqual(['b', 'a']);
  });

  it('is the same whatever the order that evidence comes in', () => {
    const all = ['a', 'b', 'c', 'd'].flatMap((person, i) => [evidence(person), evidence(person, { relevance: i % 2 })]);
    const activity = { a: same, b: same, c: same, d: same };
    expect(order(all.toReversed(), activity)).toEqual(order(all, activity));
  });
});

describe('age', () => {
  it.each([
    [0, 1],
    [10, 1 / 2],
    [30, 1 / 4],
    [-5, 1],
  ])('of %d days leaves %d', (days, left) => {
    expect(decay(daysAgo(days), now, { recency: 10 })).toBeCloseTo(left);
  });
});
