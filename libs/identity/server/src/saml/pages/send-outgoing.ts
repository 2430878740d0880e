import type { Response } from 'express';
import type { Outgoing } from '../exchange/outgoing.ts';
import { escapeXml } from '../xml.ts';
import type { Language } from './language.ts';
import { sendPage } from './page.ts';

const texts = { fr: { title: 'Un instant', press: 'Continuer' }, en: { title: 'One moment', press: 'Continue' } };

/** Sends the browser on its way with a message of ours. */
export function sendOutgoing(response: Response, message: Outgoing, language: Language): void {
  response.setHeader('Cache-Control', 'no-store');
  if (message.by === 'redirect') {
    response.redirect(302, message.location);
    return;
  }
  const { title, press } = texts[language];
  const fields = Object.entries(message.fields).map(([name, value]) => `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}">`);
  const body = `<h1>${title}</h1><form method="post" action="${escapeXml(message.action)}">${fields.join('')}<button>${press}</button></form>`;
  sendPage(response, 200, { language, title, body, submitsTo: message.action });
}
