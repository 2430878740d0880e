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
  /** Where messages about signing out come. */
  singleLogout: string;
}

export function serviceProviderAt(publicUrl: string, entityId: string, [keys, ...otherKeys]: readonly [KeyPair, ...KeyPair[]]): ServiceProvider {
  return { entityId, keys, otherKeys, assertionConsumer: `${publicUrl}/saml/acs`, singleLogout: `${publicUrl}/saml/slo` };
}
