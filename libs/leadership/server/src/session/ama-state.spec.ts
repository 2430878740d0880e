import { describe, expect, it } from '@jest/globals';
import { canStillChange, stateAt, takesAnswers, takesQuestions, type AmaState } from './ama-state.ts';

const times = { opensAt: new Date('2026-03-02T09:00Z'), startsAt: new Date('2026-03-05T14:00Z'), endsAt: new Date('2026-03-05T15:00Z'), cancelledAt: null };

describe('the state of a session', () => {
  it.each<[string, AmaState]>([
    ['2026-03-02T08:59:59Z', 'announced'],
    ['2026-03-02T09:00:00Z', 'collecting'],
    ['2026-03-05T13:59:59Z', 'collecting'],
    ['2026-03-05T14:00:00Z', 'live'],
    ['2026-03-05T14:59:59Z', 'live'],
    ['2026-03-05T15:00:00Z', 'over'],
  ])('at %s is %s', (now, state) => {
    expect(stateAt(times, new Date(now))).toBe(state);
  });

  it('of one that was called off is that, whatever the time', () => {
    for (const now of Object.values(times)) expect(stateAt({ ...times, cancelledAt: times.opensAt }, now ?? new Date())).toBe('cancelled');
  });

  it.each<[AmaState, { asks: boolean; answers: boolean; changes: boolean }]>([
    ['announced', { asks: false, answers: false, changes: true }],
    ['collecting', { asks: true, answers: false, changes: true }],
    ['live', { asks: true, answers: true, changes: true }],
    ['over', { asks: false, answers: true, changes: false }],
    ['cancelled', { asks: false, answers: false, changes: false }],
  ])('%s: %j', (state, allowed) => {
    expect({ asks: takesQuestions(state), answers: takesAnswers(state), changes: canStillChange(state) }).toEqual(allowed);
  });
});
