/** The ideas that were submitted on one day, and what has become of them until today. */
export interface IdeaDay {
  /** Where whoever began each stood. */
  place: Int32Array;
  /** Minutes until the reasoned answer; −1: none. */
  minutes: Int32Array;
  /** How far each came: the sum of its `steps`. */
  became: Int32Array;
  /** Those who made them, each once, by the number that stands for them, and where they stood. */
  author: Int32Array;
  authorPlace: Int32Array;
}

/** What becomes of an idea. */
export const steps = { answered: 1, selected: 2, delivered: 4, measured: 8 } as const;

const ideaColumns = 3;

/** How many ideas, then column by column. */
export function encodeIdeas({ place, minutes, became, author, authorPlace }: IdeaDay): Buffer {
  return Buffer.from(Int32Array.of(place.length, ...place, ...minutes, ...became, ...author, ...authorPlace).buffer);
}

export function decodeIdeas(bytes: Buffer): IdeaDay {
  // A copy, since what the database driver hands over need not begin where numbers may.
  const numbers = new Int32Array(Uint8Array.from(bytes).buffer);
  const ideas = numbers[0] ?? 0;
  const authors = numbers.subarray(1 + ideaColumns * ideas);
  const column = (i: number): Int32Array => numbers.subarray(1 + i * ideas, 1 + (i + 1) * ideas);
  return { place: column(0), minutes: column(1), became: column(2), author: authors.subarray(0, authors.length / 2), authorPlace: authors.subarray(authors.length / 2) };
}
