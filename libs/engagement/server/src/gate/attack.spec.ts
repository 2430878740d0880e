import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Beside, besideByDay, tellsBeside } from './beside.ts';
import { type DepartmentTree, type FormerTree } from './department-tree.ts';
import { type Place } from './headcounts.ts';
import { type GroupFilter, Publication } from './publication.ts';
import { askEverything, disclosed, everyFilter, type Gate, isTrue, peopleNeverToldApart, type Target } from './testing/attack.ts';
import { headcountsOf, type Journey, nameOf, type Period, periodsOf, treeOf } from './testing/journeys.ts';
import { anyJourneys, deepTree, filterValues } from './testing/random-company.ts';

interface Case {
  journeys: readonly Journey[];
  tree: DepartmentTree;
  /** Until the day on which the company was reorganised. */
  former?: FormerTree;
  minGroup: number;
  /** Managers as a group, and brackets of seniority, are told of for the whole company where they may be. */
  tellsBeside?: 'where it may' | 'always';
}

const isManager = ({ level }: Place): boolean => level === 'manager';

/** Whom a filter asks for that blocks need not answer; null: blocks must. */
function besideOf(filter: GroupFilter, { members, seniorities }: Beside): ((place: Place | null) => boolean) | null {
  const { level, seniority, ...others } = filter;
  if (Object.values(others).some((other) => other !== undefined) || (level !== undefined) === (seniority !== undefined)) return null;
  if (level === 'manager' && members) return (place) => place !== null && isManager(place);
  return seniority !== undefined && seniorities ? (place) => place?.seniority === seniority : null;
}

/** The trees of a period. */
const treesOf = ({ tree, former }: Case, { from, to }: Period) => {
  if (!former || from >= former.until) return { tree };
  return to < former.until ? { tree: former.tree } : { tree, formerTrees: [{ tree: former.tree, until: former.until - from }] };
};

const once = <Value>(make: (period: Period) => Value): ((period: Period) => Value) => {
  const made = new Map<string, Value>();
  return (period) => {
    const key = `${period.from}-${period.to}`;
    const value = made.get(key) ?? make(period);
    made.set(key, value);
    return value;
  };
};

/** The gate as it is used: a publication for each period; people count at the places where they stood on the day. `seen` are the days that the publication is made from. */
function realGate(one: Case, seen: (period: Period) => Period = (period) => period): Gate {
  const { journeys, minGroup } = one;
  const published = once((period) => {
    const headcounts = headcountsOf(journeys, seen(period));
    const beside = tellsBeside([...besideByDay({ headcounts, ...treesOf(one, seen(period)), minGroup }, isManager)]);
    return { beside, publication: new Publication({ headcounts, ...treesOf(one, seen(period)), minGroup }), indexes: new Map(headcounts.places.map((place, index) => [nameOf(place), index])) };
  });
  return (filter, period) => {
    const { publication, indexes, beside } = published(period);
    const isAsked = one.tellsBeside && besideOf(filter, one.tellsBeside === 'always' ? { members: true, seniorities: true } : beside);
    if (isAsked) return (person, day) => isAsked(journeys[person]?.[day] ?? null);
    const answer = publication.select(filter);
    if ('refused' in answer) return null;
    return (person, day) => {
      const place = journeys[person]?.[day];
      return place != null && answer.places[indexes.get(nameOf(place)) ?? -1] === 1;
    };
  };
}

/** Answers whatever is about enough people on each day. */
function naiveGate({ journeys, tree, minGroup }: Case): Gate {
  return (filter, { from, to }) => {
    const isAsked = (person: number, day: number): boolean => satisfies(journeys[person]?.[day] ?? null, filter, tree);
    for (let day = from; day <= to; day += 1) if (journeys.filter((_, person) => isAsked(person, day)).length < minGroup) return null;
    return isAsked;
  };
}

function satisfies(place: Place | null, { department, location, level, seniority }: GroupFilter, tree: DepartmentTree): boolean {
  if (!place) return false;
  const above: (string | null)[] = [];
  for (let name = place.department; name !== null && !above.includes(name); name = tree.parentOf(name)) above.push(name);
  const fits = (asked: string | undefined, is: string | null): boolean => asked === undefined || asked === is;
  return (department === undefined || above.includes(department)) && fits(location, place.location) && fits(level, place.level) && fits(seniority, place.seniority);
}

/** What each did on each day: numbers from which nothing follows. */
const targetOf = (journeys: readonly Journey[]): Target => ({ journeys, days: journeys[0]?.length ?? 0, secretOf: (fact) => ((fact + 1) * 7919) % 1009 });

const filters = everyFilter(filterValues);
const attack = ({ journeys, minGroup }: Case, gate: Gate) => {
  const target = targetOf(journeys);
  const told = askEverything(target, gate, filters, periodsOf(target.days));
  return { told, found: disclosed(told, target, minGroup), target };
};

