import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTellable, shownParticipation, smallestGroup, type DepartmentCount } from './shown-departments.ts';

const department = (name: string | null, headcount: number, tookPart: number): DepartmentCount => ({ department: name, headcount, tookPart });

describe('who took part by department', () => {
  it('is told of departments in which neither few did nor few did not', () => {
    const shown = shownParticipation([department('Sales', 40, 12), department('Works', 100, 30), department('Legal', 9, 3), department('Labs', 30, 25), department(null, 20, 6)]);
    expect(shown).toEqual({ tookPart: 76, headcount: 199, departments: [department('Works', 100, 30), department('Sales', 40, 12)], others: { headcount: 59, tookPart: 34 } });
  });

  it('hides another department where one alone would be what is left', () => {
    const shown = shownParticipation([department('Sales', 40, 12), department('Works', 100, 30), department('Legal', 9, 3)]);
    expect(shown).toEqual({ tookPart: 45, headcount: 149, departments: [department('Works', 100, 30)], others: { headcount: 49, tookPart: 15 } });
  });

  it('says nothing of a campaign for one small department, not even in all', () => {
    expect(shownParticipation([department('Legal', 9, 8)])).toEqual({ tookPart: null, headcount: 9, departments: [], others: null });
    expect(shownParticipation([])).toEqual({ tookPart: null, headcount: 0, departments: [], others: null });
  });

  it('never lets a figure about fewer than eight be computed from what is shown', () => {
    const counts = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 }).map((pairs) => pairs.map(([headcount, took], i) => department(i === 0 ? null : `d${i}`, headcount, Math.min(took, headcount))));
    fc.assert(
      fc.property(counts, (all) => {
        const { tookPart, headcount, departments, others } = shownParticipation(all);
        for (const one of departments) expect(isTellable(one.tookPart, one.headcount)).toBe(true);
        if (departments.length === 0) expect(others).toBeNull();
        if (departments.length === 0 || tookPart === null) return;
        const rest = tookPart - departments.reduce((so, one) => so + one.tookPart, 0);
        const left = headcount - departments.reduce((so, one) => so + one.headcount, 0);
        const hidden = all.filter((one) => !departments.some(({ department: name }) => name === one.department));
        if (hidden.length === 0) return expect([rest, left]).toEqual([0, 0]);
        expect(hidden.length).toBeGreaterThan(1);
        expect(rest).toBeGreaterThanOrEqual(smallestGroup);
        expect(left - rest).toBeGreaterThanOrEqual(smallestGroup);
      }),
    );
  });
});
