import { computed, nextTick } from 'vue';

import { toldLanguages } from '../page/house.ts';
import { i18n, type Language, languages } from './i18n.ts';

/** The words of one part of the application, by language, loaded when the language is shown. */
export type Locales = Record<Language, () => Promise<{ default: object }>>;

const storageKey = 'parvis.language';
const loaded = new Set<Language>();
let parts: readonly Locales[] = [];

/** Those that the company offers, its own first. */
export function offeredLanguages(): Language[] {
  const told = toldLanguages().flatMap((tag) => languages.filter((one) => one === tag));
  return told.length > 0 ? told : ['en', 'fr'];
}

function isOffered(value: string | null | undefined): value is Language {
  return offeredLanguages().includes(value as Language);
}

/** What was chosen here before, else the first language of the browser that is offered, else the company's own. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (isOffered(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isOffered) ?? offeredLanguages()[0] ?? 'en';
}

async function show(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const found = await Promise.all(parts.map((part) => part[language]()));
    for (const { default: messages } of found) i18n.global.mergeLocaleMessage(language, messages);
    loaded.add(language);
  }
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  await nextTick();
}

export function startLanguage(locales: readonly Locales[]): Promise<void> {
  parts = locales;
  return show(preferredLanguage());
}

export function useLanguage() {
  return {
    language: computed(() => i18n.global.locale.value as Language),
    choose(language: Language): Promise<void> {
      localStorage.setItem(storageKey, language);
      return show(language);
    },
  };
}
