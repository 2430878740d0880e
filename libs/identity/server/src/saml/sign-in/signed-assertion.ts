import type { CacheProvider } from '@node-saml/passport-saml';
import type { PendingRequest } from '../exchange/exchange-store.ts';
import { asRefusal, nodeSaml, ValidateInResponseTo, type Parties } from '../node-saml.ts';
import { SamlRefusal } from '../saml-refusal.ts';

export interface Answered {
  request: PendingRequest;
  /** Whether the response carries a signature of its own, which must then be good too. */
  isSigned: boolean;
  lifetimeMs: number;
}

/**
 * The assertion, out of the bytes that the identity provider's signature covers: node-saml checks the signature, and what else it knows to
 * check. Nothing outside these bytes is to be read any more.
 */
export async function signedAssertion(responseXml: string, parties: Parties, { request, isSigned, lifetimeMs }: Answered): Promise<string> {
  const saml = nodeSaml(parties, {
    wantAuthnResponseSigned: isSigned,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: lifetimeMs,
    cacheProvider: onlyFor(request),
  });
  const SAMLResponse = Buffer.from(responseXml, 'utf8').toString('base64');
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse }).catch((error: unknown) => {
    throw asRefusal(error);
  });
  const xml = profile?.getAssertionXml?.();
  // Null for an answer without an assertion, which {...profile} would make an empty person of.
  if (!xml) throw new SamlRefusal('signature', 'no assertion is signed');
  return xml;
}

/** node-saml asks its cache for requests; ours are found and used up elsewhere, under lock. */
function onlyFor(request: PendingRequest): CacheProvider {
  return {
    getAsync: async (id) => (id === request.id ? request.createdAt.toISOString() : null),
    saveAsync: async () => null,
    removeAsync: async (id) => id,
  };
}
