// Its SAML class rather than its passport strategy: the strategy has one set of options for the life of the process while metadata is
// refreshed, compares users of a session that a foreign frame never sends, and knows nothing of the browser that asked.
import { SAML, ValidateInResponseTo, type SamlConfig } from '@node-saml/passport-saml';
import type { IdentityProvider } from './identity-provider/identity-provider.ts';
import type { ServiceProvider } from './service-provider/service-provider.ts';

export interface Parties {
  us: ServiceProvider;
  them: IdentityProvider;
  clockToleranceMs: number;
}

/** node-saml with every default that is dangerous or troublesome overridden. `particular` is what one message needs besides. */
export function nodeSaml({ us, them, clockToleranceMs }: Parties, particular: Partial<SamlConfig> = {}): SAML {
  return new SAML({
    issuer: us.entityId,
    callbackUrl: us.assertionConsumer,
    entryPoint: them.signOn.redirect ?? them.signOn.post ?? '',
    audience: us.entityId,
    idpIssuer: them.entityId,
    idpCert: them.signingCertificates,
    privateKey: us.keys.privateKey,
    publicCert: us.keys.certificate,
    // The defaults are SHA-1.
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    // Raised for each answer that carries such a signature; many identity providers sign the assertion only.
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: clockToleranceMs,
    // Asking for a password would refuse those who sign in by smart card or Windows Hello.
    disableRequestedAuthnContext: true,
    // No NameID format is asked for: an identity provider without it would refuse, and the stable identifier is checked in the end.
    identifierFormat: null,
    // Answers do not go through this class: see `verifiedXml`.
    validateInResponseTo: ValidateInResponseTo.never,
    ...particular,
  });
}
