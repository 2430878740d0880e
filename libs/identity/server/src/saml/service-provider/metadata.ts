import { binding, ns } from '../saml-names.ts';
import { escapeXml } from '../xml.ts';
import type { ServiceProvider } from './service-provider.ts';

/**
 * Our metadata. Written here rather than by node-saml, which lists single logout by HTTP-POST only while it sends it by HTTP-Redirect.
 * No encryption key: identity providers that find one encrypt, and what we could not look into before decrypting we could not refuse.
 */
export function serviceProviderMetadata({ entityId, keys, assertionConsumer, singleLogout }: ServiceProvider): string {
  const bare = keys.certificate.replace(/-----[A-Z ]+-----|\s+/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${ns.metadata}" xmlns:ds="${ns.signature}" entityID="${escapeXml(entityId)}">
  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${ns.protocol}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleLogoutService Binding="${binding.redirect}" Location="${escapeXml(singleLogout)}"/>
    <md:SingleLogoutService Binding="${binding.post}" Location="${escapeXml(singleLogout)}"/>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:AssertionConsumerService Binding="${binding.post}" Location="${escapeXml(assertionConsumer)}" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
}
