import type { SessionOrigin } from '../../session/asserted-person.ts';
import { hashOf, newBrowserSecret, newRequestId, requestAnswered, type SecretFor } from '../exchange/browser-secret.ts';
import type { PendingRequest } from '../exchange/exchange-store.ts';
import { posted, type BegunExchange, type Outgoing } from '../exchange/outgoing.ts';
import type { IdentityProvider } from '../identity-provider/identity-provider.ts';
import type { Provider } from '../identity-provider/provider.ts';
import { nodeSaml, type Parties } from '../node-saml.ts';
import { SamlRefusal, unverifiable } from '../saml-refusal.ts';
import { requestLifetimeMs, type ExchangeParts } from '../sign-in/sign-in-exchange.ts';
import { readLogoutRequest, readLogoutResponse, saidIssuer, type CarriedLogout } from './logout-message.ts';

/** Which sessions a request of the identity provider ends, and how to tell it that they have. */
export interface WantedLogout {
  issuer: string;
  nameId: string;
  sessionIndexes: string[];
  answer(): Promise<Outgoing | null>;
}

/** What the identity provider said to a request of ours. */
export interface ConcludedLogout {
  request: PendingRequest;
  /** Whether every session of the person is over. */
  isComplete: boolean;
}

const longestRelayState = 1024;

/** Single logout in both directions (SAML 2.0 profiles, 4.4). Ending the local session never depends on it. */
export class LogoutExchange {
  private readonly parts: ExchangeParts;

  constructor(parts: ExchangeParts) {
    this.parts = parts;
  }

  /** Asks the identity provider to end its session too; null when it offers no such thing or the session is not one of its own. */
  async begin(origin: SessionOrigin): Promise<BegunExchange | null> {
    const provider = await this.parts.providers.byIssuer(origin.issuer);
    // Without a NameID there is nobody to name.
    if (!provider || !origin.nameId) return null;
    const them = await provider.source.provider();
    const { redirect, post } = them.logout;
    const endpoint = redirect ?? post;
    if (!endpoint) return null;
    const id = newRequestId();
    const saml = nodeSaml(this.partiesWith(provider, them), { logoutUrl: endpoint.location, generateUniqueId: () => id });
    const person = {
      issuer: origin.issuer,
      nameID: origin.nameId,
      nameIDFormat: origin.nameIdFormat ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      ...(origin.nameQualifier ? { nameQualifier: origin.nameQualifier } : {}),
      ...(origin.spNameQualifier ? { spNameQualifier: origin.spNameQualifier } : {}),
      ...(origin.sessionIndex ? { sessionIndex: origin.sessionIndex } : {}),
    };
    const message: Outgoing = redirect
      ? { by: 'redirect', location: await saml.getLogoutUrlAsync(person, '', {}) }
      : posted('SAMLRequest', await saml._generateLogoutRequest(person), { to: endpoint.location, keys: this.parts.us.keys });
    return { requestId: id, browserSecret: await this.remember(id, them), message };
  }

  /** Checks a request to end sessions. The caller ends them and then sends `answer`. Throws SamlRefusal. */
  async receive(carried: CarriedLogout, relayState: unknown): Promise<WantedLogout> {
    const { store, now } = this.parts;
    const { result: request, provider, them } = await this.checked(carried, (parties) => readLogoutRequest(carried, parties, now()));
    if (!(await store.see({ issuer: them.entityId, id: request.id, expiresAt: request.expiresAt }))) throw new SamlRefusal('replayed');
    const { id, nameId, sessionIndexes } = request;
    return { issuer: them.entityId, nameId, sessionIndexes, answer: () => this.answer(this.partiesWith(provider, them), id, relayState) };
  }

  /**
   * Checks what the identity provider says to a request of ours, in the browser that was sent with it: it says that somebody is signed out, which
   * is not true of whoever else is made to open it. Throws SamlRefusal.
   */
  async conclude(carried: CarriedLogout, secretFor: SecretFor): Promise<ConcludedLogout> {
    const { store, now } = this.parts;
    const { result, them } = await this.checked(carried, (parties) => readLogoutResponse(carried, parties, now()));
    const request = await requestAnswered(this.parts, result.inResponseTo, secretFor, { signOut: true });
    if (request.issuer !== them.entityId) throw new SamlRefusal('issuer', `expected ${request.issuer}, came ${them.entityId}`);
    if (!(await store.answer(request.id, { issuer: them.entityId, id: result.id, expiresAt: result.expiresAt }))) throw new SamlRefusal('replayed');
    return { request, isComplete: result.isComplete };
  }

  private async remember(id: string, them: IdentityProvider): Promise<string> {
    const { store, settings, now } = this.parts;
    const browserSecret = newBrowserSecret();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + requestLifetimeMs);
    await store.remember({ id, issuer: them.entityId, browserHash: hashOf(browserSecret), returnTo: `${settings.publicUrl}/`, purpose: 'sign-out', sessionId: null, createdAt, expiresAt, isAnswered: false });
    return browserSecret;
  }

  private async answer(parties: Parties, requestId: string, relayState: unknown): Promise<Outgoing | null> {
    const { them } = parties;
    const { redirect, post } = them.logout;
    const endpoint = redirect ?? post;
    if (!endpoint) return null;
    const saml = nodeSaml(parties, { logoutUrl: endpoint.responseLocation });
    // Its own state, given back as it came (bindings, 3.4.3).
    const echo = typeof relayState === 'string' && relayState.length <= longestRelayState ? relayState : '';
    const request = { ID: requestId, issuer: them.entityId, nameID: '', nameIDFormat: '' };
    // Success also when there was no session left: whoever asks wants it gone, and it is.
    if (redirect) return { by: 'redirect', location: await saml.getLogoutResponseUrlAsync(request, echo, {}, true) };
    return posted('SAMLResponse', saml._generateLogoutResponse(request, true), { to: endpoint.responseLocation, keys: this.parts.us.keys, relayState: echo });
  }

  private partiesWith({ settings }: Provider, them: IdentityProvider): Parties {
    return { us: this.parts.us, them, clockToleranceMs: settings.clockToleranceMs };
  }

  private async checked<T>(carried: CarriedLogout, read: (parties: Parties) => T): Promise<{ result: T; provider: Provider; them: IdentityProvider }> {
    const issuer = saidIssuer(carried);
    const { provider, them } = await this.known(issuer).catch((error: unknown) => {
      throw unverifiable(error);
    });
    try {
      return { result: read(this.partiesWith(provider, them)), provider, them };
    } catch (error) {
      const renewed = error instanceof SamlRefusal && error.reason === 'signature' ? await provider.source.lookAgain() : null;
      if (!renewed || renewed.entityId !== them.entityId) throw error;
      return { result: read(this.partiesWith(provider, renewed)), provider, them: renewed };
    }
  }
  private async known(issuer: string): Promise<{ provider: Provider; them: IdentityProvider }> {
    const provider = await this.parts.providers.byIssuer(issuer);
    if (!provider) throw new SamlRefusal('issuer', `no identity provider ${issuer}`);
    return { provider, them: await provider.source.provider() };
  }
}
