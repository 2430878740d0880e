import { SignedXml } from 'xml-crypto';
import type { KeyPair } from '../service-provider/key-pair.ts';

/** How the browser carries a message of ours: along an address, or in a form that sends itself. */
export type Outgoing = { by: 'redirect'; location: string } | { by: 'post'; action: string; fields: Record<string, string> };

/** A request that is under way. */
export interface BegunExchange {
  requestId: string;
  /** For the asking browser alone. */
  browserSecret: string;
  message: Outgoing;
}

/** A message by HTTP-POST, signed inside: node-saml only sends logout by HTTP-Redirect. */
export function posted(field: 'SAMLRequest' | 'SAMLResponse', xml: string, { to, keys, relayState }: { to: string; keys: KeyPair; relayState?: string | undefined }): Outgoing {
  const signature = new SignedXml({
    privateKey: keys.privateKey,
    publicCert: keys.certificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signature.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  // The schema wants it right after the issuer.
  signature.computeSignature(xml, { location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  const fields: Record<string, string> = { [field]: Buffer.from(signature.getSignedXml()).toString('base64') };
  return { by: 'post', action: to, fields: relayState ? { ...fields, RelayState: relayState } : fields };
}
