import type { Language } from '@parvis/platform/web';

/** The words of the page that is shown when the others could not be fetched: the only ones outside the locales. */
export const startWords: Record<Language, { title: string; text: string; retry: string }> = {
  en: {
    title: 'Parvis cannot be reached',
    text: 'The server does not answer. Check your connection, or try again in a moment.',
    retry: 'Try again',
  },
  fr: {
    title: 'Parvis est injoignable',
    text: 'Le serveur ne répond pas. Vérifiez votre connexion ou réessayez dans un instant.',
    retry: 'Réessayer',
  },
};
