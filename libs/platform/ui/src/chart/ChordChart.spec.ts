import { describe, expect, it } from 'vitest';

import ChordChart from './ChordChart.vue';
import { mountChart } from './testing/mount-chart.ts';

const groups = ['Research', 'Sales', 'Payroll'];
const values = [
  [50, 7, null],
  [3, 60, 1],
  [0, 2, 9],
];
const chord = (props: Record<string, unknown> = {}) => mountChart(ChordChart, { groups, values, heading: 'Department', ...props });

describe('who writes to whom', () => {
  it('is in a table, both ways and within', () => {
    expect(chord().table()).toEqual([
      ['Department', 'To Research', 'To Sales', 'To Payroll'],
      ['From Research', '50', '7', '–not shown, to protect a small group'],
      ['From Sales', '3', '60', '1'],
      ['From Payroll', '0', '2', '9'],
    ]);
  });

  it('has a ribbon for each exchange between two groups', () => {
    expect(chord().page.findAll('.ribbon')).toHaveLength(4);
  });

  it('lifts out what a group sends and receives when it is chosen in the list, and says it', async () => {
    const { page, button } = chord();
    expect(page.get('ol').attributes('aria-label')).toBe('Department');
    await button(/Sales/).trigger('click');
    expect(button(/Sales/).attributes('aria-pressed')).toBe('true');
    expect(page.findAll('.ribbon.lifted')).toHaveLength(2);
    expect(page.findAll('.ribbon.received')).toHaveLength(2);
    expect(page.get('[aria-live=polite]').text()).toMatch(/Sales mostly writes to: Research \(3\), Payroll \(1\)\.\s*Sales mostly hears from: Research \(7\), Payroll \(2\)\./);
    await button(/Sales/).trigger('click');
    expect(page.get('[aria-live=polite]').text()).toBe('');
  });

  it('pools the smallest groups', () => {
    const { table } = chord({ groups, values: [[50, 7, 1], [3, 60, 1], [0, 2, 9]], most: 2 });
    expect(table()[0]).toEqual(['Department', 'To Sales', 'To 2 other groups']);
    expect(table()[2]).toEqual(['From 2 other groups', '9', '60']);
  });

  it('says that there is nothing without groups', () => {
    expect(chord({ groups: [], values: [] }).page.text()).toContain('Nothing to show');
  });
});
