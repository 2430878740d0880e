import type { Response } from 'express';
import type { RefusalReason } from '../saml-refusal.ts';
import { escapeXml } from '../xml.ts';
import type { Language } from './language.ts';
import { sendPage } from './page.ts';
import { refusalTexts } from './refusal-texts.ts';

const frame = {
  fr: { title: 'Connexion refusée', again: 'Se connecter à nouveau', reference: 'Référence' },
  en: { title: 'Sign-in refused', again: 'Sign in again', reference: 'Reference' },
};

const statuses: Partial<Record<RefusalReason, number>> = { 'too-large': 413, malformed: 400, 'document-type': 400, 'too-many-attempts': 429, unreachable: 503 };

/** Says what is wrong and what to do. Nothing on it comes from the message that was refused: whoever forged one must not write our pages. */
export function sendRefusal(response: Response, { language, reason, reference }: { language: Language; reason: RefusalReason; reference: string }): void {
  const { what, then } = refusalTexts[language][reason];
  const { title, again, reference: label } = frame[language];
  sendPage(response, statuses[reason] ?? 403, {
    language,
    title,
    body: `<h1>${title}</h1><p>${escapeXml(what)}</p><p>${escapeXml(then)}</p><a href="/saml/login?anew=1">${again}</a><p><small>${label} <code>${escapeXml(reference)}</code></small></p>`,
  });
}
