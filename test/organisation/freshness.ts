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
    whole = Math.imul(whole ^ code, fnvPrime);
    if (code === newLine || (isAfterStop && code === space)) {
      if (length >= shortestCompared) sentences.push(hash >>> 0);
      hash = fnvOffset;
      length = 0;
    } else {
      hash = Math.imul(hash ^ code, fnvPrime);
      length += 1;
    }
    isAfterStop = code === 46 || code === 33 || code === 63;
  }
  if (length >= shortestCompared) sentences.push(hash >>> 0);
  return { whole: whole >>> 0, sentences };
}

const bodyPlaces = 262_139;

/** Remembers what was written lately, so that a reader never meets the same sentence twice in one sitting. Bounded memory. */
export class Freshness {
  private readonly threads: number;
  /** The last body seen at each place: as good as a set of the last hundred thousand, and no work for the garbage collector. */
  private readonly bodies = new Uint32Array(bodyPlaces);
  private readonly sentences = new Map<number, number>();
  private readonly sentencesByThread: number[][] = [];

  /** Sentences are kept for so many threads. */
  constructor(threads: number) {
    this.threads = threads;
  }

  openThread(): void {
    this.sentencesByThread.push([]);
    if (this.sentencesByThread.length <= this.threads) return;
    for (const mark of this.sentencesByThread.shift() ?? []) {
      const uses = this.sentences.get(mark) ?? 0;
      if (uses > 1) this.sentences.set(mark, uses - 1);
      else this.sentences.delete(mark);
    }
  }

  /** No sentence of it was written lately. */
  isFresh({ sentences }: Marks): boolean {
    return sentences.every((mark) => !this.sentences.has(mark));
  }

  isNewBody({ whole }: Marks): boolean {
    return this.bodies[whole % bodyPlaces] !== whole;
  }

  remember({ sentences }: Marks): void {
    for (const mark of sentences) {
      this.sentences.set(mark, (this.sentences.get(mark) ?? 0) + 1);
      this.sentencesByThread.at(-1)?.push(mark);
    }
  }

  rememberBody({ whole }: Marks): void {
    this.bodies[whole % bodyPlaces] = whole;
  }
}
