import { describe, expect, it } from 'vitest';

import HeatMap from './HeatMap.vue';
import { mountChart } from './testing/mount-chart.ts';

const labels = (...names: string[]) => names.map((label) => ({ label }));
const heat = (props: Record<string, unknown> = {}) =>
  mountChart(HeatMap, { heading: 'Day', rows: labels('Monday', 'Tuesday'), columns: labels('8 h', '9 h', '10 h'), values: [[0, 5, 10], [1, null, 2]], ...props });
const shades = (page: ReturnType<typeof heat>['page']) => page.findAll('.cell').map(({ element }) => (element as HTMLElement).style.backgroundColor);

describe('a heat map', () => {
  it('says in its table all that it shades', () => {
    expect(heat().table()).toEqual([
      ['Day', '8 h', '9 h', '10 h'],
      ['Monday', '0', '5', '10'],
      ['Tuesday', '1', '–not shown, to protect a small group', '2'],
    ]);
  });

  it('is darker where there is more, and not shaded where a value is hidden', () => {
    const { page } = heat();
    expect(shades(page)).toEqual(['var(--heat-0)', 'var(--heat-3)', 'var(--heat-5)', 'var(--heat-1)', '', 'var(--heat-1)']);
    expect(page.findAll('.cell')[4]!.attributes('title')).toBe('Tuesday, 9 h: not shown, to protect a small group');
    expect(page.findAll('.cell')[1]!.attributes('title')).toBe('Monday, 9 h: 5');
  });

  it('tells a figure that is not known yet from one that is hidden', () => {
    const notOver = { sign: '…', words: 'not over yet' };
    const { page, table } = heat({ values: [[0, 5, notOver], [notOver, null, 2]] });
    expect(table().slice(1)).toEqual([
      ['Monday', '0', '5', 'not over yet'],
      ['Tuesday', 'not over yet', '–not shown, to protect a small group', '2'],
    ]);
    expect(page.findAll('.cell').filter((cell) => cell.text() === '…')).toHaveLength(2);
    expect(page.findAll('.cell')[2]!.attributes('title')).toBe('Monday, 10 h: not over yet');
    expect(page.findAll('.absences li').map((line) => line.text())).toEqual(['“…”: not over yet']);
  });

  it('of the same groups twice leaves out of the scale what stays within one', () => {
    const groups = labels('Research', 'Sales');
    const { page, table } = heat({ rows: groups, columns: groups, values: [[900, 4], [2, 700]], sameGroups: true });
    expect(shades(page)).toEqual(['', 'var(--heat-5)', 'var(--heat-3)', '']);
    expect(page.findAll('.column').map((column) => column.text())).toEqual(['1', '2']);
    expect(table()[1]).toEqual(['Research', '900', '4']);
  });

  it('names some columns only, where there are many', () => {
    expect(heat({ labelEvery: 2 }).page.findAll('.column').map((column) => column.text())).toEqual(['8 h', '', '10 h']);
  });

  it('gives nothing away when all is hidden', () => {
    expect(heat({ values: [[null, null, null], [null, null, null]] }).page.text()).toContain('Too few people');
  });
});
