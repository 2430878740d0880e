import fc from 'fast-check';
import { type DepartmentTree } from '../department-tree.ts';
import { type Headcounts, type Place, type Step } from '../headcounts.ts';
import { type Journey, treeOf } from './journeys.ts';

const departments = ['Audit', 'Board', 'Care', 'Design', 'Energy', 'Fleet', 'Grid'];
const locations = ['Lyon', 'Paris'];
const levels = ['employee', 'manager'];
const seniorities = ['months', 'years'];

/** The values that an attacker tries: one that does not exist among them. */
export const filterValues = { department: [...departments, 'Nowhere'], location: locations, level: levels, seniority: seniorities };

const oneOf = (names: readonly string[]): fc.Arbitrary<string | null> => fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 6 }, { arbitrary: fc.constant(null), weight: 1 });

const treeFrom = (above: readonly (string | null)[]): DepartmentTree => treeOf(Object.fromEntries(departments.map((name, index) => [name, above[index] ?? null])));

/** Some below others, some that nobody is in, and circles. */
export const anyTree: fc.Arbitrary<DepartmentTree> = fc.tuple(...departments.map(() => oneOf(departments))).map(treeFrom);

/** No circles, and one department above all others, so that teams have something to hide behind. */
export const deepTree: fc.Arbitrary<DepartmentTree> = fc
  .tuple(...departments.map((_, index) => (index === 0 ? fc.constant(null) : fc.constantFrom(...departments.slice(0, index)))))
  .map(treeFrom);

export const anyPlace: fc.Arbitrary<Place> = fc.record({ department: oneOf(departments), location: oneOf(locations), level: oneOf(levels), seniority: oneOf(seniorities) });

/** Places of many people, of few and of nobody, which come and go. */
export const anyHeadcounts = (days: number): fc.Arbitrary<Headcounts> =>
  fc.uniqueArray(anyPlace, { minLength: 1, maxLength: 24, selector: (place) => JSON.stringify(place) }).chain((places) =>
    fc.tuple(...places.map(() => anySteps(days))).map((steps) => ({ days, places, steps })));

const anySteps = (days: number): fc.Arbitrary<Step[]> =>
  fc.uniqueArray(fc.tuple(fc.nat(days - 1), fc.oneof(fc.nat(3), fc.nat(12), fc.constant(0))), { selector: ([day]) => day, maxLength: 4 }).map((steps) => steps.sort(([first], [second]) => first - second));

/** People who mostly stay where they are; some move, come or leave. A few places hold most of them. */
export const anyJourneys = (people: number, days: number): fc.Arbitrary<Journey[]> =>
  fc.array(anyPlace, { minLength: 4, maxLength: 10 }).chain((places) => {
    const somewhere = fc.oneof(...[null, ...places].map((place, index) => ({ arbitrary: fc.constant(place), weight: index === 0 ? 2 : 1 + Math.floor(12 / index) })));
    const journey = fc.oneof(
      { arbitrary: somewhere.map((place) => Array.from({ length: days }, () => place)), weight: 5 },
      { arbitrary: fc.tuple(somewhere, somewhere, fc.nat(days - 1)).map(([before, after, moved]) => Array.from({ length: days }, (_, day) => (day < moved ? before : after))), weight: 1 },
    );
    return fc.array(journey, { minLength: people, maxLength: people });
  });
