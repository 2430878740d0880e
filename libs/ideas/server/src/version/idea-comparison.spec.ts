import { describe, expect, it } from '@jest/globals';
import { plainText, richTextOf } from '@parvis/conversations/server';
import type { IdeaWords } from '../idea/idea-words.ts';
import { comparedParts } from './idea-comparison.ts';

const words: IdeaWords = { title: 'A bin', problem: 'It all ends together.', proposal: richTextOf('Put one there.'), benefit: '', benefitAmount: 12, benefitUnit: 'tonnes', cost: 1_200, effort: 'weeks', tags: ['waste'], lookingFor: ['a carpenter'] };
const compared = (change: Partial<IdeaWords>) => comparedParts(words, { ...words, ...change }, plainText);

describe('two versions of an idea', () => {
  it('that say the same have nothing to compare', () => {
    expect(compared({})).toEqual([]);
  });

  it('are compared part by part, words added and taken away', () => {
    expect(compared({ title: 'A green bin', proposal: richTextOf('Put two there.') })).toEqual([
      { part: 'title', pieces: [{ kind: 'same', text: 'A ' }, { kind: 'added', text: 'green ' }, { kind: 'same', text: 'bin' }] },
      { part: 'proposal', pieces: [{ kind: 'same', text: 'Put ' }, { kind: 'removed', text: 'one' }, { kind: 'added', text: 'two' }, { kind: 'same', text: ' there.' }] },
    ]);
  });

  it('show figures and choices whole', () => {
    expect(compared({ cost: 1_500, effort: null, benefitAmount: null })).toEqual([
      { part: 'benefitFigure', pieces: [{ kind: 'removed', text: '12 tonnes' }] },
      { part: 'cost', pieces: [{ kind: 'removed', text: '1200' }, { kind: 'added', text: '1500' }] },
      { part: 'effort', pieces: [{ kind: 'removed', text: 'weeks' }] },
    ]);
  });

  it('show which files came and went, by their names', () => {
    expect(comparedParts({ ...words, files: ['plan.pdf'] }, { ...words, files: ['plan.pdf', 'photo.jpg'] }, plainText)).toMatchObject([{ part: 'files', pieces: [{ kind: 'same' }, { kind: 'added' }] }]);
    expect(comparedParts(words, { ...words, files: [] }, plainText)).toEqual([]);
  });

  it('show what came where there was nothing', () => {
    expect(compared({ benefit: 'Less waste.' })).toEqual([{ part: 'benefit', pieces: [{ kind: 'added', text: 'Less waste.' }] }]);
  });
});
