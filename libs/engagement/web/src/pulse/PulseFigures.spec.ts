import { i18n } from '@parvis/platform/web';
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { PulseFiguresFragment } from './PulseFigures.generated.ts';
import PulseFigures from './PulseFigures.vue';

type Result = PulseFiguresFragment['results'][number];
const rules = { isOn: true, minAnswers: 40, minSentences: 10, reference: 0.4 };
const result = (change: Partial<Result> = {}): Result => ({ from: '2026-07-01', to: '2026-09-30', asked: 249, answers: 93, very: 0.46, somewhat: 0.4, notAtAll: 0.14, sentences: null, ...change });
function shown(results: Result[], change = {}): string {
  const page = mount(PulseFigures, { props: { pulse: { since: '2026-10-01', results, rules: { ...rules, ...change } } }, global: { plugins: [i18n] } });
  return page.text();
}

// Charts are loaded when they are shown.
afterEach(() => vi.dynamicImportSettled());

describe('PulseFigures', () => {
  it('says what the quarter gave, above or below the mark', () => {
    expect(shown([result()])).toContain('Q3 2026: 46% of those who answered would be very disappointed if Parvis stopped, which reaches the mark of 40%.');
    expect(shown([result({ very: 0.4 })])).toContain('which reaches the mark');
    expect(shown([result({ very: 0.39 })])).toContain('Q3 2026: 39% of those who answered would be very disappointed if Parvis stopped, below the mark of 40%.');
  });

  it('names the quarters that were added up', () => {
    expect(shown([result({ from: '2026-01-01' })])).toContain('Q1 2026 to Q3 2026: 46%');
  });

  it('shows sentences, or from how many on', () => {
    expect(shown([result({ sentences: ['The search.', 'Nothing.'] })])).toContain('The search.Nothing.');
    expect(shown([result()])).toContain('Sentences are shown from 10 on.');
  });

  it('says what is waited for, and whether anybody is asked', () => {
    expect(shown([])).toContain('What is answered from Q4 2026 on is shown once there are 40 answers in quarters that are over.');
    expect(shown([], { isOn: false })).toContain('Nobody is asked at the moment');
    expect(shown([])).not.toContain('Sentences');
  });
});
