/** A part of a text, and whether it is what was looked for. */
export interface TextPiece {
  text: string;
  isMatch: boolean;
}

export type IsMatch = (word: string) => boolean;

const word = /[\p{L}\p{N}]+/gu;
const extractLength = 220;
const lead = 50;

/** Every word of a text, without repeats. */
export const wordsOf = (text: string): string[] => [...new Set(text.match(word) ?? [])];

/** A whole text in pieces. */
export function marked(text: string, isMatch: IsMatch): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  const add = (piece: TextPiece): void => void (piece.text && pieces.push(piece));
  for (const { start, stop } of matchesIn(text, isMatch)) {
    add({ text: text.slice(end, start), isMatch: false });
    add({ text: text.slice(start, stop), isMatch: true });
    end = stop;
  }
  add({ text: text.slice(end), isMatch: false });
  return pieces;
}

/** The part of a text, of about 220 characters on one line, in which the most of the words looked for stand; its beginning when none does. */
export function extractOf(text: string, isMatch: IsMatch): TextPiece[] {
  const line = text.slice(0, 100_000).replace(/\s+/g, ' ').trim();
  if (line.length <= extractLength) return marked(line, isMatch);
  const start = bestStart(line, matchesIn(line, isMatch));
  const stop = Math.min(line.length, start + extractLength);
  const cut = line.slice(start, stop === line.length ? stop : Math.max(line.lastIndexOf(' ', stop), start + 1));
  // The cut may fall within a character that takes two units of a string.
  const piece = (cut.length > lead ? cut : line.slice(start, stop)).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').trimEnd();
  return marked(`${start > 0 ? '…' : ''}${piece}${stop < line.length ? '…' : ''}`, isMatch);
}

interface Match {
  start: number;
  stop: number;
  word: string;
}

const matchesIn = (text: string, isMatch: IsMatch): Match[] =>
  [...text.matchAll(word)].filter(([found]) => isMatch(found)).map(({ 0: found, index }) => ({ start: index, stop: index + found.length, word: found.toLowerCase() }));

/** A little before the match from which on the most different words follow. */
function bestStart(line: string, matches: readonly Match[]): number {
  let best = { start: 0, words: 0 };
  for (const [i, { start }] of matches.entries()) {
    const near = new Set<string>();
    for (let j = i; j < matches.length && (matches[j]?.stop ?? 0) <= start + extractLength - lead; j += 1) near.add(matches[j]?.word ?? '');
    if (near.size > best.words) best = { start, words: near.size };
  }
  const from = best.start - lead;
  if (from <= 0) return 0;
  const space = line.indexOf(' ', from);
  return space === -1 || space >= best.start ? from : space + 1;
}
