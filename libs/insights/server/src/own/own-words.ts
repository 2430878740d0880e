import { plainText, type RichTextDocument, type RichTextNode } from '@parvis/conversations/server';
import { emptyWords } from './empty-words.ts';

/** A word, lower-cased, how it was written, and how often. */
export interface CountedWord {
  key: string;
  word: string;
  useCount: number;
}

const addresses = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*/gu;
/** « avez-vous », « dit-il », « celui-ci »; not « rendez-vous », which is a word. */
const trailingPronoun = /(?<!^rendez)(?:-t)?-(?:je|tu|ils?|elles?|on|nous|vous|moi|toi|lui|leur|les?|la|ce|ci|là|y|en)$/i;

/** How often each word of somebody's texts is used, most first; empty words, numbers, addresses, mentions and code are left out, and so is what is used less than `minUses` times. */
export function countWords(texts: readonly { title: string | null; body: RichTextDocument }[], minUses: number): CountedWord[] {
  const forms = new Map<string, Map<string, number>>();
  for (const { title, body } of texts) {
    for (const word of wordsOf(`${title ?? ''}\n${plainText(ownWordsIn(body))}`)) {
      const key = word.toLowerCase();
      const written = forms.get(key) ?? new Map<string, number>();
      forms.set(key, written.set(word, (written.get(word) ?? 0) + 1));
    }
  }
  return [...forms]
    .map(([key, written]) => ({ key, word: mostWritten(written), useCount: [...written.values()].reduce((sum, count) => sum + count, 0) }))
    .filter(({ useCount }) => useCount >= minUses)
    .sort((a, b) => b.useCount - a.useCount || (a.key < b.key ? -1 : 1));
}

export function wordsOf(text: string): string[] {
  const found = text.normalize('NFC').replace(addresses, ' ').match(words) ?? [];
  return found.map((word) => word.replace(trailingPronoun, '')).filter((word) => word.length > 1 && /\p{L}/u.test(word) && !emptyWords.has(word.toLowerCase()));
}

/** A name in a mention is somebody else's word, and code is no language. */
function ownWordsIn<Node extends RichTextDocument | RichTextNode>(node: Node): Node {
  if (!node.content) return node;
  return { ...node, content: node.content.filter(({ type }) => type !== 'mention' && type !== 'codeBlock').map(ownWordsIn) };
}

/** Small letters when they are as usual: a capital that begins a sentence is no name. */
function mostWritten(written: ReadonlyMap<string, number>): string {
  const [[word]] = [...written].sort(([a, often], [b, oftener]) => oftener - often || (a < b ? 1 : -1)) as [[string, number]];
  return word;
}
