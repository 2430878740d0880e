import type { Language, Locales } from '@parvis/platform/web';

type Words = () => Promise<{ default: object }>;

// Every domain's words, each language in one file of the build (see vite.config.ts) that is loaded when it is shown.
const found: Record<Language, Record<string, Words>> = {
  en: import.meta.glob(['./locales/en.json', '../../../libs/*/{web,ui}/src/locales/en.json']),
  fr: import.meta.glob(['./locales/fr.json', '../../../libs/*/{web,ui}/src/locales/fr.json']),
} as Record<Language, Record<string, Words>>;

export const locales: Locales[] = Object.keys(found.en).map((enFile) => {
  const frFile = enFile.replace(/en\.json$/, 'fr.json');
  return { en: found.en[enFile]!, fr: found.fr[frFile]! };
});
