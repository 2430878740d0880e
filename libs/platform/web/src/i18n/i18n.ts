import { createI18n } from 'vue-i18n';

import { elided } from './french.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** In French, zero is singular: "0 membre". Forms are "one | many" or "none | one | many". */
function frenchPlural(count: number, forms: number): number {
  if (forms < 3) return Math.abs(count) < 2 ? 0 : 1;
  return Math.abs(count) < 2 ? Math.trunc(Math.abs(count)) : 2;
}

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  pluralRules: { fr: frenchPlural },
});

i18n.global.setPostTranslationHandler((said) => (typeof said === 'string' && i18n.global.locale.value === 'fr' ? elided(said) : said));
