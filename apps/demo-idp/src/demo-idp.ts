import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { KeyPair } from './keys.ts';
import { sendChooser } from './chooser-page.ts';
import type { DemoPerson } from './demo-person.ts';
import { escapeHtml, hidden, languageOf, sendHtml } from './html.ts';
import { IdpSessions, type IdpSession } from './idp-sessions.ts';
import { idpMetadata } from './metadata.ts';
import { Parvis } from './parvis.ts';
import { signOff } from './sign-off.ts';
import { answerTo, consumerOf, readQuestion, Unanswerable } from './sign-on.ts';

export interface DemoIdpOptions {
  people: readonly DemoPerson[];
  keys: KeyPair;
  /** Its own address, without a final slash. */
  baseUrl: string;
  /** Address of Parvis, without a final slash. */
  parvisUrl: string;
  /** Its other addresses. */
  otherUrls?: readonly string[];
}

const texts = {
  fr: { moment: 'Un instant', press: 'Continuer', out: 'Vous êtes déconnecté', again: 'Retourner à Parvis', refused: 'Demande refusée' },
  en: { moment: 'One moment', press: 'Continue', out: 'You are signed out', again: 'Go back to Parvis', refused: 'Request refused' },
};

/** A SAML identity provider where a click says who one is. */
export function demoIdp({ people, keys, baseUrl, parvisUrl, otherUrls = [] }: DemoIdpOptions): Express {
  const entityId = `${baseUrl}/metadata`;
  const parvis = new Parvis(parvisUrl, otherUrls);
  const sessions = new IdpSessions();
  const app = express();
  app.disable('x-powered-by');
  app.use(express.urlencoded({ extended: false, limit: '64kb' }));

  const personOf = (session: IdpSession | null) => people.find((person) => person.identifier === session?.identifier) ?? null;
  const answer = async (request: Request, response: Response, { pending, session, person }: { pending: string; session: IdpSession; person: DemoPerson }) => {
    const question = await readQuestion(carriedBy(pending), parvis);
    const SAMLResponse = await answerTo({ question, person, session, parvis, issuer: entityId, keys });
    const RelayState = new URLSearchParams(pending).get('RelayState');
    const consumer = consumerOf(question, parvis);
    const { moment, press } = texts[languageOf(request)];
    const fields = hidden({ SAMLResponse, ...(RelayState ? { RelayState } : {}) });
    const body = `<h1>${moment}</h1><form method="post" action="${escapeHtml(consumer)}">${fields}<button>${press}</button></form>`;
    sendHtml(response, { language: languageOf(request), title: moment, body, submitsTo: consumer });
  };

  app.get('/healthz', (_, response) => void response.json({ status: 'ok' }));
  app.get('/metadata', (_, response) => void response.type('application/samlmetadata+xml').send(idpMetadata({ baseUrl, entityId, certificate: keys.certificate })));

  app.get('/sso', async (request, response) => {
    const pending = request.originalUrl.split('?')[1] ?? '';
    const { forceAuthn } = await readQuestion(carriedBy(pending), parvis);
    const session = sessions.of(request);
    const person = personOf(session);
    if (session && person && forceAuthn !== 'true') await answer(request, response, { pending, session, person });
    else sendChooser(request, response, { people, pending });
  });

  app.post('/choose', async (request, response) => {
    const { identifier, pending } = request.body as Record<string, unknown>;
    const person = people.find((known) => known.identifier === identifier);
    if (!person) throw new Unanswerable('Nobody of that identifier is known here.');
    // The question is read before the choice is kept: a broken one must not change who the browser is.
    const question = typeof pending === 'string' && pending !== '' ? pending : null;
    if (question) await readQuestion(carriedBy(question), parvis);
    const session = sessions.open(request, response, person.identifier);
    if (question) await answer(request, response, { pending: question, session, person });
    else response.redirect(303, parvis.login);
  });

  // Choose somebody else; also the front page. Without a question, the choice starts a sign-in at Parvis.
  app.get(['/', '/switch'], (request, response) => sendChooser(request, response, { people, pending: '' }));

  const signOffHere = signOff({ sessions, parvis, issuer: entityId, keys });
  app.get('/slo', signOffHere);
  app.post('/slo', signOffHere);
  app.get('/logout', signOffHere);
  app.get('/signed-out', (request, response) => {
    const { out, again } = texts[languageOf(request)];
    sendHtml(response, { language: languageOf(request), title: out, body: `<h1>${out}</h1><p><a href="${escapeHtml(parvis.home)}">${again}</a></p>` });
  });

  app.use(refusals);
  return app;
}

/** The question as samlp reads one: HTTP-Redirect, with the parameters of that query string. */
function carriedBy(pending: string) {
  return { method: 'GET', query: Object.fromEntries(new URLSearchParams(pending)), body: {} };
}

// Express tells an error handler by its four parameters.
const refusals: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const language = languageOf(request);
  const title = texts[language].refused;
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Unanswerable)) console.error('Demo identity provider:', error);
  sendHtml(response, { status: 400, language, title, body: `<h1>${title}</h1><p>${escapeHtml(reason)}</p>` });
};
