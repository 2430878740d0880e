import { binding, ns } from '../saml-names.ts';
import { escapeXml } from '../xml.ts';
import type { KeyPair } from './key-pair.ts';
import type { ServiceProvider } from './service-provider.ts';

/**
 * Our metadata. Written here rather than by node-saml, which lists single logout by HTTP-POST only while it sends it by HTTP-Redirect, and knows one key.
 * Identity providers that find a key for encryption encrypt with the first one; those that cannot do so well are told none (`SAML_ENCRYPTION`).
 */
export function serviceProviderMetadata({ entityId, keys, otherKeys, assertionConsumer, otherConsumers, singleLogout }: ServiceProvider, { encryption }: { encryption: boolean }): string {
  const all = [keys, ...otherKeys];
  const descriptors = [...all.map((key) => keyDescriptor('signing', key)), ...(encryption ? all.map((key) => keyDescriptor('encryption', key)) : [])];
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${ns.metadata}" xmlns:ds="${ns.signature}" entityID="${escapeXml(entityId)}">
  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${ns.protocol}">
${descriptors.join('')}    <md:SingleLogoutService Binding="${binding.redirect}" Location="${escapeXml(singleLogout)}"/>
    <md:SingleLogoutService Binding="${binding.post}" Location="${escapeXml(singleLogout)}"/>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
${[assertionConsumer, ...otherConsumers].map(consumer).join('')}  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
}

/** One for each name by which people come: the request says which, and the answer goes back to the name that asked. */
function consumer(address: string, index: number): string {
  return `    <md:AssertionConsumerService Binding="${binding.post}" Location="${escapeXml(address)}" index="${index}"${index === 0 ? ' isDefault="true"' : ''}/>\n`;
}

function keyDescriptor(use: 'signing' | 'encryption', { certificate }: KeyPair): string {
  const bare = certificate.replace(/-----[A-Z ]+-----|\s+/g, '');
  const methods = use === 'encryption' ? encryptionMethods.map((algorithm) => `<md:EncryptionMethod Algorithm="${algorithm}"/>`).join('') : '';
  return `    <md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${methods}</md:KeyDescriptor>\n`;
}

// What we like best first; all that is taken stands in sign-in/encrypted-assertion.ts.
const encryptionMethods = ['http://www.w3.org/2009/xmlenc11#aes256-gcm', 'http://www.w3.org/2009/xmlenc11#aes128-gcm', 'http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p'];
