import type { Response } from 'express';
import type { Language } from './language.ts';
import { sendPage } from './page.ts';

const texts = {
  fr: {
    title: 'Vous êtes déconnecté de Parvis',
    everywhere: 'Votre session d’entreprise est terminée elle aussi.',
    here: 'Votre session d’entreprise reste peut-être ouverte : sur un poste partagé, fermez-la également.',
    again: 'Se connecter à nouveau',
  },
  en: {
    title: 'You are signed out of Parvis',
    everywhere: 'Your company session has ended too.',
    here: 'Your company session may still be open: on a shared computer, end it as well.',
    again: 'Sign in again',
  },
};

/** Without it, signing out would sign in again at once, since signing in takes no click. */
export function sendSignedOut(response: Response, { language, everywhere }: { language: Language; everywhere: boolean }): void {
  const { title, again, ...words } = texts[language];
  const body = `<h1>${title}</h1><p>${everywhere ? words.everywhere : words.here}</p><a href="/saml/login?anew=1">${again}</a>`;
  sendPage(response, 200, { language, title, body });
}
