// See prng.ts on why it is taken once.
const { imul } = Math;

/** Shorter sentences ("Merci !") may come back at once. */
const shortestCompared = 24;
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** A text seen as numbers: one for the whole, one per sentence that is long enough to be recognised. */
export interface Marks {
  whole: number;
  sentences: readonly number[];
}

const newLine = 10;
const space = 32;

/** One pass of FNV-1a over the text; a sentence ends at a line break, or at . ! ? before a space. */
export function marksOf(text: string): Marks {
  const sentences: number[] = [];
  let whole = fnvOffset;
  let hash = fnvOffset;
  let length = 0;
  let isAfterStop = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    whole = imul(whole ^ code, fnvPrime);
    if (code === newLine || (isAfterStop && code === space)) {
      if (length >= shortestCompared) sentences.push(hash >>> 0);
      hash = fnvOffset;
      length = 0;
    } else {
      hash = imul(hash ^ code, fnvPrime);
      length += 1;
    }
    isAfterStop = code === 46 || code === 33 || code === 63;
  }
  if (length >= shortestCompared) sentences.push(hash >>> 0);
  return { whole: whole >>> 0, sentences };
}

const buckets = 32_749;
const placesPerBucket = 4;

/**
 * Marks of the last so many threads, in a table where the oldest of a bucket gives way. A repeat could be missed once in a
 * blue moon, in exchange for a memory that never grows and gives the garbage collector nothing to do.
 */
class RecentMarks {
  private readonly marks = new Uint32Array(buckets * placesPerBucket);
  private readonly writtenIn = new Uint32Array(buckets * placesPerBucket);
  private readonly threadsKept: number;

  constructor(threadsKept: number) {
    this.threadsKept = threadsKept;
  }

  has(mark: number, thread: number): boolean {
    const first = (mark % buckets) * placesPerBucket;
    for (let place = first; place < first + placesPerBucket; place += 1) {
      if (this.marks[place] === mark && thread - this.writtenIn[place]! <= this.threadsKept) return true;
    }
    return false;
  }

  add(mark: number, thread: number): void {
    const first = (mark % buckets) * placesPerBucket;
    let oldest = first;
    for (let place = first; place < first + placesPerBucket; place += 1) {
      if (this.marks[place] === mark) oldest = place;
      if (this.marks[oldest] !== mark && this.writtenIn[place]! < this.writtenIn[oldest]!) oldest = place;
    }
    this.marks[oldest] = mark;
    this.writtenIn[oldest] = thread;
  }
}

/** Remembers what was written lately, so that a reader never meets the same sentence twice in one sitting. */
export class Freshness {
  private readonly sentences: RecentMarks;
  private readonly wholes: RecentMarks;
  private thread = 0;

  /** For how many threads a sentence is remembered, and a whole text. */
  constructor({ sentence, whole }: { sentence: number; whole: number }) {
    this.sentences = new RecentMarks(sentence);
    this.wholes = new RecentMarks(whole);
  }

  openThread(): void {
    this.thread += 1;
  }

  /** The mark of a sentence, or of a story. */
  isRecent(mark: number): boolean {
    return this.sentences.has(mark, this.thread);
  }

  /** Neither the whole nor a sentence of it was written lately. */
  isFresh({ whole, sentences }: Marks): boolean {
    if (this.wholes.has(whole, this.thread)) return false;
    for (const mark of sentences) if (this.isRecent(mark)) return false;
    return true;
  }

  remember({ whole, sentences }: Marks): void {
    this.wholes.add(whole, this.thread);
    for (const mark of sentences) this.sentences.add(mark, this.thread);
  }
}
