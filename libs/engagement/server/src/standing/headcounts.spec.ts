import { describe, expect, it } from '@jest/globals';
import { dayNumber } from '../period/day.ts';
import type { Employment } from './employment.ts';
import { headcountsOf, staysOf } from './headcounts.ts';
import { placeKey, type Standing } from './standing.ts';

const always: Employment = { first: -Infinity, last: Infinity, away: [] };
const course = (...standings: [since: string, department: string][]): Standing[] =>
  standings.map(([since, department]) => ({ since: since ? dayNumber(since) : -Infinity, department, location: null, level: 'employee', seniority: null }));

/** By department: « day people » for each change in March. */
function inMarch(people: [Standing[], Employment][]): Record<string, string[]> {
  const ids = people.map((_, i) => String(i));
  const stays = staysOf(new Map(ids.map((id, i) => [id, people[i]?.[0] as Standing[]])), new Map(ids.map((id, i) => [id, people[i]?.[1] as Employment])));
  const { places, steps } = headcountsOf(stays, dayNumber('2026-03-01'), dayNumber('2026-03-31'));
  return Object.fromEntries(places.flatMap((place, i) => (steps[i]?.length ? [[place.department, steps[i].map((step) => step.join(' '))]] : [])));
}

describe('headcounts', () => {
  it('follow those who come, leave, move and are away for long', () => {
    expect(
      inMarch([
        [course(['', 'Atelier']), always],
        [course(['', 'Atelier'], ['2026-03-11', 'Bureau']), always],
        [course(['', 'Atelier']), { ...always, first: dayNumber('2026-03-05') }],
        [course(['', 'Atelier']), { ...always, last: dayNumber('2026-03-20') }],
        [course(['', 'Bureau']), { ...always, away: [[dayNumber('2026-02-10'), dayNumber('2026-03-15')]] }],
      ]),
    ).toEqual({ Atelier: ['0 3', '4 4', '10 3', '20 2'], Bureau: ['10 1', '15 2'] });
  });

  it('name no place where nobody was', () => {
    expect(inMarch([[course(['', 'Atelier'], ['2026-02-01', 'Bureau'], ['2026-04-01', 'Chantier']), always], [course(['', 'Dépôt']), { ...always, first: dayNumber('2026-04-01') }]])).toEqual({ Bureau: ['0 1'] });
  });

  it('tell places apart by all that they are', () => {
    const place = { department: 'A', location: null, level: 'employee', seniority: null } as const;
    expect(new Set([placeKey(place), placeKey({ ...place, location: 'A' }), placeKey({ ...place, department: null, location: 'A' }), placeKey({ ...place, seniority: 'first-year' })]).size).toBe(4);
  });
});
