import type { DepartmentKey } from '../departments.ts';
import { compile } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
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
  /** Whose daily work it is; empty: anybody's. News come from them, questions from everybody. */
  departments: readonly DepartmentKey[];
  /** How often it is spoken of in front of the whole company; 0: only in its communities. */
  companyWide: number;
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
  title: Phrase | null;
  body: Phrase;
  /** Comments of a status, answers to a question. */
  replies: readonly Phrase[];
}

export interface Shelf {
  status: readonly Template[];
  question: readonly Template[];
}

function compileText(text: StatusText | QuestionText, language: Language): Template {
  return {
    title: text.kind === 'question' ? compile(text.title, language) : null,
    body: compile(text.body, language),
    replies: (text.kind === 'question' ? text.answers : text.comments).map((reply) => compile(reply, language)),
  };
}

export function shelfOf(topic: Topic, language: Language): Shelf {
  const ofKind = (kind: 'status' | 'question') => topic[language].filter((text) => text.kind === kind).map((text) => compileText(text, language));
  return { status: ofKind('status'), question: ofKind('question') };
}
