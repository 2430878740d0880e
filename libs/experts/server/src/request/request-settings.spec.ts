import { describe, expect, it } from '@jest/globals';
import { parseRequestSettings, usualRequests } from './request-settings.ts';

describe('how questions are brought to those who know', () => {
  it.each([
    ['nothing is said', undefined, {}],
    ['some of it is said', ' after=4\nweekly=1 ', { after: 4, weekly: 1 }],
    ['nobody is to be asked', 'after=0', { after: 0 }],
  ])('is as usual where %s', (_when, text, changed) => {
    expect(parseRequestSettings(text)).toEqual({ settings: { ...usualRequests, ...changed } });
  });

  it.each([
    ['an unknown name', 'often=1', /^EXPERT_REQUESTS knows no "often": use after, weekly, turn/],
    ['other hours', 'after=5', /^EXPERT_REQUESTS \("after=5"\) is not valid: after is 0, 4, 24 or 48\.$/],
    ['no request at all', 'weekly=0', /weekly is a whole number from 1 to 50\.$/],
    ['half a day', 'turn=0.5', /turn is a whole number from 1 to 10\.$/],
    ['no number', 'turn=', /^EXPERT_REQUESTS \("turn="\) is not valid/],
  ])('refuses %s in one sentence', (_what, text, sentence) => {
    expect(parseRequestSettings(text)).toEqual({ faults: [expect.stringMatching(sentence)] });
  });
});
