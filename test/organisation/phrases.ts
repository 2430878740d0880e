import { lexicon } from './lexicon.ts';
import { isLocalWord, namesAround } from './places.ts';
import type { LocalWord } from './places.ts';
import { hashText, mix } from './prng.ts';
import type { Language } from './records.ts';
import { factories, sites } from './sites.ts';
import { typeset, typesetNumber } from './typography.ts';

/**
 * The small language of the phrase stock:
 *   [one|two|three]   one of several wordings
 *   {product}         a word of the lexicon, the same throughout a thread; {product2} is another one
 *   {town} {installer} {landlord}   the same, near the author's site
 *   {site} {mysite}   a site of the company; the speaker's own
 *   {factory}         the author's site if machines are made there, else one where they are
 *   {n:3-12} {n:200-900/50} {d:1.2-3.8} {c:1000-9999}   a number; with a step; with a decimal; a code without separators
 *   {mention}         somebody who can read it
 */
export type Phrase = readonly Part[];

/** Who speaks, where, and the draws that fill the slots. */
export interface Voice {
  language: Language;
  /** Fills the slots: shared by a post and its comments, so that they speak of the same things. */
  thread: number;
  /** Chooses among wordings. */
  wording: number;
  postSite: number;
  speakerSite: number;
  mention: () => string | null;
}

type Part = string | Word | NameNearby | Quantity | Wordings | SpecialSlot;
interface Word { kind: 'word'; values: readonly string[]; key: number; other: boolean }
interface NameNearby { kind: 'nearby'; word: LocalWord; key: number; other: boolean }
interface Quantity { kind: 'quantity'; key: number; low: number; steps: number; step: number; decimals: number; isCode: boolean }
interface Wordings { kind: 'wordings'; key: number; choices: readonly Phrase[] }
interface SpecialSlot { kind: 'site' | 'mysite' | 'factory' | 'mention' }

const slotOrWordings = /\{([^{}]+)\}|\[([^[\]]+)\]/g;
const wordSlot = /^([a-z]+)(2?)$/;
const quantitySlot = /^([a-z])\d?:(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:\/(\d+))?$/;
const nobody: Record<Language, string> = { fr: 'un collègue', en: 'a colleague' };

function compileSlot(slot: string, language: Language): Part {
  if (slot === 'site' || slot === 'mysite' || slot === 'factory' || slot === 'mention') return { kind: slot };
  const quantity = quantitySlot.exec(slot);
  if (quantity) {
    const [, form, low = '0', high = '0', by = ''] = quantity;
    const decimals = low.includes('.') ? 1 : 0;
    const step = by ? Number(by) : 10 ** -decimals;
    const steps = Math.round((Number(high) - Number(low)) / step) + 1;
    return { kind: 'quantity', key: hashText(slot), low: Number(low), steps, step, decimals, isCode: form === 'c' };
  }
  const [, word = '', second] = wordSlot.exec(slot) ?? [];
  if (isLocalWord(word)) return { kind: 'nearby', word, key: hashText(word), other: second === '2' };
  const values = lexicon[word]?.[language];
  if (!values) throw new Error(`Unknown slot {${slot}}`);
  return { kind: 'word', values, key: hashText(word), other: second === '2' };
}

export function compile(text: string, language: Language): Phrase {
  return compileTypeset(typeset(text, language), language);
}

function compileTypeset(text: string, language: Language): Phrase {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(slotOrWordings)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const [whole, slot, wordings] = match;
    if (slot) parts.push(compileSlot(slot, language));
    else parts.push({ kind: 'wordings', key: match.index + 1, choices: splitWordings(wordings ?? '').map((choice) => compileTypeset(choice, language)) });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

const splitWordings = (wordings: string): string[] => wordings.split('|');

function quantityText(quantity: Quantity, voice: Voice): string {
  const value = quantity.low + (mix(voice.thread, quantity.key) % quantity.steps) * quantity.step;
  return quantity.isCode ? String(value) : typesetNumber(value, quantity.decimals, voice.language);
}

function wordOf(values: readonly string[], { key, other }: Word | NameNearby, voice: Voice): string {
  const count = values.length;
  const first = mix(voice.thread, key) % count;
  return values[other ? (first + 1 + (mix(voice.thread, key + 1) % (count - 1))) % count : first] as string;
}

function factoryOf(voice: Voice): string {
  const factory = factories.includes(voice.postSite) ? voice.postSite : factories[mix(voice.thread, 11) % factories.length];
  return sites[factory!]!.nameIn[voice.language];
}

/** Another site than the author's and than the speaker's. */
function otherSite(voice: Voice): string {
  let index = mix(voice.thread, 7) % sites.length;
  while (index === voice.postSite || index === voice.speakerSite) index = (index + 1) % sites.length;
  return sites[index]!.nameIn[voice.language];
}

function partText(part: Exclude<Part, string>, voice: Voice): string {
  switch (part.kind) {
    case 'word': return wordOf(part.values, part, voice);
    case 'nearby': return wordOf(namesAround(voice.postSite, part.word), part, voice);
    case 'quantity': return quantityText(part, voice);
    case 'wordings': return render(part.choices[mix(voice.wording, part.key) % part.choices.length] as Phrase, voice);
    case 'site': return otherSite(voice);
    case 'factory': return factoryOf(voice);
    case 'mysite': return sites[voice.speakerSite]!.nameIn[voice.language];
    case 'mention': {
      const identifier = voice.mention();
      return identifier ? `@{${identifier}}` : nobody[voice.language];
    }
  }
}

export function render(phrase: Phrase, voice: Voice): string {
  let text = '';
  for (const part of phrase) text += typeof part === 'string' ? part : partText(part, voice);
  return text;
}

/** Says where the speaker is: out of place from a neighbour of the author. */
export function namesOwnSite(phrase: Phrase): boolean {
  return phrase.some((part) => typeof part !== 'string' && (part.kind === 'mysite' || (part.kind === 'wordings' && part.choices.some(namesOwnSite))));
}
