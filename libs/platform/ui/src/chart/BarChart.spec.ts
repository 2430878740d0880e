import { describe, expect, it } from 'vitest';

import BarChart from './BarChart.vue';
import { mountChart } from './testing/mount-chart.ts';

const bars = [
  { label: 'Research', value: 0.8, people: 40, compared: 0.4 },
  { label: 'Payroll', value: null, people: null, compared: null },
  { label: 'Sales', value: 0.2, people: 90, compared: 0.6 },
];
const chart = (props: Record<string, unknown> = {}) => mountChart(BarChart, { bars, heading: 'Department', measure: 'Active', unit: 'share', ...props });

describe('bars', () => {
  it('say in their table all that they draw, in the order they came', () => {
    expect(chart().table()).toEqual([
      ['Department', 'Active', 'compared period', 'People'],
      ['Research', '80 %', '40 %', '40'],
      ['Payroll', ...Array.from({ length: 3 }, () => '–not shown, to protect a small group')],
      ['Sales', '20 %', '60 %', '90'],
    ]);
  });

  it('have no column for what they are not told', () => {
    expect(chart({ bars: [{ label: 'Research', value: 0.8 }] }).table()[0]).toEqual(['Department', 'Active']);
  });

  it('are as long as their values, and there is none where a value is hidden', () => {
    const { page } = chart({ references: [{ value: 0.5, label: 'Company' }] });
    expect(page.findAll('.bar').filter(({ element }) => element instanceof HTMLElement).map(({ element }) => (element as HTMLElement).style.inlineSize)).toEqual(['100%', '25%']);
    expect(page.text()).toContain('Company (50 %)');
    expect(page.findAll('.track .reference')).toHaveLength(3);
  });

  it('are for the eyes: who listens has the table', () => {
    expect(chart().page.get('.bars').attributes('aria-hidden')).toBe('true');
  });

  it('give nothing away when all are hidden', () => {
    const { page } = chart({ bars: [{ label: 'Payroll', value: null, people: null }] });
    expect(page.text()).toContain('Too few people');
    expect(page.text()).not.toContain('Payroll');
  });
});
