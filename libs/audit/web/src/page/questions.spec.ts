import { describe, expect, it } from 'vitest';

import { isDay, isOfSamePeople, type Question, toldBy } from './questions.ts';

const line = (questions: object[]) => JSON.stringify({ actor: 'k', hash: 'ab', details: { questions } });

describe('a line of the log', () => {
  it('tells what was asked, filters that came later included', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(toldBy(line([march, { ...march, byMonth: true, department: 'Production', level: 'manager', location: 'Lyon' }]))).toEqual({
      actor: 'k',
      hash: 'ab',
      questions: [
        { ...march, department: null, about: null, byMonth: false, filters: [] },
        { ...march, department: 'Production', about: null, byMonth: true, filters: [['level', 'manager'], ['location', 'Lyon']] },
      ],
    });
    expect(toldBy(line([{ ...march, about: 'pulse' }])).questions).toEqual([{ ...march, department: null, about: 'pulse', byMonth: false, filters: [] }]);
    expect(toldBy('{"actor":null,"hash":"","details":{}}').questions).toEqual([]);
  });

  it('tells which questions are of the same people', () => {
    const [all, also, one] = toldBy(line([{ from: 'a', to: 'b' }, { from: 'c', to: 'd', byMonth: true }, { from: 'a', to: 'b', location: 'Lyon' }])).questions as [Question, Question, Question];
    expect([isOfSamePeople(all, also), isOfSamePeople(all, one)]).toEqual([true, false]);
  });
});

it.each([['2026-03-31', true], ['2026-02-30', true], ['2026-13-01', false], ['yesterday', false], ['', false]])('%s is a day that can be written out: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
