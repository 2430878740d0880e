import type { DraftHandle } from '@parvis/conversations/web';
import { describe, expect, it } from 'vitest';
import { ref } from 'vue';

import { useAnswerChoice } from './useAnswerChoice.ts';

const details = () => ref(null) as unknown as DraftHandle['details'];

describe('what is chosen in an answer', () => {
  it('lives in its draft, beside the reason', () => {
    const kept = details();
    const choice = useAnswerChoice({ details: kept }, { outcome: null, link: '', other: null });
    expect([choice.outcome.value, choice.words.value, kept.value]).toEqual([null, null, null]);
    choice.outcome.value = 'EXISTS';
    choice.link.value = '/wiki/bins';

    const again = useAnswerChoice({ details: kept }, { outcome: null, link: '', other: null });
    expect(again.words.value).toEqual({ outcome: 'EXISTS', link: '/wiki/bins', otherIdeaId: null });
  });

  it('may be nothing where there was something before', () => {
    const choice = useAnswerChoice({ details: details() }, { outcome: 'MERGED', link: '', other: { id: '1', title: 'Bins' } });
    choice.other.value = null;
    expect(choice.words.value).toMatchObject({ otherIdeaId: null });
  });
});
