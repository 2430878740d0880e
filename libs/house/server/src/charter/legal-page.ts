import type { HouseLanguage } from '@parvis/platform/server';
import { escapeHtml, richTextHtml } from '../text/rich-text-html.ts';
import type { HouseTextEntity, HouseTextKind } from '../text/house-text.entity.ts';

/** What a page shows; it stands without the application, which is not for everybody who reads it. */
export interface LegalPage {
  language: HouseLanguage;
  /** Name of the network. */
  house: string;
  kind: HouseTextKind;
  /** Null: there is none yet. */
  text: HouseTextEntity | null;
  /** Links to the others. */
  links: readonly { href: string; label: string }[];
  /** When the reader has accepted the charter; null: they have not, or nobody knows who reads. */
  acceptedAt?: Date | null;
  /** Where the form that accepts it goes; it is shown when there is one. */
  acceptsAt?: string;
  /** Whether the reader has accepted an earlier one. */
  isChange?: boolean;
}

export const legalWords = {
  fr: {
    charter: 'Charte d’utilisation',
    'legal-notice': 'Mentions légales',
    none: { charter: 'Aucune charte n’a encore été publiée.', 'legal-notice': 'Les mentions légales n’ont pas encore été publiées.' },
    version: (number: number, date: string) => `Version ${number}, publiée le ${date}`,
    first: (house: string) => `Avant d’entrer dans ${house}, lisez la charte ci-dessous. Vous pouvez l’imprimer ; elle reste accessible au pied de chaque page.`,
    changed: (house: string) => `La charte de ${house} a changé depuis que vous l’avez acceptée. Lisez la nouvelle version ci-dessous avant de continuer.`,
    accept: 'J’ai lu la charte et je l’accepte',
    accepted: (date: string) => `Vous avez accepté cette charte le ${date}.`,
    signOut: 'Se déconnecter sans accepter',
    home: 'Ouvrir le réseau',
  },
  en: {
    charter: 'Charter of use',
    'legal-notice': 'Legal notice',
    none: { charter: 'No charter has been published yet.', 'legal-notice': 'The legal notice has not been published yet.' },
    version: (number: number, date: string) => `Version ${number}, published on ${date}`,
    first: (house: string) => `Before you enter ${house}, read the charter below. You can print it, and it stays at the foot of every page.`,
    changed: (house: string) => `The charter of ${house} has changed since you accepted it. Read the new version below before you go on.`,
    accept: 'I have read the charter and accept it',
    accepted: (date: string) => `You accepted this charter on ${date}.`,
    signOut: 'Sign out without accepting',
    home: 'Open the network',
  },
} as const;

/** The whole page: no script, and no style but two files of ours. */
export function legalPage({ language, house, kind, text, links, acceptedAt, acceptsAt, isChange = false }: LegalPage): string {
  const words = legalWords[language];
  const dates = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' });
  const shown = text && bodyOf(text, language);
  const lead = acceptsAt ? `<p class="lead">${escapeHtml(isChange ? words.changed(house) : words.first(house))}</p>` : '';
  const facts = text ? `<p class="soft">${words.version(text.number, dates.format(text.publishedAt))}${acceptedAt ? `. ${words.accepted(dates.format(acceptedAt))}` : ''}</p>` : '';
  const body = shown ? `<article${shown.language === language ? '' : ` lang="${shown.language}"`}>${richTextHtml(shown.body)}</article>` : `<p>${words.none[kind]}</p>`;
  const form = acceptsAt
    ? `<form method="post" action="${escapeHtml(acceptsAt)}"><button type="submit">${words.accept}</button></form><p><a href="/saml/logout">${words.signOut}</a></p>`
    : `<p><a class="button" href="/">${words.home}</a></p>`;
  const foot = links.map(({ href, label }) => `<a href="${escapeHtml(href)}">${label}</a>`).join(' · ');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${words[kind]} · ${escapeHtml(house)}</title><link rel="stylesheet" href="/legal.css"><link rel="stylesheet" href="/look.css"></head>
<body><main><p class="house">${escapeHtml(house)}</p><h1>${words[kind]}</h1>${lead}${facts}${body}${form}</main><footer>${foot}</footer></body></html>
`;
}

/** In the reader's language, else in one that there is: better than nothing to read. */
function bodyOf({ bodies }: HouseTextEntity, language: HouseLanguage) {
  const [found] = [language, 'fr' as const, 'en' as const].flatMap((one) => (bodies[one] ? [{ language: one, body: bodies[one] }] : []));
  return found ?? null;
}
