import { describe, expect, it } from 'vitest';

import { questionStart } from './question-start.ts';

const paragraphs = (text: string) => questionStart({ text, of: null }).body?.content?.map((node) => node.content?.[0]?.text);

describe('a question that somebody came with', () => {
  it('is the title, alone', () => {
    expect(questionStart({ text: ' Qui sait régler un sonomètre ?\n', of: null })).toEqual({ kind: 'QUESTION', title: 'Qui sait régler un sonomètre ?', body: null });
  });

  it('has its further lines below the title', () => {
    expect(questionStart({ text: 'Un sonomètre ?\n\nIl affiche 55 dB.\nEt le mien 50.', of: null }).title).toBe('Un sonomètre ?');
    expect(paragraphs('Un sonomètre ?\n\nIl affiche 55 dB.\nEt le mien 50.')).toEqual(['Il affiche 55 dB.', 'Et le mien 50.']);
  });

  it('loses nothing when its first line is longer than a title', () => {
    const long = 'mot '.repeat(100).trim();
    const { title } = questionStart({ text: long, of: null });
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).toMatch(/mot…$/);
    expect(paragraphs(long)).toEqual([long]);
  });

  it('mentions first who is asked', () => {
    const { body } = questionStart({ text: 'Un sonomètre ?\nDepuis lundi.', of: { id: 'zoe', name: 'Zoé Martin' } });
    expect(body?.content?.[0]?.content?.[0]).toEqual({ type: 'mention', attrs: { id: 'zoe', label: 'Zoé Martin' } });
    expect(body?.content?.[1]?.content).toEqual([{ type: 'text', text: 'Depuis lundi.' }]);
  });
});
