import type { Response } from 'express';
import type { ConnectedProvider } from '../identity-provider/identity-providers.ts';
import { escapeXml } from '../xml.ts';
import type { Language } from './language.ts';
import { sendPage } from './page.ts';

const texts = {
  fr: {
    title: 'Où travaillez-vous\u00a0?',
    lead: 'Ce navigateur s’en souviendra.',
    mail: 'Ou votre adresse électronique professionnelle',
    go: 'Continuer',
    unknown: (mail: string) => `Aucune des sociétés de ce Parvis n’utilise d’adresses comme «\u00a0${mail}\u00a0». Choisissez la vôtre ci-dessus, ou corrigez l’adresse.`,
  },
  en: {
    title: 'Where do you work?',
    lead: 'This browser will remember.',
    mail: 'Or your e-mail address at work',
    go: 'Continue',
    unknown: (mail: string) => `None of the companies of this Parvis uses addresses like “${mail}”. Choose yours above, or correct the address.`,
  },
};

export interface ProviderChoice {
  language: Language;
  among: readonly ConnectedProvider[];
  unknownMail: string | null;
  /** The page to come back to, as it was asked for. */
  returnTo: unknown;
}

/** Asks by which identity provider somebody signs in: a click, or an address when there are many. */
export function sendProviderChoice(response: Response, { language, among, unknownMail, returnTo }: ProviderChoice): void {
  const { title, lead, mail, go, unknown } = texts[language];
  const back = typeof returnTo === 'string' ? `<input type="hidden" name="returnTo" value="${escapeXml(returnTo)}">` : '';
  const buttons = among.map(({ id, name }) => `<li><button name="provider" value="${escapeXml(id)}">${escapeXml(name)}</button></li>`).join('');
  const fault = unknownMail === null ? '' : `<p id="fault" role="alert">${escapeXml(unknown(unknownMail))}</p>`;
  const byMail = among.some(({ mailDomains }) => mailDomains.length > 0) || unknownMail !== null;
  const field =
    `<form method="get" action="/saml/login">${back}<label for="mail">${mail}</label>` +
    `<input id="mail" name="mail" type="email" autocomplete="email" required maxlength="320" value="${escapeXml(unknownMail ?? '')}"${unknownMail === null ? '' : ' aria-invalid="true" aria-describedby="fault" autofocus'}>` +
    `${fault}<button class="quiet">${go}</button></form>`;
  sendPage(response, unknownMail === null ? 200 : 400, {
    language,
    title,
    body: `<h1>${title}</h1><p><small>${lead}</small></p><form method="get" action="/saml/login">${back}<ul>${buttons}</ul></form>${byMail ? field : ''}`,
    asks: true,
  });
}
