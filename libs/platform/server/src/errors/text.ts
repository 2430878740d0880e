import { platformErrors } from './platform.errors.ts';

/** One line of text from a form: trimmed, white space folded, never empty, at most `max` characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG. */
export function requiredLine(field: string, value: string, max: number): string {
  const line = limited(field, value.replace(/\s+/g, ' '), max);
  if (!line) throw platformErrors.textRequired(field);
  return line;
}

/** Text of several lines from a form: trimmed, never empty, at most `max` characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG. */
export function requiredText(field: string, value: string, max: number): string {
  const text = limited(field, value, max);
  if (!text) throw platformErrors.textRequired(field);
  return text;
}

/** Free text from a form: trimmed, at most `max` characters, may be empty. Errors: TEXT_TOO_LONG. */
export function limited(field: string, value: string, max: number): string {
  // Half a sign is no text that JSON in PostgreSQL takes.
  const text = value.toWellFormed().replaceAll('\u0000', '').trim();
  if ([...text].length > max) throw platformErrors.textTooLong(field, max);
  return text;
}

const maxSearchLength = 200;

/** Words to look for: any text will do, only the first 200 characters count; empty: nothing to look for. */
export function searchWords(value: string | null | undefined): string {
  return (value ?? '').slice(0, 10 * maxSearchLength).replaceAll('\u0000', '').trim().slice(0, maxSearchLength);
}

/** A list of words from a form: trimmed, without repeats (letter case ignored), at most `maxItems` of `maxLength` characters each. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS. */
export function wordList(field: string, values: string[], { maxItems, maxLength }: { maxItems: number; maxLength: number }): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const word = limited(field, value.replace(/\s+/g, ' '), maxLength);
    if (word && !seen.has(word.toLowerCase())) seen.set(word.toLowerCase(), word);
  }
  if (seen.size > maxItems) throw platformErrors.tooManyItems(field, maxItems);
  return [...seen.values()];
}
