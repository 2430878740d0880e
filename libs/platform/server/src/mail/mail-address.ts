/** One address and nothing else: what a person of the HR file is said to have goes into a header of a letter, where a comma makes two and a line break a header more. */
const addressForm = /^[^\s\p{Cc}<>()[\],;:\\"@]+@[^\s\p{Cc}<>()[\],;:\\"@]+$/u;
const longestAddress = 254;

export interface MailAddress {
  /** May be empty. */
  name: string;
  address: string;
}

export const isMailAddress = (text: string): boolean => text.length <= longestAddress && addressForm.test(text);

/** Reads `parvis@example.com` or `Parvis <parvis@example.com>`; null: it is neither. */
export function mailAddressOf(text: string): MailAddress | null {
  const [, name = '', within] = /^([^<>\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const address = (within ?? text).trim();
  return isMailAddress(address) ? { name: name.replaceAll('"', '').trim(), address } : null;
}

/** On one line, as a name or a subject must be. */
export const onOneLine = (text: string): string => text.replaceAll(/[ \p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
