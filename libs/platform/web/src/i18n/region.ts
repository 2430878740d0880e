import type { Language } from './i18n.ts';

/** How dates are written in a language whose reader’s browser names no country. */
const usual: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** The language as it is written where the reader lives, as far as the browser says so: `en-GB`, `fr-CA`. */
export function regionOf(language: Language, tags: readonly string[] = navigator.languages): string {
  const regional = new RegExp(`^${language}-([A-Z]{2}|[0-9]{3})$`, 'i');
  return tags.find((tag) => regional.test(tag)) ?? usual[language];
}
