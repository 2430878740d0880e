import type { Letter, LetterLanguage } from '@parvis/platform/server';

/** What IT sends to themselves to see whether mail works. */
export const trialLetter = (to: Letter['to'], language: LetterLanguage): Letter => ({ to, language, ...words[language], link: { ...words[language].link, path: '/administration/mail' }, choices: { ...words[language].choices, path: '/administration/mail' } });

const words = {
  fr: {
    subject: 'Essai d’envoi de Parvis',
    paragraphs: ['Ce message est arrivé : Parvis peut envoyer des courriels par le serveur de messagerie configuré.'],
    link: { label: 'Revenir aux réglages de la messagerie', path: '' },
    reason: 'Vous recevez ce message parce que vous l’avez demandé sur la page d’administration de la messagerie.',
    choices: { label: 'Réglages de la messagerie', path: '' },
  },
  en: {
    subject: 'Trial letter from Parvis',
    paragraphs: ['This message has arrived: Parvis can send letters by the mail server that is set up.'],
    link: { label: 'Back to the settings of e-mail', path: '' },
    reason: 'You receive this message because you asked for it on the administration page about e-mail.',
    choices: { label: 'Settings of e-mail', path: '' },
  },
};
