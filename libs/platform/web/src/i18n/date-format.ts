/** Writes moments, and from one moment to another. */
export interface DateFormat {
  format(at: Date | number): string;
  formatRange(from: Date, to: Date): string;
}

type Part = Pick<Intl.DateTimeFormatPart, 'type' | 'value'>;

const kept = new Map<string, DateFormat>();

/** As `Intl.DateTimeFormat`, and « 1er décembre » where that writes « 1 décembre ». The same one for the same wishes: they are dear to make. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  const written = locale.startsWith('fr')
    ? { format: (at: Date | number) => withFirst(made.formatToParts(at)), formatRange: (from: Date, to: Date) => withFirst(made.formatRangeToParts(from, to)) }
    : made;
  kept.set(key, written);
  return written;
}

/** The first of a month whose name follows in letters: « 1er–3 décembre » too. */
function withFirst(parts: readonly Part[]): string {
  const monthAfter = (index: number) => parts.slice(index).find(({ type }) => type === 'month')?.value ?? '';
  return parts.map(({ type, value }, index) => (type === 'day' && value === '1' && /\p{L}/u.test(monthAfter(index)) ? '1er' : value)).join('');
}

/** The zone of the reader’s clock: `Europe/Paris`. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
