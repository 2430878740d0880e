import type { Request } from 'express';

export type Language = 'fr' | 'en';

/** The language of a page shown before anybody is known: the browser's, English when it speaks neither. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
}
