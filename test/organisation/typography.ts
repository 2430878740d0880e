import type { Language } from './records.ts';

const noBreak = '\u00a0';

/** The stock is typed on a keyboard; readers get real apostrophes, quotation marks and the French non-breaking spaces. */
export function typeset(text: string, language: Language): string {
  const common = text.replaceAll("'", '’').replaceAll('...', '…');
  if (language === 'en') return common.replace(/"([^"]*)"/g, '“$1”');
  return common
    .replace(/ ([:;?!»%€])/g, `${noBreak}$1`)
    .replaceAll('« ', `«${noBreak}`)
    .replace(/(\d) (?=\d|kW|°C|%|€|bar|dB|min|h\b|km|kg|mm|g\b|t\b|V\b|A\b|m²|Hz|Pa\b)/g, `$1${noBreak}`);
}

/** 12480 → "12 480" in French, "12,480" in English; one decimal at most. */
export function typesetNumber(value: number, decimals: number, language: Language): string {
  const [whole = '', fraction = ''] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? noBreak : ',');
  if (!fraction) return grouped;
  return `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
}
