import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import samlp, { type LogoutOptions } from 'samlp';
import SessionParticipants from 'samlp/lib/sessionParticipants/index.js';
import type { KeyPair } from './keys.ts';
import type { IdpSessions } from './idp-sessions.ts';
import type { Parvis } from './parvis.ts';
import { persistent } from './sign-on.ts';

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** Single logout in both directions: without a message, it signs the browser out of Parvis and then here. */
export function signOff({ sessions, parvis, issuer, keys }: { sessions: IdpSessions; parvis: Parvis; issuer: string; keys: KeyPair }): RequestHandler {
  const states = new Map<string, object>();
  return async (request, response, next) => {
    const session = sessions.of(request);
    const participants = session ? [await participantOf(session.identifier, session.index, parvis)] : [];
    // Only we start a logout that Parvis answers, so its answer ends a logout begun here.
    const isOurs = request.query['SAMLRequest'] === undefined && request.body?.SAMLRequest === undefined;
    const options: LogoutOptions = {
      issuer,
      cert: keys.certificate,
      key: keys.privateKey,
      deflate: true,
      protocolBinding: redirect,
      destination: parvis.singleLogout,
      sessionParticipants: new SessionParticipants(participants),
      clearIdPSession: (done) => {
        sessions.close(request, response);
        // samlp would answer a bare « 200 ».
        if (isOurs) response.redirect(303, '/signed-out');
        else done();
      },
      store: stateStore(states),
    };
    // samlp reads the body even of a message that came along the address.
    request.body ??= {};
    samlp.logout(options)(request, response, next);
  };
}

async function participantOf(nameId: string, sessionIndex: string, parvis: Parvis) {
  return {
    serviceProviderId: parvis.entityId,
    sessionIndex,
    nameId,
    nameIdFormat: persistent,
    serviceProviderLogoutURL: parvis.singleLogout,
    binding: redirect,
    cert: await parvis.certificate(),
  };
}

/** What samlp keeps between two messages of one logout; it expects a session of Express otherwise. */
function stateStore(states: Map<string, object>): LogoutOptions['store'] {
  return {
    save: (_, state, done) => {
      const handle = randomUUID();
      states.set(handle, state);
      done(null, handle);
    },
    load: (_, handle, options, done) => {
      const state = states.get(handle);
      const reply = typeof options === 'function' ? options : done;
      if (typeof options === 'object' && 'destroy' in options) states.delete(handle);
      reply?.(null, state);
    },
    update: (_, handle, state, done) => {
      states.set(handle, state);
      done(null, handle);
    },
  };
}
