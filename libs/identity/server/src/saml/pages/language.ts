import { languagesOf, offeredLanguage } from '@parvis/platform/server';
import type { Request } from 'express';

export type Language = 'fr' | 'en';

/** The language of a page shown before anybody is known: the browser's, as far as the company offers it, else the company's own. */
export function languageOf(request: Request): Language {
  return offeredLanguage(languagesOf(request), request.acceptsLanguages());
}
