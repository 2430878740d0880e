import { hashOf, newBrowserSecret, newRequestId, requestAnswered, type SecretFor } from '../exchange/browser-secret.ts';
import type { ExchangeStore, PendingRequest, RequestPurpose } from '../exchange/exchange-store.ts';
import type { BegunExchange, Outgoing } from '../exchange/outgoing.ts';
import type { IdentityProvider } from '../identity-provider/identity-provider.ts';
import type { Provider, Providers } from '../identity-provider/provider.ts';
import { receive, type ReceivedMessage } from '../message.ts';
import { nodeSaml } from '../node-saml.ts';
import { SamlRefusal, unverifiable } from '../saml-refusal.ts';
import type { SamlSettings } from '../saml.config.ts';
import type { ServiceProvider } from '../service-provider/service-provider.ts';
import { readAssertion } from './assertion.ts';
import { checkUnsignedParts, readEnvelope } from './response.ts';
import { returnAddress } from './return-to.ts';
import { signedAssertion } from './signed-assertion.ts';
import type { VerifiedAssertion } from './verified-assertion.ts';

/** How long somebody may take at the identity provider: a password forgotten, a telephone fetched. */
export const requestLifetimeMs = 30 * 60_000;
/** How old an answer may be that nobody asked for: it comes at once. */
const unsolicitedLifetimeMs = 5 * 60_000;

export interface ExchangeParts {
  us: ServiceProvider;
  providers: Providers;
  store: ExchangeStore;
  settings: Pick<SamlSettings, 'publicUrl'>;
  now: () => Date;
}

/** What a sign-in is begun for. */
export interface Beginning {
  /** The page to come back to; off our site it becomes the front page. */
  returnTo: unknown;
  purpose: Exclude<RequestPurpose, 'sign-out'>;
  /** The session that it is begun from, where it is not one of somebody unknown. */
  sessionId: string | null;
}

/** What an answer was taken for. `request` is null when the identity provider began. */
export interface Answered {
  provider: Provider;
  request: PendingRequest | null;
}

export interface FinishedSignIn<T> extends Answered {
  used: T;
  returnTo: string;
}

/** Web browser single sign-on (SAML 2.0 profiles, 4.1): the question and the check of its answer. */
export class SignInExchange {
  private readonly parts: ExchangeParts;

  constructor(parts: ExchangeParts) {
    this.parts = parts;
  }

  /** Asks the identity provider who is there. */
  async begin(provider: Provider, { returnTo, purpose, sessionId }: Beginning): Promise<BegunExchange> {
    const { store, settings, now } = this.parts;
    const them = await provider.source.provider();
    const requestId = newRequestId();
    const browserSecret = newBrowserSecret();
    const message = await this.question(provider, them, { requestId, purpose });
    const createdAt = now();
    await store.remember({
      id: requestId,
      issuer: them.entityId,
      browserHash: hashOf(browserSecret),
      returnTo: returnAddress(returnTo, settings.publicUrl),
      purpose,
      sessionId,
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
  async finish<T>(
    { message, relayState }: { message: unknown; relayState?: unknown },
    secretFor: SecretFor,
    use: (assertion: VerifiedAssertion, answered: Answered) => T,
  ): Promise<FinishedSignIn<T>> {
    const response = receive(message, 'post');
    const { inResponseTo, issuer } = readEnvelope(response.root);
    const request = inResponseTo === null ? null : await requestAnswered(this.parts, inResponseTo, secretFor, { signOut: false });
    try {
      const provider = await this.providerOf(request, issuer);
      const assertion = await this.verify(response, { provider, request });
      const used = use(assertion, { provider, request });
      await this.take(assertion, { provider, request });
      return { used, provider, request, returnTo: request?.returnTo ?? returnAddress(relayState, this.parts.settings.publicUrl) };
    } catch (cause) {
      const error = unverifiable(cause);
      if (error instanceof SamlRefusal) error.request = request;
      throw error;
    }
  }

  private async question(provider: Provider, them: IdentityProvider, { requestId, purpose }: { requestId: string; purpose: RequestPurpose }): Promise<Outgoing> {
    const options = { us: this.parts.us, them, clockToleranceMs: provider.settings.clockToleranceMs };
    // Whoever confirms who they are is asked for it, although the identity provider remembers them.
    const particular = { generateUniqueId: () => requestId, forceAuthn: purpose === 'confirmation' };
    // No RelayState: where to return is kept with the request, out of everybody's reach.
    if (them.signOn.redirect) return { by: 'redirect', location: await nodeSaml(options, particular).getAuthorizeUrlAsync('', undefined, {}) };
    // node-saml would deflate here too, which HTTP-POST does not know.
    const saml = nodeSaml(options, { ...particular, skipRequestCompression: true });
    const { SAMLRequest } = await saml.getAuthorizeMessageAsync('');
    return { by: 'post', action: them.signOn.post ?? '', fields: { SAMLRequest: String(SAMLRequest) } };
  }

  /** The one that was asked, or that says so itself where nothing was. */
  private async providerOf(request: PendingRequest | null, issuer: string | null): Promise<Provider> {
    const entityId = request?.issuer ?? issuer ?? '';
    const provider = await this.parts.providers.byIssuer(entityId);
    if (!provider || (!provider.isEnabled && request?.purpose !== 'test')) {
      throw request || issuer ? new SamlRefusal('issuer', `no identity provider ${entityId}`) : new SamlRefusal('unsolicited', 'neither InResponseTo nor issuer');
    }
    if (!request && !provider.settings.acceptsUnsolicited) throw new SamlRefusal('unsolicited', 'no InResponseTo');
    return provider;
  }

  private async verify(response: ReceivedMessage, { provider, request }: Answered): Promise<VerifiedAssertion> {
    const { us, now } = this.parts;
    const them = await provider.source.provider();
    const at = now();
    const askedAt = request?.createdAt ?? new Date(at.getTime() - unsolicitedLifetimeMs);
    const toleranceMs = provider.settings.clockToleranceMs;
    checkUnsignedParts(response.root, { destination: us.assertionConsumer, issuer: them.entityId, askedAt, now: at, toleranceMs });
    const check = (known: IdentityProvider) => signedAssertion(response, known.signingCertificates, [us.keys, ...us.otherKeys]);
    const assertion = await this.withNewestKeys(provider, them, check);
    return readAssertion(assertion, { issuer: them.entityId, audience: us.entityId, recipient: us.assertionConsumer, requestId: request?.id ?? null, askedAt, now: at, toleranceMs });
  }

  private async withNewestKeys<T>({ source }: Provider, them: IdentityProvider, check: (known: IdentityProvider) => T): Promise<T> {
    try {
      return check(them);
    } catch (error) {
      // Perhaps the certificate was replaced a minute ago.
      const renewed = error instanceof SamlRefusal && error.reason === 'signature' ? await source.lookAgain() : null;
      if (!renewed || renewed.entityId !== them.entityId) throw error;
      return check(renewed);
    }
  }

  private async take(assertion: VerifiedAssertion, { provider, request }: Answered): Promise<void> {
    const { store } = this.parts;
    const message = { issuer: assertion.issuer, id: assertion.id, expiresAt: new Date(assertion.notOnOrAfter.getTime() + provider.settings.clockToleranceMs) };
    const isTaken = request ? await store.answer(request.id, message) : await store.see(message);
    if (!isTaken) throw new SamlRefusal('replayed');
  }
}
