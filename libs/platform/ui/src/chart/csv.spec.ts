import { describe, expect, it } from 'vitest';

import type { ChartTable } from './chart-table.ts';
import { chartCsv } from './csv.ts';

const table: ChartTable = {
  heading: 'Direction',
  columns: [
    { label: 'Participation', unit: 'share' },
    { label: 'Personnes', unit: 'count' },
  ],
  rows: [
    { label: 'Recherche; développement', cells: [0.325, 1240] },
    { label: 'Usine « Nord » dite "N1"', cells: [null, null] },
    { label: '=HYPERLINK("x")', cells: [-0.5, 12] },
  ],
};

describe('a chart as CSV', () => {
  it('is what Excel opens in France: semicolons, decimal commas, and the mark of UTF-8', () => {
    expect(chartCsv(table, ',').split('\r\n')).toEqual([
      '\uFEFFDirection;Participation;Personnes',
      '"Recherche; développement";0,325;1240',
      '"Usine « Nord » dite ""N1""";;',
      `"'=HYPERLINK(""x"")";-0,5;12`,
      '',
    ]);
  });

  it('has commas where the decimal mark is a point', () => {
    expect(chartCsv(table, '.')).toContain('"Recherche; développement",0.325,1240\r\n');
  });

  it('keeps words in their cells, inert as names are', () => {
    const words = { ...table, columns: [...table.columns, { label: 'Événements' }], rows: [{ label: 'Mars', cells: ['délai en cours', 9, '12 mars : Campagne ; =1+1'] }] };
    expect(chartCsv(words, ',').split('\r\n')).toEqual(['\uFEFFDirection;Participation;Personnes;Événements', 'Mars;délai en cours;9;"12 mars : Campagne ; =1+1"', '']);
  });

  it('leaves empty what is not shown', () => {
    expect(chartCsv({ ...table, rows: [{ label: 'Paie', cells: [null, 9] }] }, ',')).toContain('Paie;;9\r\n');
  });
});
