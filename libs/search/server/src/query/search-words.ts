export interface SearchWords {
  /** As typed, at most 200 characters. */
  text: string;
  /** The words that are looked for, in their order; not those that are excluded. */
  wanted: string[];
  /** Whether words stand between quotes or after a minus, or are joined by OR: not to be corrected then. */
  isPrecise: boolean;
}

const token = /(-?)"([^"]*)"?|(\S+)/g;
const word = /[\p{L}\p{N}]+/gu;

/** Takes apart what was typed: words, « "quoted phrases" », « -excluded », « or ». Any text will do. */
export function parseWords(text: string): SearchWords {
  const wanted: string[] = [];
  let isPrecise = false;
  for (const [, minus, phrase, single] of text.matchAll(token)) {
    const isExcluded = minus === '-' || /^-+[\p{L}\p{N}]/u.test(single ?? '');
    const isOr = /^or$/i.test(single ?? '');
    isPrecise ||= isExcluded || isOr || phrase !== undefined;
    if (isExcluded || isOr) continue;
    wanted.push(...((phrase ?? single ?? '').match(word) ?? []));
  }
  return { text, wanted, isPrecise };
}

/** The same text with one word in place of another. */
export const withWord = (text: string, typed: string, other: string): string =>
  text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'gu'), other);

/** Lower-cased, without accents: near enough to the database's fold() for marking letters. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
