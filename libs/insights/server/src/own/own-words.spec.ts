import { describe, expect, it } from '@jest/globals';
import { richTextOf, type RichTextDocument } from '@parvis/conversations/server';
import { countWords, wordsOf } from './own-words.ts';

// « le » and « the » are left to the stemmers of search.
describe('the words of a text', () => {
  it.each([
    ['L’usine d’Orléans, c’est l’étalonnage !', ['usine', 'Orléans', 'étalonnage']],
    ['Avez-vous le compte-rendu ? Celui-ci dit-il tout ? Rendez-vous à 14 h.', ['le', 'compte-rendu', 'Rendez-vous']],
    ['We don’t think that they’re there, but the torque wrench is.', ['the', 'torque', 'wrench', 'is']],
    ['Voir https://intranet.example/usine?x=étau, écrire à jean.dupont@usine.fr', ['écrire']],
    ['#soudure 2026 3,5 kg X', ['soudure', 'kg']],
    ['e\u0301talon', ['étalon']],
    ['', []],
    ['🙂 !', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('counting words', () => {
  const mention = { type: 'mention', attrs: { id: 'x', label: 'Soudure Martin' } };
  const text = (value: string) => ({ title: null, body: richTextOf(value) });

  it('counts capital and small letters together, in the way they are written most, small ones when they are as usual', () => {
    expect(countWords([text('Soudure soudure SAP'), text('SAP sap')], 2)).toEqual([
      { key: 'sap', word: 'SAP', useCount: 3 },
      { key: 'soudure', word: 'soudure', useCount: 2 },
    ]);
  });

  it('reads titles, and neither the names of people nor code', () => {
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [mention, { type: 'text', text: ' étau' }] }, { type: 'codeBlock', content: [{ type: 'text', text: 'soudure' }] }] } as RichTextDocument;
    expect(countWords([{ title: 'Étau', body }], 1)).toEqual([{ key: 'étau', word: 'étau', useCount: 2 }]);
  });

  it('leaves out what is used once', () => {
    expect(countWords([text('étau soudure étau')], 2).map(({ word }) => word)).toEqual(['étau']);
  });
});
