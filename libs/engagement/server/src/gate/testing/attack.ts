import { type GroupFilter } from '../publication.ts';
import { type Journey, type Period } from './journeys.ts';

/** A figure that was told: the sum of a secret over some facts, and whom it was said to be about. A fact is one person on one day; the attacker knows who stood where, not the secrets. */
export interface Told {
  /** 1 for each fact (`person * days + day`) that the sum is of. */
  facts: Uint8Array;
  sum: number;
}

/** What a gate lets through: which places of which days, or nothing. */
export type Gate = (filter: GroupFilter, period: Period) => ((person: number, day: number) => boolean) | null;

/** A company, and what each person did on each day, which nobody may learn. */
export interface Target {
  journeys: readonly Journey[];
  days: number;
  secretOf(fact: number): number;
}

/** Everything that can be asked: each combination of values, each of them left open too. */
export function everyFilter(values: Record<'department' | 'location' | 'level' | 'seniority', readonly string[]>): GroupFilter[] {
  const open = (names: readonly string[]): (string | undefined)[] => [undefined, ...names];
  const filters: GroupFilter[] = [];
  for (const department of open(values.department))
    for (const location of open(values.location)) for (const level of open(values.level)) for (const seniority of open(values.seniority)) filters.push({ department, location, level, seniority });
  return filters;
}

/** Asks everything, of all periods: what was done in the period, and how things stood on its last day. Answers that say the same are kept once. */
export function askEverything(target: Target, gate: Gate, filters: readonly GroupFilter[], periods: readonly Period[]): Told[] {
  const told = new Map<string, Told>();
  for (const period of periods) {
    for (const filter of filters) {
      const isCounted = gate(filter, period);
      if (!isCounted) continue;
      for (const from of [period.from, period.to]) {
        const facts = new Uint8Array(target.journeys.length * target.days);
        target.journeys.forEach((_, person) => {
          for (let day = from; day <= period.to; day += 1) if (isCounted(person, day)) facts[person * target.days + day] = 1;
        });
        const key = facts.join('');
        if (!told.has(key) && facts.includes(1)) told.set(key, { facts, sum: facts.reduce((sum, is, fact) => sum + is * target.secretOf(fact), 0) });
      }
    }
  }
  return [...told.values()];
}

/** The largest prime whose products of two remainders are still exact. */
const prime = 67_108_859;

/** Equations between the facts, and their right-hand side at the end of each row. */
type Equation = Float64Array;

const asEquation = ({ facts, sum }: Told): Equation => Float64Array.from([...facts, sum]);

function inverse(value: number): number {
  let [result, base, left] = [1, value, prime - 2];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

/** Gaussian elimination: the equations that are left when these facts are eliminated from all others, so which speak of none of them. */
function eliminate(equations: readonly Equation[], facts: readonly number[]): Equation[] {
  const left = equations.map((equation) => Float64Array.from(equation));
  for (const fact of facts) {
    const index = left.findIndex((equation) => equation[fact] !== 0);
    const [pivot] = index < 0 ? [] : left.splice(index, 1);
    if (!pivot) continue;
    const scale = inverse(pivot[fact] ?? 0);
    for (const equation of left) {
      const times = ((equation[fact] ?? 0) * scale) % prime;
      if (times !== 0) equation.forEach((value, column) => (equation[column] = (value + (prime - times) * (pivot[column] ?? 0)) % prime));
    }
  }
  return left;
}

/** Answers from which all others follow. */
export function independent(told: readonly Told[]): Equation[] {
  const basis: { equation: Equation; leading: number }[] = [];
  for (const answer of told) {
    const equation = asEquation(answer);
    for (const { equation: known, leading } of basis) {
      const times = equation[leading] ?? 0;
      if (times !== 0) known.forEach((value, column) => (equation[column] = ((equation[column] ?? 0) + (prime - times) * value) % prime));
    }
    const leading = equation.findIndex((value, column) => value !== 0 && column < answer.facts.length);
    if (leading < 0) continue;
    const scale = inverse(equation[leading] ?? 0);
    basis.push({ equation: equation.map((value) => (value * scale) % prime), leading });
  }
  return basis.map(({ equation }) => equation);
}

/** What was learned of fewer than the minimum: each fact times its weight, added up, is the sum. */
export interface Disclosure {
  people: number[];
  weights: Map<number, number>;
  sum: number;
}

/** Tries all groups of fewer than `minGroup` people: is there any sum over their facts alone that follows from the answers? */
export function disclosed(told: readonly Told[], { journeys, days }: Target, minGroup: number): Disclosure | null {
  const equations = independent(told);
  const facts = Array.from({ length: journeys.length * days }, (_, fact) => fact);
  for (let size = 1; size < minGroup; size += 1) {
    for (const people of groupsOf(size, journeys.length)) {
      const among = new Set(people);
      const others = facts.filter((fact) => !among.has(Math.floor(fact / days)));
      const [found] = eliminate(equations, others);
      if (found) return asDisclosure(people, found);
    }
  }
  return null;
}

function asDisclosure(people: number[], equation: Equation): Disclosure {
  const scale = inverse(equation.find((value) => value !== 0) ?? 1);
  const [...weights] = equation.map((value) => (value * scale) % prime);
  const sum = weights.pop() ?? 0;
  return { people, weights: new Map([...weights.entries()].filter(([, weight]) => weight !== 0)), sum };
}

/** Whether a disclosure is true: of the secrets themselves. */
export const isTrue = ({ weights, sum }: Disclosure, { secretOf }: Target): boolean => [...weights].reduce((total, [fact, weight]) => (total + weight * secretOf(fact)) % prime, 0) === sum;

function* groupsOf(size: number, people: number, from = 0): Generator<number[]> {
  if (size === 0) return yield [];
  for (let person = from; person <= people - size; person += 1) for (const others of groupsOf(size - 1, people, person + 1)) yield [person, ...others];
}

/**
 * Facts that no answer tells from each other: each answer adds up all of them or none. Whatever is computed from the answers weighs them alike, so it says nothing
 * of fewer people than the smallest of these has. The number of distinct people of each; those that no answer is about are not in it.
 */
export function peopleNeverToldApart(told: readonly Told[], { journeys, days }: Target): number[] {
  let kinds = new Int32Array(journeys.length * days);
  for (const { facts } of told) {
    const numbers = new Map<number, number>();
    kinds = kinds.map((kind, fact) => {
      const key = 2 * kind + (facts[fact] ?? 0);
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return numbers.get(key) ?? 0;
    });
  }
  const people = new Map<number, Set<number>>();
  kinds.forEach((kind, fact) => {
    if (told.some(({ facts }) => facts[fact] === 1)) people.set(kind, (people.get(kind) ?? new Set()).add(Math.floor(fact / days)));
  });
  return [...people.values()].map(({ size }) => size);
}
