import type { RichTextDocument, RichTextNode } from '@parvis/platform/web';

/** Pecha kucha: twenty slides of fifteen seconds are five minutes. */
export const slideSeconds = 15;
export const mostSlides = 20;

export type SlidePart = 'title' | 'problem' | 'proposal' | 'benefit' | 'means' | 'lookingFor';

export interface Slide {
  part: SlidePart;
  /** Of the proposal’s own headings; null: the part names the slide. */
  heading: string | null;
  lines: string[];
}

/** What a pitch is made of; amounts and names come as they are to be shown. */
export interface PitchedIdea {
  title: string;
  authors: string;
  problem: string;
  proposal: RichTextDocument;
  benefit: string;
  benefitFigure: string;
  means: string[];
  lookingFor: string[];
}

/** About what is read in fifteen seconds. */
const slideLength = 240;
const sentence = /[^.!?…]+(?:[.!?…]+["»”)\]]*|$)\s*/gu;

/** Cuts an idea into slides, at its headings and paragraphs first, then between sentences. Less to say makes fewer slides; of more, slides hold more: nothing is left out. */
export function slidesOf(idea: PitchedIdea): Slide[] {
  const fixed = [
    slide('title', idea.title, [idea.authors]),
    slide('benefit', null, [idea.benefitFigure]),
    slide('means', null, idea.means),
    slide('lookingFor', null, idea.lookingFor),
  ];
  const [title, figure, means, lookingFor] = fixed.map((one) => (one.lines.length > 0 || one.part === 'title' ? [one] : []));
  const told = { problem: cut(idea.problem), proposal: proposalSlides(idea.proposal), benefit: cut(idea.benefit) };
  const room = mostSlides - [title, figure, means, lookingFor].flat().length;
  const shares = fitted([told.problem.length, told.proposal.length, told.benefit.length], room);
  return [
    ...(title ?? []),
    ...gathered(told.problem.map((text) => slide('problem', null, [text])), shares[0] ?? 0),
    ...gathered(told.proposal, shares[1] ?? 0),
    ...(figure ?? []),
    ...gathered(told.benefit.map((text) => slide('benefit', null, [text])), shares[2] ?? 0),
    ...(means ?? []),
    ...(lookingFor ?? []),
  ];
}

const slide = (part: SlidePart, heading: string | null, lines: readonly string[]): Slide => ({ part, heading, lines: lines.map((line) => line.trim()).filter(Boolean) });

/** Paragraphs, and those that are too long in pieces of whole sentences. */
function cut(text: string): string[] {
  return text.split(/\n+/).flatMap((paragraph) => {
    const pieces: string[] = [];
    for (const said of paragraph.match(sentence) ?? []) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length + said.length <= slideLength) pieces[pieces.length - 1] = last + said;
      else pieces.push(said);
    }
    return pieces.map((piece) => piece.trim()).filter(Boolean);
  });
}

function proposalSlides({ content = [] }: RichTextDocument): Slide[] {
  const slides: Slide[] = [];
  let heading: string | null = null;
  for (const node of content) {
    if (node.type === 'heading') {
      heading = textOf(node).trim() || null;
      if (heading) slides.push(slide('proposal', heading, []));
      continue;
    }
    for (const piece of linesOf(node).flatMap(cut)) {
      const last = slides.at(-1);
      const length = last ? last.lines.join('').length : 0;
      // The first words under a heading stand with it; items of a list share a slide as long as they fit.
      if (last && last.heading === heading && (last.lines.length === 0 || (isList(node) && length + piece.length <= slideLength))) last.lines.push(piece);
      else slides.push(slide('proposal', heading, [piece]));
    }
  }
  return slides;
}

const isList = ({ type }: RichTextNode): boolean => type === 'bulletList' || type === 'orderedList';

function linesOf(node: RichTextNode): string[] {
  if (isList(node)) return (node.content ?? []).map((item) => textOf(item));
  return [textOf(node)];
}

function textOf(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.text !== undefined) return node.text;
  if (node.type === 'mention') return `@${String(node.attrs?.['label'] ?? '')}`;
  return (node.content ?? []).map(textOf).join(node.type === 'paragraph' || node.type === 'heading' ? '' : ' ');
}

/** How many slides each part gets, the longest giving way first, none of what is there less than one. */
function fitted(wanted: readonly number[], room: number): number[] {
  const shares = [...wanted];
  while (shares.reduce((sum, share) => sum + share, 0) > room) {
    const longest = shares.indexOf(Math.max(...shares));
    if ((shares[longest] ?? 0) <= 1) break;
    shares[longest] = (shares[longest] ?? 1) - 1;
  }
  return shares;
}

/** Neighbours become one slide until there are so many. */
function gathered(slides: readonly Slide[], most: number): Slide[] {
  const perSlide = slides.length / Math.max(most, 1);
  return Array.from({ length: Math.min(most, slides.length) }, (_, i) => {
    const some = slides.slice(Math.round(i * perSlide), Math.round((i + 1) * perSlide));
    const [first] = some;
    // A heading that is no longer at the top stays in its place.
    const lines = some.flatMap((one, place) => [...(place > 0 && one.heading && one.heading !== some[place - 1]?.heading ? [one.heading] : []), ...one.lines]);
    return { part: first?.part ?? 'proposal', heading: first?.heading ?? null, lines };
  });
}
