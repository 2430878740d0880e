import type { MailAddress } from './mail-address.ts';

export type LetterLanguage = 'fr' | 'en';

/** A place in Parvis: what is written on the link, and where it leads from the public address on, with its slash. */
export interface LetterLink {
  label: string;
  path: string;
}

/** A letter to one person, in their language. Its words are plain text: whatever signs stand in them, they are shown as they are. */
export interface Letter {
  to: MailAddress;
  language: LetterLanguage;
  subject: string;
  paragraphs: readonly string[];
  /** What it is about. */
  link: LetterLink;
  /** Why it comes. */
  reason: string;
  /** Where its reader says that they do not want it. */
  choices: LetterLink;
}

/** A letter that a domain writes; `<domain>.<what>`. Its payload holds ids and small facts, no words and no address: those are read when it leaves. */
export interface LetterType<P extends object> {
  readonly name: string;
  /** For the types alone. */
  readonly payload?: P;
}

/** Declares a letter: `const reportLetter = letterType<{ personId: string }>('engagement.report')`. */
export const letterType = <P extends object>(name: string): LetterType<P> => ({ name });
