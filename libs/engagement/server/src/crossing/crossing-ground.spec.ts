import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Headcounts } from '../gate/headcounts.ts';
import { Publication } from '../gate/publication.ts';
import type { NumberedPlace } from '../standing/places.ts';
import { never } from '../period/never.ts';
import type { TiesOfDay } from './crossing.ts';
import { CrossingGround } from './crossing-ground.ts';
import { departmentsOfPeriod } from './departments-of-period.ts';

const minGroup = 3;

/** A company by the sizes of its departments, on one day; numbers of places are those of the departments. */
function groundOf(sizes: readonly number[], parents: readonly (number | null)[]) {
  const names = sizes.map((_, i) => `D${i}`);
  const headcounts: Headcounts = { days: 1, places: names.map((department) => ({ department, location: null, level: null, seniority: null })), steps: sizes.map((people) => [[0, people]]) };
  const tree = { parentOf: (name: string) => (parents[names.indexOf(name)] == null ? null : (names[parents[names.indexOf(name)] as number] ?? null)) };
  const publication = new Publication({ headcounts, tree, minGroup });
  const places: NumberedPlace[] = names.map((department, id) => ({ id, department, location: null, level: null, seniority: null }));
  return { names, places, told: departmentsOfPeriod(publication, headcounts).told, ground: new CrossingGround({ publication, headcounts, tree, minGroup }) };
}

type Ties = readonly (readonly [from: number, to: number])[];
const dayOf = (ties: Ties): TiesOfDay[] => [
  {
    day: 0,
    held: {
      from: Int32Array.from(ties, ([from]) => from),
      to: Int32Array.from(ties, ([, to]) => to),
      gap: new Uint16Array(ties.length).fill(never),
      reverseGap: new Uint16Array(ties.length).fill(never),
    },
  },
];

/** What is told of a department, and of those below it. */
function toldOf(ground: CrossingGround, ties: Ties, places: readonly NumberedPlace[], name: string) {
  const part = ground.part(name);
  return part && { people: part.people, leftOut: part.leftOut, crossing: ground.department(ground.count(dayOf(ties), 0, places), part) };
}

describe('what is told of ties between departments', () => {
  it('is of departments that may be told of alone, at both ends', () => {
    const { ground, places, told } = groundOf([30, 12, 1, 100], [null, 0, null, null]);
    // The one person of D2 hides with the first department large enough: that of D0 itself.
    expect([...told].sort()).toEqual(['D1', 'D3']);
    const ties: Ties = [[0, 0], [0, 1], [0, 2], [1, 2], [1, 3], [1, 1], [1, 0], [3, 2]];
    for (const name of ['D0', 'D1']) expect(toldOf(ground, ties, places, name)).toMatchObject({ people: 12, leftOut: name === 'D0' ? 30 : 0, crossing: { ties: 2, eiIndex: 0 } });
    expect(toldOf(ground, ties, places, 'D2')).toBeNull();
    expect(ground.matrix(ground.count(dayOf(ties), 0, places), 24)).toEqual({ departments: ['D3', 'D1'], ties: [[0, 0], [1, 1]] });
    expect(ground.company(ground.count(dayOf(ties), 0, places))).toMatchObject({ ties: 8 });
  });

  it('does not change with what anybody does to or with those who may not be told of', () => {
    const company = fc.integer({ min: 2, max: 7 }).chain((number) =>
      fc.record({
        sizes: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: number, maxLength: number }),
        parents: fc.array(fc.option(fc.nat(number - 1)), { minLength: number, maxLength: number }),
        ties: fc.array(fc.tuple(fc.nat(number - 1), fc.nat(number - 1)), { maxLength: 30 }),
        others: fc.array(fc.tuple(fc.nat(number - 1), fc.nat(number - 1)), { maxLength: 30 }),
      }),
    );
    let hidden = 0;
    fc.assert(
      fc.property(company, ({ sizes, parents, ties, others }) => {
        const { ground, places, told, names } = groundOf(sizes, parents);
        const isTold = ([from, to]: Ties[number]): boolean => told.has(names[from] as string) && told.has(names[to] as string);
        const changed = [...ties.filter(isTold), ...others.filter((tie) => !isTold(tie))];
        hidden += ties.length - ties.filter(isTold).length;
        const answers = (those: Ties) => [...names.map((name) => toldOf(ground, those, places, name)), ground.matrix(ground.count(dayOf(those), 0, places), 24)];
        expect(answers(changed)).toEqual(answers(ties));
      }),
      { numRuns: 300 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it('finds the departments below one, and bounds the matrix to the largest', () => {
    const { ground, places } = groundOf([3, 4, 5, 6], [null, 0, 1, null]);
    expect(ground.departments).toEqual(['D0', 'D1', 'D2', 'D3']);
    expect(toldOf(ground, [[2, 3]], places, 'D0')).toMatchObject({ people: 12, leftOut: 0, crossing: { ties: 1, eiIndex: 1 } });
    expect(ground.matrix(ground.count(dayOf([[2, 3], [0, 1]]), 0, places), 2)).toEqual({ departments: ['D3', 'D2'], ties: [[0, 0], [1, 0]] });
  });
});
