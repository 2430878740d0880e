import { afterEach, describe, expect, it, vi } from 'vitest';

import { i18n } from './i18n.ts';
import { startLanguage, useLanguage } from './language.ts';
import { useFormats } from './useFormats.ts';

function aBrowser(languages: string[], chosen?: string): void {
  localStorage.clear();
  if (chosen) localStorage.setItem('parvis.language', chosen);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
}
const locales = [{ en: async () => ({ default: {} }), fr: async () => ({ default: {} }) }];

afterEach(() => {
  localStorage.clear();
  i18n.global.locale.value = 'en';
});

describe('the language', () => {
  it.each([
    [['fr-CA', 'en'], undefined, 'fr'],
    [['de', 'fr', 'en'], undefined, 'fr'],
    [['de'], undefined, 'en'],
    [['fr'], 'en', 'en'],
    [['fr'], 'klingon', 'fr'],
  ])('of a browser that reads %j, where %s was chosen, is %s', async (languages, chosen, expected) => {
    aBrowser(languages, chosen);
    await startLanguage(locales);

    expect(useLanguage().language.value).toBe(expected);
    expect(document.documentElement.lang).toBe(expected);
  });

  it('is remembered once chosen', async () => {
    aBrowser(['en']);
    await startLanguage(locales);
    await useLanguage().choose('fr');

    expect(document.documentElement.lang).toBe('fr');
    await startLanguage(locales);
    expect(useLanguage().language.value).toBe('fr');
  });
});

describe('counted', () => {
  it('writes the number and chooses the form as the language does', () => {
    for (const language of ['en', 'fr']) i18n.global.mergeLocaleMessage(language, { test: { m: '{count} member | {count} members' } });
    const { counted } = useFormats();

    expect([0, 1, 2, 12345].map((count) => counted('test.m', count))).toEqual(['0 members', '1 member', '2 members', '12,345 members']);
    i18n.global.locale.value = 'fr';
    expect([0, 1, 2, 12345].map((count) => counted('test.m', count))).toEqual(['0 member', '1 member', '2 members', '12\u202f345 members']);
  });
});
