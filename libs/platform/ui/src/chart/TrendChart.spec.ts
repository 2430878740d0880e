import { describe, expect, it } from 'vitest';

import { catchFiles, mountChart, textWithMark } from './testing/mount-chart.ts';
import TrendChart from './TrendChart.vue';

const hidden = '–not shown, to protect a small group';
const series = [
  {
    label: 'Visitors',
    points: [
      { at: '2026-01-01', value: 0.41, people: 120 },
      { at: '2026-02-01', value: null, people: null },
      { at: '2026-03-01', value: 0.444, people: 131 },
    ],
    compared: [0.3, 0.35, null],
  },
];
const trend = (props: Record<string, unknown> = {}, slots: Record<string, string> = {}) =>
  mountChart(TrendChart, { series, unit: 'share', people: 140, annotations: [{ at: '2026-02-12', label: 'Campaign started' }], references: [{ value: 0.5, label: 'Goal' }], ...props }, slots);

describe('a trend', () => {
  it('says in its table all that it draws, and what it does not show', () => {
    expect(trend().table()).toEqual([
      ['Month', 'Visitors', 'compared period', 'People', 'Events'],
      ['month 2026-01', '41 %', '30 %', '120', ''],
      ['month 2026-02', hidden, '35 %', hidden, 'day 2026-02-12: Campaign started'],
      ['month 2026-03', '44 %', hidden, '131', ''],
    ]);
  });

  it('says what happened in the row of its time, and has no column for it when nothing did', () => {
    const annotations = [{ at: '2026-03-31', label: 'Last' }, { at: '2025-12-31', label: 'Before' }, { at: '2026-03-01', label: 'First' }];
    expect(trend({ annotations }).table().map((row) => row.at(-1))).toEqual(['Events', 'day 2025-12-31: Before', '', 'day 2026-03-01: First · day 2026-03-31: Last']);
    expect(trend({ annotations: [] }).table()[0]).toEqual(['Month', 'Visitors', 'compared period', 'People']);
  });

  it('says what happened beneath the row too, for a phone', () => {
    const { page } = trend();
    const beneath = page.findAll('tr.beneath');
    expect(beneath.map((row) => row.text())).toEqual(['Events: day 2026-02-12: Campaign started']);
    expect(beneath[0]?.element.previousElementSibling?.textContent).toContain('month 2026-02');
    expect(beneath[0]?.get('td').attributes('colspan')).toBe('4');
    expect(trend({ annotations: [] }).page.find('tr.beneath').exists()).toBe(false);
  });

  it('names the columns of several lines', () => {
    const two = [...series, { label: 'Authors', points: [{ at: '2026-03-01', value: 0.1 }] }];
    const [headings, , , last] = trend({ series: two }).table();
    expect(headings).toEqual(['Month', 'Visitors', 'Visitors: compared period', 'Visitors: People', 'Authors', 'Events']);
    expect(last?.at(-2)).toBe('10 %');
  });

  it('is a figure with its title, who is behind it, and its annotations in words', () => {
    const { page } = trend({ level: 2 }, { definition: '<p>What it is</p>' });
    const title = page.get('h2');
    expect(page.get('figure').attributes('aria-labelledby')).toBe(title.attributes('id'));
    expect(page.get('figcaption').text()).toContain('140 people behind these figures');
    expect(page.get('figcaption').text()).toContain('groups of fewer than 10 people');
    expect(page.find('button[aria-label="Definition: Adoption"]').exists()).toBe(true);
    expect(page.get('figure li').element.closest('figure')?.textContent).toContain('day 2026-02-12: Campaign started');
  });

  it('interrupts its line where a value is not shown, and marks every point', () => {
    const points = [0.1, 0.2, null, 0.4, 0.5, null, 0.7].map((value, i) => ({ at: `2026-0${i + 1}-01`, value }));
    const drawing = trend({ series: [{ label: 'Visitors', points }] }).page.get('[role=slider]');
    expect(drawing.get('path.line').attributes('d')?.match(/M[^M]+/g)).toHaveLength(2);
    expect(drawing.findAll('path.mark')).toHaveLength(5);
  });

  it('is walked along by keys, which say each point', async () => {
    const { page } = trend();
    const plot = page.get('[role=slider]');
    expect(plot.attributes()).toMatchObject({ tabindex: '0', 'aria-label': 'Walk along the points: Adoption', 'aria-valuemax': '3' });

    await plot.trigger('focus');
    expect(plot.attributes('aria-valuetext')).toBe('month 2026-03: 44 % (131 people)');
    await plot.trigger('keydown', { key: 'ArrowLeft' });
    expect(plot.attributes()).toMatchObject({ 'aria-valuenow': '2', 'aria-valuetext': 'month 2026-02: not shown, to protect a small group' });
    await plot.trigger('keydown', { key: 'Home' });
    await plot.trigger('keydown', { key: 'ArrowLeft' });
    expect(plot.attributes('aria-valuetext')).toBe('month 2026-01: 41 % (120 people)');
    expect(page.get('.readout').text()).toContain('compared period: 30 %');
    await plot.trigger('keydown', { key: 'Escape' });
    expect(page.find('.readout').exists()).toBe(false);
  });

  it('shows its table in place of the drawing, where the keyboard can move it', async () => {
    const { page, button } = trend();
    expect(page.find('[role=region]').exists()).toBe(false);
    await button(/^Table/).trigger('click');
    expect(button(/^Table/).attributes('aria-pressed')).toBe('true');
    expect(page.get('[role=region]').attributes()).toMatchObject({ tabindex: '0', 'aria-label': 'Table: Adoption' });
    expect(page.get('.drawing').classes()).toContain('away');
  });

  it('gives its figures as a file that Excel opens: marked, with semicolons where decimals have commas, empty where not shown', async () => {
    const files = catchFiles();
    const { button } = trend({ title: 'Adoption: 2026 / "all"' });
    await button(/^CSV/).trigger('click');
    expect(files.map(({ name }) => name)).toEqual(['Adoption 2026 all.csv']);
    expect((await textWithMark(files[0]!.content)).split('\r\n')).toEqual([
      '\uFEFFMonth;Visitors;compared period;People;Events',
      'month 2026-01;0,41;0,3;120;',
      'month 2026-02;;0,35;;day 2026-02-12: Campaign started',
      'month 2026-03;0,444;;131;',
      '',
    ]);
  });

  it.each([
    ['it is about too few people', { tooFew: true }],
    ['every value is hidden', { series: [{ label: 'V', points: [{ at: '2026-01-01', value: null }] }] }],
  ])('says that it protects people when %s, and gives nothing away', (_, props) => {
    const { page } = trend(props);
    expect(page.text()).toContain('To protect groups of fewer than 10 people');
    expect(page.findAll('table, [role=slider], figcaption')).toEqual([]);
    expect(page.findAll('button')).toEqual([]);
  });

  it.each([[[]], [[{ label: 'V', points: [] }]]])('says that there is nothing: %j', (nothing) => {
    const { page } = trend({ series: nothing });
    expect(page.text()).toContain('Nothing to show');
    expect(page.find('table').exists()).toBe(false);
  });
});
