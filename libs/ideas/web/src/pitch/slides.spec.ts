import { describe, expect, it } from 'vitest';

import { mostSlides, type PitchedIdea, slidesOf } from './slides.ts';

const nothing: PitchedIdea = { title: 'A second bin', authors: 'Ada and Bob', problem: '', proposal: { type: 'doc', content: [] }, benefit: '', benefitFigure: '', means: [], lookingFor: [] };
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] });
const list = (...items: string[]) => ({ type: 'bulletList', content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })) });
const slides = (change: Partial<PitchedIdea>) => slidesOf({ ...nothing, ...change });
const proposing = (...content: object[]) => slides({ proposal: { type: 'doc', content } as PitchedIdea['proposal'] }).slice(1);

describe('the slides of an idea', () => {
  it('are one for a title alone', () => {
    expect(slides({})).toEqual([{ part: 'title', heading: 'A second bin', lines: ['Ada and Bob'] }]);
  });

  it('come part by part', () => {
    const parts = slides({ problem: 'It ends together.', proposal: { type: 'doc', content: [paragraph('Put one there.')] }, benefit: 'Less waste.', benefitFigure: '12 tonnes', means: ['3 000 €', 'Weeks'], lookingFor: ['a carpenter'] });
    expect(parts.map(({ part }) => part)).toEqual(['title', 'problem', 'proposal', 'benefit', 'benefit', 'means', 'lookingFor']);
    expect(parts.at(-2)).toEqual({ part: 'means', heading: null, lines: ['3 000 €', 'Weeks'] });
  });

  it('are cut at paragraphs, and within a long one between sentences', () => {
    const long = 'This is a sentence of some length that is said again. '.repeat(8).trim();
    const cut = slides({ problem: `First.\n\n${long}` }).slice(1);
    expect(cut[0]?.lines).toEqual(['First.']);
    expect(cut.slice(1).length).toBe(2);
    for (const { lines } of cut) expect(lines.join('').length).toBeLessThanOrEqual(240);
    expect(cut.slice(1).flatMap(({ lines }) => lines).join(' ')).toBe(long);
  });

  it('have the headings of the proposal, with what stands under them', () => {
    expect(proposing(heading('Where'), paragraph('Beside each printer.'), paragraph('And in the yard.'), heading('When'), list('In May.', 'In June.'))).toEqual([
      { part: 'proposal', heading: 'Where', lines: ['Beside each printer.'] },
      { part: 'proposal', heading: 'Where', lines: ['And in the yard.'] },
      { part: 'proposal', heading: 'When', lines: ['In May.', 'In June.'] },
    ]);
  });

  it('say « @ » before who is mentioned', () => {
    expect(proposing({ type: 'paragraph', content: [{ type: 'text', text: 'Ask ' }, { type: 'mention', attrs: { id: '1', label: 'Ada' } }, { type: 'text', text: '.' }] })[0]?.lines).toEqual(['Ask @Ada.']);
  });

  it('are twenty at most, and leave nothing out', () => {
    const texts = Array.from({ length: 60 }, (_, i) => `Paragraph ${i}.`);
    const made = slides({ problem: texts.slice(0, 20).join('\n'), proposal: { type: 'doc', content: [heading('Where'), ...texts.slice(20, 40).map(paragraph), heading('When'), ...texts.slice(40).map(paragraph)] }, benefit: 'Much.', means: ['Weeks'] });
    expect(made).toHaveLength(mostSlides);
    const said = made.flatMap(({ lines }) => lines);
    for (const text of [...texts, 'Much.', 'Weeks']) expect(said).toContain(text);
    expect([...said, ...made.map(({ heading: above }) => above)]).toEqual(expect.arrayContaining(['Where', 'When']));
  });
});
