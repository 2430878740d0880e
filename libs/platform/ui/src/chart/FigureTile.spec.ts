import { describe, expect, it } from 'vitest';

import FigureTile from './FigureTile.vue';
import { mountChart } from './testing/mount-chart.ts';

const tile = (props: Record<string, unknown>) => mountChart(FigureTile, { unit: 'share', people: 140, ...props }).page;

describe('a figure', () => {
  it.each([
    ['more', { value: 0.44, compared: 0.41 }, '3 points more than 41 % (compared period)'],
    ['one point less', { value: 0.4, compared: 0.41, comparedLabel: '2025' }, '1 point less than 41 % (2025)'],
    ['no change that is written', { value: 0.411, compared: 0.413 }, 'As before: 41 % (compared period)'],
    ['less of something else', { unit: 'hour', value: 3.5, compared: 5.25 }, '1.8 hour less than 5.3 hour (compared period)'],
    ['more of an index', { unit: 'index', value: -0.25, compared: -0.4 }, '0,15 more than -0,40 (compared period)'],
    ['nothing to compare with', { value: 0.4, compared: null }, 'Not comparable: too few people in the compared period.'],
  ])('says in words what it has become: %s', (_, props, sentence) => {
    expect(tile(props).text()).toContain(sentence);
  });

  it('says who is behind it', () => {
    expect(tile({ value: 0.4 }).get('figcaption').text()).toBe('140 people behind these figures');
  });

  it.each([{ value: null }, { value: 0.4, tooFew: true }])('gives nothing away about too few people: %j', (props) => {
    const page = tile(props);
    expect(page.text()).toContain('To protect groups of fewer than 10 people');
    expect(page.text()).not.toContain('%');
    expect(page.text()).not.toContain('140');
  });

  it('is nothing yet', () => {
    expect(tile({}).text()).toContain('Nothing to show');
  });
});
