import type { DepartmentKey } from '../departments.ts';
import { compile } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { hashText } from '../prng.ts';
import type { Language, ReactionKind } from '../records.ts';

/** A piece of news, and what colleagues say to it. */
export interface StatusText {
  kind: 'status';
  body: string;
  comments: readonly string[];
}

/** A question, and answers to this very question. */
export interface QuestionText {
  kind: 'question';
  title: string;
  body: string;
  answers: readonly string[];
}

export interface Topic {
  key: string;
  /** Whose daily work it is; empty: anybody's. News come from them, and answers. */
  departments: readonly DepartmentKey[];
  /** How often it is spoken of in front of the whole company; 0: only in its communities. */
  companyWide: number;
  /** Its own people ask each other, or the others ask them. */
  questionsFrom: 'trade' | 'others';
  /** Its news tell of things that were made better: one may congratulate, want the same, ask how. */
  isProgress: boolean;
  /** What readers mostly answer with a click. */
  reactions: readonly ReactionKind[];
  tags: Record<Language, readonly string[]>;
  fr: readonly (StatusText | QuestionText)[];
  en: readonly (StatusText | QuestionText)[];
}

export const status = (body: string, ...comments: string[]): StatusText => ({ kind: 'status', body, comments });

export const question = (title: string, body: string, ...answers: string[]): QuestionText => ({ kind: 'question', title, body, answers });

/** A text ready to be filled in. */
export interface Template {
  /** The same number in both languages, whose texts mostly tell the same stories. */
  story: number;
  title: Phrase | null;
  body: Phrase;
  /** Comments of a status, answers to a question. */
  replies: readonly Phrase[];
}

export interface Shelf {
  status: readonly Template[];
  question: readonly Template[];
}

function compileText(text: StatusText | QuestionText, language: Language, story: number): Template {
  return {
    story,
    title: text.kind === 'question' ? compile(text.title, language) : null,
    body: compile(text.body, language),
    replies: (text.kind === 'question' ? text.answers : text.comments).map((reply) => compile(reply, language)),
  };
}

export function shelfOf(topic: Topic, language: Language): Shelf {
  const ofKind = (kind: 'status' | 'question') => topic[language].filter((text) => text.kind === kind).map((text, index) => compileText(text, language, hashText(`${topic.key} ${kind} ${index}`)));
  return { status: ofKind('status'), question: ofKind('question') };
}
