import { describe, expect, it } from 'vitest';

import ColumnChart from './ColumnChart.vue';
import { catchFiles, mountChart, textWithMark } from './testing/mount-chart.ts';

const spans = [
  { at: '2026-03-02', counts: [2, 6] },
  { at: '2026-03-09', counts: [0, 0] },
  { at: '2026-03-16', counts: [3, 1] },
];
const chart = (props: Record<string, unknown> = {}) => mountChart(ColumnChart, { title: 'Rhythm', series: ['Posts', 'Comments'], spans, ...props });

describe('columns', () => {
  it('say in their table all that they draw', () => {
    expect(chart().table()).toEqual([
      ['Week of', 'Posts', 'Comments'],
      ['day 2026-03-02', '2', '6'],
      ['day 2026-03-09', '0', '0'],
      ['day 2026-03-16', '3', '1'],
    ]);
  });

  it('are a file of the same figures', async () => {
    const files = catchFiles();
    const { button } = chart();
    await button('CSV').trigger('click');
    expect(files.map(({ name }) => name)).toEqual(['Rhythm.csv']);
    expect(await textWithMark(files[0]?.content as Blob)).toBe('\uFEFFWeek of;Posts;Comments\r\nday 2026-03-02;2;6\r\nday 2026-03-09;0;0\r\nday 2026-03-16;3;1\r\n');
  });

  it('are as high as their sum, which stands above them, and parted in proportion', () => {
    const { page } = chart();
    const stacks = page.findAll('.stack').map(({ element }) => (element as HTMLElement).style.blockSize);
    expect(stacks).toEqual(['8.5rem', '0rem', '4.25rem']);
    expect(page.findAll('.column strong').map((sum) => sum.text())).toEqual(['8', '0', '4']);
    expect(page.findAll('.stack')[0]?.findAll('.part').map(({ element }) => (element as HTMLElement).style.flexGrow)).toEqual(['2', '6']);
  });

  it('are for the eyes: who listens has the table', () => {
    expect(chart().page.get('.columns').attributes('aria-hidden')).toBe('true');
  });
});
