import { describe, expect, it } from 'vitest';

import { readingsOf } from './readings.ts';

const [march, april] = [{ from: '2026-03-01', to: '2026-03-31' }, { from: '2026-04-01', to: '2026-04-30' }];
const entry = (number: number, second: number, questions: object[], { actor = 'k', action = 'engagement.read' } = {}) => ({
  id: String(number), number, at: new Date(Date.UTC(2026, 4, 1, 8, 0, second)).toISOString(), action, line: JSON.stringify({ actor, hash: '', details: { questions } }), actor: null,
});

const numbers = (...entries: ReturnType<typeof entry>[]) => readingsOf(entries).map((reading) => reading.numbers);

describe('a reading', () => {
  it('is one where parts of a page asked by themselves', () => {
    const readings = readingsOf([entry(3, 2, [april]), entry(2, 1, [march, april]), entry(1, 0, [march])]);
    expect(readings).toMatchObject([{ id: '1', numbers: [1, 2, 3], questions: [march, april] }]);
  });

  it('is one of its own when somebody else reads, later, something else, or is refused', () => {
    expect(numbers(entry(2, 1, [march], { actor: 'z' }), entry(1, 0, [march]))).toEqual([[2], [1]]);
    expect(numbers(entry(2, 61, [march]), entry(1, 0, [march]))).toEqual([[2], [1]]);
    expect(numbers(entry(2, 1, [april]), entry(1, 0, [march]))).toEqual([[2], [1]]);
    expect(numbers(entry(2, 1, [march], { action: 'engagement.refused' }), entry(1, 0, [march]))).toEqual([[2], [1]]);
    expect(numbers()).toEqual([]);
  });
});
