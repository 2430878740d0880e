import type { KeyPair } from './key-pair.ts';

/** Who we are to identity providers. */
export interface ServiceProvider {
  entityId: string;
  keys: KeyPair;
  /** Where sign-in answers are posted. */
  assertionConsumer: string;
  /** Where messages about signing out come. */
  singleLogout: string;
}

export function serviceProviderAt(publicUrl: string, entityId: string, keys: KeyPair): ServiceProvider {
  return { entityId, keys, assertionConsumer: `${publicUrl}/saml/acs`, singleLogout: `${publicUrl}/saml/slo` };
}
