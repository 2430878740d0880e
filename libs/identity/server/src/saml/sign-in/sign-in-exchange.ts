import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ExchangeStore, PendingRequest } from '../exchange/exchange-store.ts';
import type { Outgoing } from '../exchange/outgoing.ts';
import type { IdentityProvider } from '../identity-provider/identity-provider.ts';
import type { MetadataSource } from '../identity-provider/metadata-source.ts';
import { receive, type ReceivedMessage } from '../message.ts';
import { nodeSaml } from '../node-saml.ts';
import { SamlRefusal } from '../saml-refusal.ts';
import type { SamlSettings } from '../saml.config.ts';
import type { ServiceProvider } from '../service-provider/service-provider.ts';
import { readAssertion } from './assertion.ts';
import { checkUnsignedParts } from './response.ts';
import { returnAddress } from './return-to.ts';
import { signedAssertion } from './signed-assertion.ts';
import type { VerifiedAssertion } from './verified-assertion.ts';

/** How long somebody may take at the identity provider: a password forgotten, a telephone fetched. */
export const requestLifetimeMs = 30 * 60_000;

export interface ExchangeParts {
  us: ServiceProvider;
  source: Pick<MetadataSource, 'provider' | 'lookAgain'>;
  store: ExchangeStore;
  settings: Pick<SamlSettings, 'publicUrl' | 'clockToleranceMs'>;
  now: () => Date;
}

export interface BegunSignIn {
  requestId: string;
  /** For the asking browser alone. */
  browserSecret: string;
  message: Outgoing;
}

/** Web browser single sign-on, begun by us (SAML 2.0 profiles, 4.1): the question and the check of its answer. */
export class SignInExchange {
  private readonly parts: ExchangeParts;

  constructor(parts: ExchangeParts) {
    this.parts = parts;
  }

  /** Asks the identity provider who is there. `askedFor` is the page to come back to; off our site it becomes the front page. */
  async begin(askedFor: unknown): Promise<BegunSignIn> {
    const { source, store, settings, now } = this.parts;
    const them = await source.provider();
    const requestId = `_${randomBytes(20).toString('hex')}`;
    const browserSecret = randomBytes(32).toString('base64url');
    const message = await this.question(them, requestId);
    const createdAt = now();
    await store.remember({
      id: requestId,
      issuer: them.entityId,
      browserHash: hashOf(browserSecret),
      returnTo: returnAddress(askedFor, settings.publicUrl),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + requestLifetimeMs),
      isAnswered: false,
    });
    return { requestId, browserSecret, message };
  }

  /**
   * Checks an answer against all that is known, and takes it: it will not be accepted again. `secretFor` gives what this browser holds for a
   * request. Throws SamlRefusal. `use` runs on the checked assertion before it is taken, so that what it refuses can be tried again.
   */
  async finish<T>(encoded: unknown, secretFor: (requestId: string) => string | undefined, use: (assertion: VerifiedAssertion) => T): Promise<{ used: T; requestId: string; returnTo: string }> {
    const { us, source, store, settings } = this.parts;
    const them = await source.provider();
    const response = receive(encoded, 'post');
    const { inResponseTo, isSigned } = checkUnsignedParts(response.root, { destination: us.assertionConsumer, issuer: them.entityId });
    const request = await this.requestOf(inResponseTo, secretFor, them);
    const assertion = await this.verify(response, { request, isSigned, them });
    const used = use(assertion);
    const message = { issuer: assertion.issuer, id: assertion.id, expiresAt: new Date(assertion.notOnOrAfter.getTime() + settings.clockToleranceMs) };
    if (!(await store.answer(request.id, message))) throw new SamlRefusal('replayed');
    return { used, requestId: request.id, returnTo: request.returnTo };
  }

  private async question(them: IdentityProvider, requestId: string): Promise<Outgoing> {
    const { us, settings } = this.parts;
    const options = { us, them, clockToleranceMs: settings.clockToleranceMs };
    // No RelayState: where to return is kept with the request, out of everybody's reach.
    if (them.signOn.redirect) {
      return { by: 'redirect', location: await nodeSaml(options, { generateUniqueId: () => requestId }).getAuthorizeUrlAsync('', undefined, {}) };
    }
    // node-saml would deflate here too, which HTTP-POST does not know.
    const saml = nodeSaml(options, { generateUniqueId: () => requestId, skipRequestCompression: true });
    const { SAMLRequest } = await saml.getAuthorizeMessageAsync('');
    return { by: 'post', action: them.signOn.post ?? '', fields: { SAMLRequest: String(SAMLRequest) } };
  }

  private async requestOf(id: string, secretFor: (requestId: string) => string | undefined, them: IdentityProvider): Promise<PendingRequest> {
    const request = await this.parts.store.find(id);
    if (!request) throw new SamlRefusal('unknown-request');
    // A genuine answer posted by somebody else's browser would sign it in as the sender (login CSRF).
    const secret = secretFor(id);
    if (!secret || !timingSafeEqual(hashOf(secret), request.browserHash)) throw new SamlRefusal('other-browser', secret ? 'another secret' : 'no cookie');
    if (request.isAnswered) throw new SamlRefusal('replayed');
    if (request.issuer !== them.entityId) throw new SamlRefusal('issuer', `asked ${request.issuer}, ${them.entityId} answers`);
    return request;
  }

  private async verify(response: ReceivedMessage, { request, isSigned, them }: { request: PendingRequest; isSigned: boolean; them: IdentityProvider }): Promise<VerifiedAssertion> {
    const { us, source, settings, now } = this.parts;
    const check = (provider: IdentityProvider) =>
      signedAssertion(response.xml, { us, them: provider, clockToleranceMs: settings.clockToleranceMs }, { request, isSigned, lifetimeMs: requestLifetimeMs });
    const signedXml = await check(them).catch(async (error: unknown) => {
      // Perhaps the certificate was replaced a minute ago.
      const renewed = error instanceof SamlRefusal && error.reason === 'signature' ? await source.lookAgain() : null;
      if (!renewed || renewed.entityId !== them.entityId) throw error;
      return check(renewed);
    });
    return readAssertion(signedXml, {
      issuer: them.entityId,
      audience: us.entityId,
      recipient: us.assertionConsumer,
      requestId: request.id,
      now: now(),
      toleranceMs: settings.clockToleranceMs,
    });
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