const staff = (people: number, place: Partial<Place>, days: number): Journey[] => Array.from({ length: people }, () => Array.from({ length: days }, () => at(place)));
const at = (place: Partial<Place>): Place => ({ department: null, location: 'Paris', level: 'employee', seniority: 'years', ...place });

/** A head, a team of two, a team that was of two on the first day, one who moves, one who comes, one elsewhere. */
const company: Case = {
  minGroup: 4,
  tree: treeOf({ Board: 'Audit', Care: 'Audit' }),
  journeys: [
    ...staff(1, { department: 'Audit', level: 'manager' }, 3),
    ...staff(5, { department: 'Board' }, 3),
    ...staff(4, { department: 'Care' }, 3),
    ...staff(1, { department: 'Care', location: 'Lyon' }, 3),
    ...staff(2, { department: 'Design' }, 3),
    ...staff(4, { department: 'Energy' }, 3),
    ...staff(4, { department: 'Fleet' }, 3),
    ...staff(2, { department: 'Grid' }, 3),
    ...staff(2, { department: 'Grid' }, 3).map((journey) => journey.map((place, day) => (day === 0 ? null : place))),
    [at({ department: 'Energy' }), at({ department: 'Energy' }), at({ department: 'Fleet' })],
    [null, at({ department: 'Board' }), at({ department: 'Board' })],
  ],
};

