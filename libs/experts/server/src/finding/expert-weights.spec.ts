import { describe, expect, it } from '@jest/globals';
import { defaultWeights, parseWeights } from './expert-weights.ts';

describe('the weights of the formula', () => {
  it.each([
    ['nothing is said', undefined, {}],
    ['nothing but white space is said', ' \n', {}],
    ['some are said', 'recency=30  tags=0', { recency: 30, tags: 0 }],
  ])('are the known ones where %s', (_when, text, changed) => {
    expect(parseWeights(text)).toEqual({ weights: { ...defaultWeights, ...changed } });
  });

  it.each([
    ['an unknown name', 'speed=1', /^EXPERT_WEIGHTS knows no "speed": use recency, /],
    ['a negative number', 'tags=-1', /^EXPERT_WEIGHTS \("tags=-1"\) is not valid: tags goes from 0 to 10\.$/],
    ['no number', 'tags=', /^EXPERT_WEIGHTS \("tags="\) is not valid/],
    ['no recency', 'recency=0', /^EXPERT_WEIGHTS \("recency=0"\) is not valid/],
    ['too much', 'votes=1e9', /^EXPERT_WEIGHTS \("votes=1e9"\) is not valid/],
  ])('refuse %s in one sentence', (_what, text, sentence) => {
    expect(parseWeights(text)).toEqual({ faults: [expect.stringMatching(sentence)] });
  });
});
