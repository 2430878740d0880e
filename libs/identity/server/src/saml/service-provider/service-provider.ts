import type { KeyPair } from './key-pair.ts';

/** Who we are to identity providers. */
export interface ServiceProvider {
  entityId: string;
  /** What we sign with. */
  keys: KeyPair;
  /** Published beside them: those that come next, and those that came before. They open what is encrypted for them. */
  otherKeys: readonly KeyPair[];
  /** Where sign-in answers are posted. */
  assertionConsumer: string;
  /** The same by the other names of Parvis. */
  otherConsumers: readonly string[];
  /** Where messages about signing out come. */
  singleLogout: string;
}

/** `otherUrls`: the other names by which people come. */
export function serviceProviderAt(publicUrl: string, entityId: string, [keys, ...otherKeys]: readonly [KeyPair, ...KeyPair[]], otherUrls: readonly string[] = []): ServiceProvider {
  return { entityId, keys, otherKeys, assertionConsumer: consumerAt(publicUrl), otherConsumers: otherUrls.map(consumerAt), singleLogout: `${publicUrl}/saml/slo` };
}

const consumerAt = (publicUrl: string): string => `${publicUrl}/saml/acs`;