describe('an attack by thousands of questions', () => {
  it('learns of one person from a gate that answers whatever is about enough people', () => {
    const { told, found, target } = attack(company, naiveGate(company));
    expect(told.length).toBeGreaterThan(20);
    expect(found?.people).toHaveLength(1);
    expect(found && isTrue(found, target)).toBe(true);
    const [[fact, weight] = [0, 0]] = found?.weights ?? [];
    expect({ weight, sum: found?.sum }).toEqual({ weight: 1, sum: target.secretOf(fact) });
    expect(Math.min(...peopleNeverToldApart(told, target))).toBe(1);
  });

  it('learns of fewer than the minimum from a gate that looks at the last day of each period only', () => {
    const { found, target } = attack(company, realGate(company, ({ to }) => ({ from: to, to })));
    expect(found && isTrue(found, target)).toBe(true);
  });

  it('learns nothing of fewer than the minimum from this gate, of the same company', () => {
    const { told, found, target } = attack(company, realGate(company));
    expect(told.length).toBeGreaterThan(10);
    expect(found).toBeNull();
    expect(Math.min(...peopleNeverToldApart(told, target))).toBeGreaterThanOrEqual(company.minGroup);
  });

  it('learns nothing of any small company, whoever moves, comes or leaves: all groups of fewer than the minimum are tried', () => {
    const anyCase = fc.record({ minGroup: fc.integer({ min: 3, max: 4 }), tree: deepTree, journeys: fc.integer({ min: 12, max: 18 }).chain((people) => anyJourneys(people, 3)) });
    let [naiveLearned, answers] = [0, 0];
    fc.assert(
      fc.property(anyCase, (one) => {
        const { told, found } = attack(one, realGate(one));
        expect(found).toBeNull();
        answers += told.length;
        if (attack(one, naiveGate(one)).found) naiveLearned += 1;
      }),
      { numRuns: 25, seed: 7 },
    );
    // Not for want of something to find, nor of answers.
    expect(naiveLearned).toBeGreaterThan(12);
    expect(answers).toBeGreaterThan(25 * 6);
  });

  it('learns nothing of a minimum of five among 22 people', () => {
    fc.assert(
      fc.property(deepTree, anyJourneys(22, 2), (tree, journeys) => {
        const one = { tree, journeys, minGroup: 5 };
        expect(attack(one, realGate(one)).found).toBeNull();
      }),
      { numRuns: 3 },
    );
  });

  it('learns nothing of larger companies over many periods: no answer tells fewer than the minimum from the others', () => {
    let [naiveLearned, answers] = [0, 0];
    fc.assert(
      fc.property(deepTree, anyJourneys(120, 6), fc.integer({ min: 5, max: 10 }), (tree, journeys, minGroup) => {
        const one = { tree, journeys, minGroup };
        const target = targetOf(journeys);
        const told = askEverything(target, realGate(one), filters, periodsOf(6));
        expect(Math.min(...peopleNeverToldApart(told, target))).toBeGreaterThanOrEqual(minGroup);
        answers += told.length;
        if (Math.min(...peopleNeverToldApart(askEverything(target, naiveGate(one), filters, periodsOf(6)), target)) < minGroup) naiveLearned += 1;
      }),
      { numRuns: 4, seed: 7 },
    );
    // With this seed a naive gate gives something away: companies of another are sometimes too large for it.
    expect(naiveLearned).toBeGreaterThan(0);
    expect(answers).toBeGreaterThan(100);
  });

  it('learns nothing more where managers and brackets of seniority are told of beside departments, and much where they may not be', () => {
    let [members, seniorities, both, learned] = [0, 0, 0, 0];
    fc.assert(
      fc.property(fc.record({ minGroup: fc.constant(3), tree: deepTree, journeys: anyJourneys(40, 2) }), (input) => {
        const target = targetOf(input.journeys);
        const learns = (tellsBeside: Case['tellsBeside']) => disclosed(askEverything(target, realGate({ ...input, tellsBeside }), filters, periodsOf(2)), target, input.minGroup);
        expect(learns('where it may')).toBeNull();
        const beside = tellsBeside([...besideByDay({ headcounts: headcountsOf(input.journeys, { from: 0, to: 1 }), tree: input.tree, minGroup: input.minGroup }, isManager)]);
        members += Number(beside.members);
        seniorities += Number(beside.seniorities);
        both += Number(beside.members && beside.seniorities);
        if (learns('always')) learned += 1;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(Math.min(members, seniorities, both, learned)).toBeGreaterThan(5);
  });

  const reorganised = fc.record({
    minGroup: fc.constant(4), tree: deepTree, former: fc.record({ tree: deepTree, until: fc.integer({ min: 1, max: 2 }) }), journeys: anyJourneys(16, 3),
  });

  it('learns nothing of a company that was reorganised meanwhile', () => {
    let answers = 0;
    fc.assert(
      fc.property(reorganised, (one) => {
        const { told, found } = attack(one, realGate(one));
        expect(found).toBeNull();
        answers += told.length;
      }),
      { numRuns: 25, seed: 7 },
    );
    expect(answers).toBeGreaterThan(25 * 6);
  });

  it('learns of fewer from a gate that takes the tree of its last day for all of a period', () => {
    let learned = 0;
    fc.assert(
      fc.property(reorganised, (one) => {
        const [before, after] = [realGate({ ...one, tree: one.former.tree, former: { ...one.former, until: 0 } }), realGate({ ...one, former: { ...one.former, until: 0 } })];
        if (attack(one, (filter, period) => (period.to < one.former.until ? before : after)(filter, period)).found) learned += 1;
      }),
      { numRuns: 25, seed: 7 },
    );
    expect(learned).toBeGreaterThan(0);
  });

  it('is answered with whole blocks of each day of the period only', () => {
    fc.assert(
      fc.property(deepTree, anyJourneys(40, 4), (tree, journeys) => {
        const one = { tree, journeys, minGroup: 4 };
        const target = targetOf(journeys);
        const told = askEverything(target, realGate(one), filters, periodsOf(target.days));
        for (let day = 0; day < target.days; day += 1) {
          const headcounts = headcountsOf(journeys, { from: day, to: day });
          for (const block of new Publication({ ...one, headcounts }).blocks) {
            const names = new Set(block.map((place) => JSON.stringify(headcounts.places[place])));
            const facts = journeys.flatMap((journey, person) => (names.has(JSON.stringify(journey[day])) ? [person * target.days + day] : []));
            for (const answer of told) expect(new Set(facts.map((fact) => answer.facts[fact])).size).toBe(1);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('a figure that the gate cannot save', () => {
  const active = (journeys: readonly Journey[], counts: (person: number, day: number) => boolean): number => journeys.filter((journey, person) => journey.some((_, day) => counts(person, day))).length;
  const firstDayOnly = (counts: (person: number, day: number) => boolean) => (person: number, day: number): boolean => day === 0 && counts(person, day);
  const mover: Case = {
    minGroup: 5,
    tree: treeOf({}),
    journeys: [...staff(6, { department: 'Energy' }, 2), ...staff(6, { department: 'Fleet' }, 2), [at({ department: 'Energy' }), at({ department: 'Fleet' })]],
  };
  const counted = (filter: GroupFilter) => {
    const gate = realGate(mover)(filter, { from: 0, to: 1 });
    if (!gate) throw new Error('refused');
    return gate;
  };
  const [everybody, energy, fleet] = [counted({}), counted({ department: 'Energy' }), counted({ department: 'Fleet' })];

  it('counts who was active at any time, a mover in both departments: the departments and the company differ by the mover', () => {
    expect(active(mover.journeys, energy) + active(mover.journeys, fleet) - active(mover.journeys, everybody)).toBe(1);
  });

  it('is mended by counting each person at one place, where they stood when they were first active', () => {
    expect(active(mover.journeys, firstDayOnly(energy)) + active(mover.journeys, firstDayOnly(fleet))).toBe(active(mover.journeys, firstDayOnly(everybody)));
  });
});
