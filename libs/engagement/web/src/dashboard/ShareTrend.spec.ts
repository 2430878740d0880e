import { i18n } from '@parvis/platform/web';
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';

import type { EngagementFiguresFragment } from './EngagementPage.generated.ts';
import { figureOf } from './figure-of.ts';
import ShareTrend from './ShareTrend.vue';

type Month = EngagementFiguresFragment;
const monthOf = (number: number, participation: { share: number | null } | null): Month => ({ from: `2026-0${number}-01`, to: `2026-0${number}-28`, people: participation && 40, minGroup: 10, participation }) as unknown as Month;

async function shown(months: Month[]): Promise<{ text: string; rows: string[] }> {
  const props = { section: 'participation', figure: 'share', shareOf: ({ participation }: Month) => figureOf(participation, ({ share }) => share), engagement: monthOf(3, { share: 0.5 }), months, annotations: [] };
  const page = mount(ShareTrend, { props, global: { plugins: [i18n] } });
  await vi.dynamicImportSettled();
  await flushPromises();
  return { text: page.text(), rows: page.findAll('tbody tr').map((row) => row.text()) };
}

describe('the trend of a share', () => {
  it('begins with the month in which there was something first', async () => {
    const { rows } = await shown([monthOf(1, { share: null }), monthOf(2, { share: 0.25 }), monthOf(3, { share: 0.5 })]);
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual(['February 202625%40', 'March 202650%40']);
  });

  it('says that there is nothing where nothing happened, and not that it is hidden', async () => {
    const { text } = await shown([monthOf(1, { share: null }), monthOf(2, { share: null })]);
    expect(text).toContain('Nothing to show');
    expect(text).not.toContain('Too few people');
  });

  it('tells a month with nothing to count from one that is hidden', async () => {
    const { rows } = await shown([monthOf(1, { share: 0.25 }), monthOf(2, { share: null }), monthOf(3, null), monthOf(4, { share: 0.5 })]);
    expect(rows[1]).toContain('nothing to count');
    expect(rows[2]).not.toContain('nothing to count');
    expect(rows[2]).toContain('to protect a small group');
  });

  it('says that it is hidden where it may not be told of', async () => {
    expect((await shown([monthOf(1, null), monthOf(2, null)])).text).toContain('Too few people');
  });
});
