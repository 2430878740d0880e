import { compile } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import type { Language } from './records.ts';
import { remarks } from './topics/remarks.ts';
import type { RemarkKind } from './topics/remarks.ts';
import { topics } from './topics/index.ts';
import { shelfOf } from './topics/topic.ts';
import type { Template, Topic } from './topics/topic.ts';

/** Texts taken in turn, so that each comes back only when all the others were used. */
export class Deck<T> {
  private readonly items: readonly T[];
  private next = 0;

  constructor(items: readonly T[]) {
    this.items = items;
  }

  get size(): number {
    return this.items.length;
  }

  /** Without taking it: the one on top, or the one so many places below. */
  peek(below: number): T | undefined {
    return this.items[(this.next + below) % this.items.length];
  }

  /** Takes the one so many places below the top, and those above it. */
  take(below: number): void {
    this.next = (this.next + below + 1) % Math.max(1, this.items.length);
  }
}

export interface TopicDecks {
  topic: Topic;
  decks: Record<Language, Record<'status' | 'question', Deck<Template>>>;
}

export interface Stock {
  topics: ReadonlyMap<string, TopicDecks>;
  remarks: Record<Language, Record<RemarkKind, Deck<Phrase>>>;
}

function decksOf(topic: Topic, language: Language): Record<'status' | 'question', Deck<Template>> {
  const shelf = shelfOf(topic, language);
  return { status: new Deck(shelf.status), question: new Deck(shelf.question) };
}

function remarkDecks(language: Language): Record<RemarkKind, Deck<Phrase>> {
  const deck = (kind: RemarkKind) => new Deck(remarks[kind][language].map((text) => compile(text, language)));
  return { thanks: deck('thanks'), reaction: deck('reaction'), echo: deck('echo'), executive: deck('executive'), author: deck('author'), leader: deck('leader') };
}

/** The texts, compiled, with their decks on the first card. */
export function freshStock(): Stock {
  return {
    topics: new Map(topics.map((topic) => [topic.key, { topic, decks: { fr: decksOf(topic, 'fr'), en: decksOf(topic, 'en') } }])),
    remarks: { fr: remarkDecks('fr'), en: remarkDecks('en') },
  };
}
