import { describe, expect, it } from '@jest/globals';
import { type ArrivedTogether, tellsFewApart } from './told-apart.ts';

const minGroup = 10;
const span = { from: 30, to: 59 };
const arrived = (day: number, people: number, than: Partial<ArrivedTogether> = {}): ArrivedTogether => ({ day, people, until: day + 364, isHired: true, wasAway: false, ...than });
const tells = (cohort: readonly ArrivedTogether[], besides: readonly ArrivedTogether[] = []): boolean => tellsFewApart(cohort, span, [...cohort, ...besides], minGroup);

describe('whether a cohort and the bracket of the first year tell few apart', () => {
  it.each([
    ['is alone in it', [arrived(0, 12)], [], false],
    ['has one more beside it', [arrived(0, 12)], [arrived(40, 1)], true],
    ['has enough beside it', [arrived(0, 12)], [arrived(40, 10)], false],
    ['has one beside it who came too late for its time', [arrived(0, 12)], [arrived(60, 1)], false],
    ['has one beside it whose first year was over', [arrived(0, 12)], [arrived(-335, 1)], false],
    ['has one beside it whose first year was nearly over', [arrived(0, 12)], [arrived(-334, 1)], true],
    ['has one beside it who left before', [arrived(0, 12)], [arrived(0, 1, { until: 29 })], false],
    ['has one beside it of whom figures by seniority know nothing', [arrived(0, 12)], [arrived(40, 1, { isHired: false })], false],
    ['has enough beside it, who may have been away meanwhile', [arrived(0, 12)], [arrived(40, 10, { wasAway: true })], true],
    ['came on two days, one of them by one person', [arrived(0, 11), arrived(3, 1)], [], true],
    ['came on two days by enough people each', [arrived(0, 10), arrived(3, 10)], [], false],
    ['came on many days', Array.from({ length: 11 }, (_, day) => arrived(day, 1)), [], false],
    ['came on two days by few each, with enough besides', [arrived(0, 6), arrived(3, 6)], [arrived(8, 4)], false],
    ['holds one of whom figures by seniority know nothing', [arrived(0, 12), arrived(0, 1, { isHired: false })], [], true],
    ['holds nobody of whom they know', [arrived(0, 12, { isHired: false })], [arrived(5, 1)], false],
  ])('of a cohort that %s', (_what, cohort, besides, told) => {
    expect(tells(cohort, besides)).toBe(told);
  });
});
